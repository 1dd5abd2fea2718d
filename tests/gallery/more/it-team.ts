import { changeRoster } from '../../../bot/casework/roster.ts';
import { entryStamp } from '../../../bot/tenant/roster/roster.ts';
import type { TestApp } from '../../support/app.ts';
import type { Card } from '../../support/cards/card-reader.ts';
import { inputs } from '../../support/cards/card-reader.ts';
import { anna, bram, carla, defined, tenant } from '../../support/duties/duties.ts';
import * as stage from '../../support/stage.ts';
import { annaInTeams, bramInTeams, carlaInTeams, itChannel } from '../../support/teams/cast.ts';
import type { Page } from '../shots.ts';
import { claimWalk } from './claims.ts';
import { saidSeldom } from './seldom.ts';
import type { Seen } from './walked.ts';
import { pressed, saidIn, seen, walked } from './walked.ts';

/** What the IT team lays down and is told in its channel. */
export const itTeamPage = async (): Promise<Page> => ({
  name: 'it-team',
  shots: [...(await walked(layDown)), ...(await walked(claimWalk)), ...saidSeldom()],
});

async function layDown(app: TestApp, language: 'nl' | 'en'): Promise<readonly Seen[]> {
  const locale = language === 'nl' ? 'nl-NL' : 'en-US';
  for (const person of [annaInTeams, bramInTeams, carlaInTeams])
    await stage.install(app, person, { locale });
  await stage.useChannel(app, annaInTeams);
  return [
    ...(await rosterForms(app)),
    ...(await planForms(app)),
    ...(await policyForms(app)),
    ...(await dutyByHand(app)),
  ];
}

const at = (card: Card) => ({ person: bramInTeams, card, channel: itChannel });
const word = (app: TestApp, said: string): Promise<Card> =>
  saidIn(app, bramInTeams, { word: said, channel: itChannel });
const told = (event: string, card: Card): Seen => seen(event, 'the IT channel', card);
const idIn = (card: Card, id: string): string =>
  String(defined(inputs(card).find((one) => one.id === id)).choices[0]?.value);

async function rosterForms(app: TestApp): Promise<readonly Seen[]> {
  const entry = { system: 'Unit4 Financials', kind: 'verify-change', responsible: anna } as const;
  const away = { from: '2026-12-01', to: '2026-12-11' };
  const whole = { ...entry, substitute: bram, fallback: carla, away };
  const change = { type: 'put', entry: whole, stamp: entryStamp(undefined) } as const;
  await changeRoster(app.services(), { tenant, change, by: bram });
  const roster = await word(app, 'roster');
  const form = (f: string, typed = {}): Promise<Card> =>
    pressed(app, at(roster), { verb: 'roster-form', having: { f }, typed });
  const roles = await form('offices');
  const list = await form('list');
  const filled = await form('change', { e: idIn(roster, 'e') });
  const send = { verb: 'roster-send' };
  const csv = 'systeem;plicht;verantwoordelijke\nUnit4;dansen;Niemand';
  return [
    told('“roster” with an entry', roster),
    told('The button “Change” of the roster', filled),
    told(
      'The absence of somebody in the roster',
      await pressed(app, at(filled), { verb: 'roster-send', having: { b: 'next' } }),
    ),
    told(
      'An absence that ends before it begins',
      await pressed(
        app,
        at(await pressed(app, at(filled), { verb: 'roster-send', having: { b: 'next' } })),
        { ...send, typed: { awayFrom: '2026-12-11', awayTo: '2026-12-01' } },
      ),
    ),
    told('The button “Change” with nothing chosen', await form('change')),
    told('The button “Roles”', roles),
    told(
      'Roles are saved',
      await pressed(app, at(roles), { ...send, typed: { management: anna.aadObjectId } }),
    ),
    told('The button “Paste a list”', list),
    told(
      'A list with faults is pasted',
      await pressed(app, at(list), { ...send, typed: { csv, mode: 'add' } }),
    ),
    told('An entry is taken away', await pressed(app, at(filled), { verb: 'roster-remove' })),
  ];
}

async function planForms(app: TestApp): Promise<readonly Seen[]> {
  const first = await word(app, 'plans');
  const kinds = await pressed(app, at(first), { verb: 'plan-form' });
  const typed = { k: 'inform-staff' };
  const form = await pressed(app, at(kinds), { verb: 'plan-form', typed });
  const filled = {
    ...{ system: 'Unit4 HRM', startsOn: '2026-12-01', lead: '3' },
    ...{ assignee: anna.aadObjectId },
  };
  const done = { verb: 'plan-send', having: { b: undefined, t: undefined } };
  const save = { ...done, typed: filled };
  const lacking = await pressed(app, at(form), done);
  const plans = await pressed(app, at(form), save);
  const e = idIn(plans, 'e');
  const changing = { verb: 'plan-form', having: { f: 'change' }, typed: { e } };
  return [
    told('A plan is made', form),
    told('A plan without what it needs', lacking),
    told('A plan is saved', plans),
    told(
      'When a plan comes back',
      await pressed(app, at(plans), { verb: 'plan-try', typed: { e } }),
    ),
    told('A plan is changed', await pressed(app, at(plans), changing)),
    told('A plan rests', await pressed(app, at(plans), { verb: 'plan-pause', typed: { e } })),
  ];
}

async function policyForms(app: TestApp): Promise<readonly Seen[]> {
  const rules = await word(app, 'house rules');
  const found: Seen[] = [];
  for (const { value } of defined(inputs(rules).find(({ id }) => id === 'f')).choices) {
    const form = await pressed(app, at(rules), { verb: 'house-form', typed: { f: value } });
    found.push(told(`The house rule “${value}”`, form));
  }
  const desk = await pressed(app, at(rules), { verb: 'house-form', typed: { f: 'desk' } });
  const wrong = { name: 'Supportdesk', url: 'unit4', mail: 'unit4' };
  const save = { verb: 'house-save', typed: wrong };
  return [...found, told('A desk with faults', await pressed(app, at(desk), save))];
}

async function dutyByHand(app: TestApp): Promise<readonly Seen[]> {
  const kinds = await word(app, 'new duty');
  const typed = { kind: 'verify-change' };
  const form = await pressed(app, at(kinds), { verb: 'new-duty-form', typed });
  const filled = {
    ...{ system: 'Unit4 Financials', reference: 'CHG-12', title: 'Release 2026.4' },
    ...{ dueOn: '2026-12-03', assignee: anna.aadObjectId },
  };
  const next = { verb: 'new-duty-open', having: { b: 'next' } };
  const second = await pressed(app, at(form), { ...next, typed: filled });
  const send = { verb: 'new-duty-open', having: { b: undefined } };
  return [
    told('A duty by hand', form),
    told(
      'A duty by hand for a day that has passed',
      await pressed(app, at(form), { ...next, typed: { ...filled, dueOn: '2026-11-20' } }),
    ),
    told('A duty by hand without what it needs', await pressed(app, at(form), next)),
    told(
      'A duty is opened by hand',
      await pressed(app, at(second), { ...send, typed: { ...filled, summary: 'Release 2026.4' } }),
    ),
  ];
}
