import type { PlaygroundConfig, PlaygroundPerson } from '../../bot/demo/playground.ts';

export const sampleConfig: PlaygroundConfig = {
  tenantId: '6f1d9a52-0c5e-4d6f-9a51-0f6f5b0f7c01',
  bot: { id: '28:plichten', name: 'Plichten' },
  currentUser: person('sanne', { givenName: 'Sanne', surname: 'de Vries', number: 0 }),
  users: [
    person('piet', { givenName: 'Piet', surname: 'Jansen', number: 1 }),
    person('fatima', { givenName: 'Fatima', surname: 'Bakker', number: 2 }),
    person('jan', { givenName: 'Jan', surname: 'Smit', number: 3 }),
    person('els', { givenName: 'Els', surname: 'Visser', number: 4 }),
    person('omar', { givenName: 'Omar', surname: 'Mulder', number: 5 }),
  ],
  personalChat: { id: 'a:sanne' },
  groupChat: { id: '19:groep', name: 'Projectgroep' },
  team: {
    id: '19:team',
    name: 'Informatiemanagement',
    aadGroupId: '6f1d9a52-0c5e-4d6f-9a51-0f6f5b0f7c02',
    channels: [{ id: '19:kanaal', name: 'IT-meldingen' }],
  },
};

function person(
  id: string,
  {
    givenName,
    surname,
    number,
  }: { readonly givenName: string; readonly surname: string; readonly number: number },
): PlaygroundPerson {
  const address = `${id}@voorbeeld.nl`;
  return {
    id: `29:${id}`,
    name: `${givenName} ${surname}`,
    userPrincipleName: address,
    aadObjectId: `6f1d9a52-0c5e-4d6f-9a51-0f6f5b0f7c1${number}`,
    givenName,
    surname,
    email: address,
  };
}
