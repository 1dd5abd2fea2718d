import { DateTime } from 'luxon';

const given = [
  'Anna',
  'Bram',
  'Chantal',
  'Daan',
  'Esra',
  'Frank',
  'Gerda',
  'Hugo',
  'Ilse',
  'Joris',
  'Karin',
  'Lars',
];
const family = [
  'de Boer',
  'Kaya',
  'van Dijk',
  'Mulder',
  'Peters',
  'Hendriks',
  'Willems',
  'Postma',
  'El Amrani',
  'Vos',
];
const roles = ['Medewerker salaris', 'Leidinggevende', 'HR-adviseur', 'Raadpleger'];

/** An application's own list of users: most unremarkable, some that deserve a look. */
export function sampleAccounts(now: string): readonly object[] {
  const day = (ago: number): string =>
    DateTime.fromISO(now).minus({ days: ago }).toFormat('yyyy-MM-dd');
  const ordinary = Array.from({ length: 20 }, (_, at) => {
    const first = given[at % given.length] ?? 'Anna';
    const last = family[(at * 7) % family.length] ?? 'Vos';
    return {
      account: `${first.charAt(0)}${last.replaceAll(' ', '')}${String(at)}`.toLowerCase(),
      name: `${first} ${last}`,
      role: roles[at % roles.length],
      lastSignIn: day(1 + ((at * 5) % 40)),
      enabled: true,
    };
  });
  return [
    ...ordinary,
    {
      account: 'svisser',
      name: 'Sjaak Visser',
      role: 'Medewerker salaris',
      lastSignIn: day(211),
      enabled: true,
    },
    {
      account: 'beheer01',
      name: 'Functioneel beheer',
      role: 'Beheerder',
      lastSignIn: day(2),
      enabled: true,
    },
    {
      account: 'balie',
      name: 'Balie gedeeld',
      role: 'Raadpleger',
      lastSignIn: day(1),
      enabled: true,
    },
    {
      account: 'jbakker',
      name: 'Jan Bakker',
      role: 'HR-adviseur',
      lastSignIn: day(1),
      enabled: true,
    },
  ];
}
