import { parsePersonId } from '../duty/ids.ts';
import type { DutyId, Person, TenantKey } from '../duty/ids.ts';
import { DateTime } from 'luxon';
import type { Values } from '../../cards/fields.ts';
import { toInstant } from '../duty/time/instant.ts';
import { quarterAfter, quarterOf } from '../duty/time/quarter.ts';
import { dayOf } from '../duty/time/workdays.ts';
import { changeDuty } from '../casework/change-duty.ts';
import { openNilReturn } from '../features/overview/nil-returns.ts';
import { openDuty } from '../casework/open-duty.ts';
import { readOpening } from '../casework/read-opening.ts';
import type { Services } from '../ports/services.ts';
import { samplePeople } from './people.ts';

const vendor = 'unit4';
const [jan, sanne, lotte] = [samplePeople.currentUser, ...samplePeople.users].map(
  ({ aadObjectId, name }): Person => {
    const id = parsePersonId(aadObjectId);
    if (!id) throw new Error(`${name} has no object id.`);
    return { aadObjectId: id, name };
  },
);

/** A duty of an earlier quarter: opened so many days ago, due and answered so many days later. */
interface Past {
  readonly kind: string;
  readonly reference: string;
  readonly title: string;
  readonly system: string;
  readonly ago: number;
  readonly due: number;
  readonly answered: number;
  readonly details: object;
  readonly values: Values;
  /** Jan said that it is wrong: the finding is still under way. */
  readonly isProblem?: boolean;
  /** So many days from today ends the risk of it, which Sanne bears. */
  readonly riskDays?: number;
}

const change = (
  reference: string,
  {
    title,
    ago,
    answered = 2,
  }: { readonly title: string; readonly ago: number; readonly answered?: number | undefined },
): Past => ({
  kind: 'verify-change',
  system: 'Unit4 Financials',
  reference,
  title,
  ago,
  due: 7,
  answered,
  details: { summary: title, checks: ['Inloggen', 'Verkoopfactuur'] },
  values: {
    checks: [
      { line: 'Inloggen', value: 'ok' },
      { line: 'Verkoopfactuur', value: 'ok' },
    ],
    outcome: 'works',
  },
});

const capacity = (
  reference: string,
  { period, ago, peak }: { readonly period: string; readonly ago: number; readonly peak: number },
): Past => ({
  kind: 'check-capacity',
  system: 'Unit4 Bedrijfssoftware',
  reference,
  title: 'Zijn onze verbindingen snel genoeg?',
  ago,
  due: 14,
  answered: 5,
  details: { period, locations: ['Kantoor Breda', 'Kantoor Zwolle', 'Thuiswerkers'] },
  values: {
    locations: [
      { line: 'Kantoor Breda', value: 'enough' },
      { line: 'Kantoor Zwolle', value: 'enough' },
    ],
    contracted: 500,
    peak,
    source: 'monitoring',
    outcome: 'enough',
  },
});

const past: readonly Past[] = [
  capacity('CAP-2026-H1', { period: 'Het eerste halfjaar', ago: 190, peak: 270 }),
  capacity('CAP-2026-Q3', { period: 'Het vorige kwartaal', ago: 100, peak: 320 }),
  change('CHG-4102', { title: 'Release 2026.1: bankbestanden', ago: 200 }),
  change('CHG-4188', { title: 'Nieuwe grootboekschema’s', ago: 185, answered: 9 }),
  change('CHG-4420', { title: 'Release 2026.3: betaalherinneringen', ago: 110 }),
  change('CHG-4467', { title: 'Nieuwe exportlay-out', ago: 95 }),
  {
    kind: 'inform-staff',
    system: 'Alle systemen',
    reference: 'VUISTREGELS-1',
    title: 'De zeven vuistregels van informatiebeveiliging',
    ago: 190,
    due: 30,
    answered: 21,
    details: { topic: 'De zeven vuistregels van informatiebeveiliging' },
    values: { how: 'meeting', reached: 48, population: 48, joiners: 'yes', outcome: 'done' },
  },
  {
    kind: 'verify-incident',
    system: 'Unit4 Personeel & Salaris',
    reference: 'INC-3098',
    title: 'Loonstroken van mei ontbraken',
    ago: 105,
    due: 5,
    answered: 1,
    details: { solution: 'De loonstroken van mei zijn opnieuw aangemaakt.' },
    values: { recurs: 'no', outcome: 'solved' },
  },
  {
    ...change('CHG-4698', {
      title: 'Nieuwe lay-out van de betaalspecificatie',
      ago: 4,
      answered: 1,
    }),
    values: {
      checks: [
        { line: 'Inloggen', value: 'ok' },
        { line: 'Verkoopfactuur', value: 'wrong' },
      ],
      note: 'Op de specificatie van oktober staan twee betalingen dubbel.',
      outcome: 'broken',
    },
    isProblem: true,
  },
  {
    ...change('CHG-4655', {
      title: 'Overzicht van openstaande posten',
      ago: 30,
      answered: 1,
    }),
    values: {
      checks: [
        { line: 'Inloggen', value: 'ok' },
        { line: 'Verkoopfactuur', value: 'wrong' },
      ],
      note: 'Het totaal onderaan telt creditnota’s niet mee.',
      outcome: 'broken',
    },
    isProblem: true,
    riskDays: 6,
  },
];

