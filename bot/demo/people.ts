import type { PlaygroundConfig, PlaygroundPerson } from './playground.ts';

function person(number: number, givenName: string, surname: string): PlaygroundPerson {
  const address = `${givenName}.${surname}`.toLowerCase().replaceAll(' ', '');
  return {
    id: `u-${givenName.toLowerCase()}`,
    name: `${givenName} ${surname}`,
    userPrincipleName: `${address}@voorbeeld.nl`,
    aadObjectId: `5d8f6c1e-0a4b-4f7e-9c31-00000000000${String(number)}`,
    givenName,
    surname,
    email: `${address}@voorbeeld.nl`,
  };
}

const jan = person(1, 'Jan', 'Bakker');
const sanne = person(2, 'Sanne', 'de Vries');

/** The people, team and channel of the demo, as the Playground pretends them. */
export const samplePeople: PlaygroundConfig = {
  tenantId: '2c1f7a90-4c5d-4e0b-8a77-3f5e9d2b6a10',
  bot: { id: '28:gedeelde-plicht', name: 'Gedeelde Plicht' },
  currentUser: jan,
  users: [
    sanne,
    person(3, 'Lotte', 'Jansen'),
    person(4, 'Omar', 'Yilmaz'),
    person(5, 'Femke', 'Visser'),
    person(6, 'Pieter', 'Smit'),
  ],
  personalChat: { id: 'a:jan-bakker' },
  groupChat: { id: '19:projectgroep@thread.v2', name: 'Projectgroep' },
  team: {
    id: '19:ict-beheer@thread.tacv2',
    name: 'ICT-beheer',
    aadGroupId: '7b0c2f4e-6f7e-4b77-9d0f-1c9f0c6f2b11',
    channels: [{ id: '19:plichten@thread.tacv2', name: 'Plichten' }],
  },
};

const [, ...others] = samplePeople.users;

/** The same people with Sanne before the page, who has the team's cards of her own; the IT channel stays where Jan is. */
export const asColleague: PlaygroundConfig = {
  ...samplePeople,
  currentUser: sanne,
  users: [jan, ...others],
  personalChat: { id: `a:${sanne.id}` },
  groupChat: { id: '19:salarisgroep@thread.v2', name: 'Salarisgroep' },
  team: {
    id: '19:salaris@thread.tacv2',
    name: 'Salarisadministratie',
    aadGroupId: '7b0c2f4e-6f7e-4b77-9d0f-1c9f0c6f2b12',
    channels: [],
  },
};