/** Lets the demo look back: what was asked and answered in earlier quarters, and who said that there was nothing. */
export async function fillEarlierQuarters(services: Services, tenant: TenantKey): Promise<void> {
  if (!jan || !sanne || !lotte) throw new Error('The demo has too few people.');
  const today = DateTime.fromISO(services.now(), { zone: services.zone });
  const onDay = (days: number): Services => ({
    ...services,
    now: () => toInstant(today.plus({ days })),
  });
  for (const one of past) {
    const { ago, due, answered, values, isProblem = false, riskDays, ...named } = one;
    const by = isProblem ? jan : sanne;
    const { aadObjectId, name } = by;
    const read = readOpening({
      ...named,
      dueOn: today.plus({ days: due - ago }).toFormat('yyyy-MM-dd'),
      assignees: [{ aadObjectId, name }],
    });
    if (!read.ok) throw new Error(`A sample duty is wrong: ${JSON.stringify(read.problems)}`);
    const opened = await openDuty(onDay(-ago), {
      tenant,
      opening: read.opening,
      asking: {
        openedBy: { type: 'vendor', name: vendor },
        sender: `vendor:${vendor}`,
        key: `demo-${one.reference}`,
      },
    });
    if (opened.type !== 'opened') continue;
    const outcome = isProblem ? 'problem' : 'fulfilled';
    const { id } = opened.duty;
    await answer(onDay(answered - ago), { tenant, id, by, outcome, values });
    if (riskDays === undefined) continue;
    const until = today.plus({ days: riskDays }).toFormat('yyyy-MM-dd');
    const reason = 'De administratie telt het totaal zelf na tot de volgende release.';
    const then = onDay(answered + 1 - ago);
    await changeDuty(then, { tenant, id }, { type: 'risk-asked', by, of: sanne, reason, until });
    const yes = { by: sanne, what: 'risk', finding: 'F-1', yes: true } as const;
    const onTheDay = dayOf(then.now(), then.zone);
    await changeDuty(then, { tenant, id }, { type: 'confirmed', ...yes, today: onTheDay });
  }
  const over = quarterAfter(quarterOf(services.now(), services.zone), -1);
  const restore = { kind: 'confirm-restore', quarter: over, owner: sanne } as const;
  const asked = await openNilReturn(services, tenant, restore);
  if (asked.type === 'opened')
    await answer(services, {
      ...{ tenant, id: asked.duty.id, by: sanne, outcome: 'fulfilled' },
      values: { outcome: 'none' },
    });
  const systems = ['Unit4 Financials', 'Unit4 Personeel & Salaris', 'Unit4 Project Management'];
  const agreement = { ...restore, kind: 'read-agreement', owner: lotte, systems } as const;
  await openNilReturn(services, tenant, agreement);
}

interface Given {
  readonly tenant: TenantKey;
  readonly id: DutyId;
  readonly by: Person;
  readonly outcome: 'fulfilled' | 'problem';
  readonly values: Values;
}

async function answer(
  services: Services,
  { tenant, id, by, outcome, values }: Given,
): Promise<void> {
  const given = { type: 'answered', by, outcome, values } as const;
  await changeDuty(services, { tenant, id }, { ...given, formVersion: 1, via: 'card' });
}
