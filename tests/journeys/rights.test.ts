import assert from 'node:assert/strict';
import { hasToDoWith } from '../../bot/casework/people/parties.ts';
import type { DutyWho, Who } from '../../bot/casework/clicks.ts';
import { rights } from '../../bot/casework/rights/rights.ts';
import { changeDuty } from '../../bot/casework/change-duty.ts';
import { changeRoster } from '../../bot/casework/roster.ts';
import { answerWords } from '../../bot/chat/words.ts';
import { allClicks, respondToClick } from '../../bot/chat/clicks.ts';
import type { DutyEvent } from '../../bot/duty/decide.ts';
import type { Duty, Status } from '../../bot/duty/duty.ts';
import { statuses } from '../../bot/duty/duty.ts';
import type { DutyId, Person } from '../../bot/duty/ids.ts';
import { parseDutyId } from '../../bot/duty/ids.ts';
import type { KindName } from '../../bot/kinds/index.ts';
import type { Values } from '../../cards/fields.ts';
import type { Incoming, Response } from '../../bot/ports/incoming.ts';
import type { ButtonName } from '../../bot/views/buttons.ts';
import { buttons } from '../../bot/views/buttons.ts';
import { chatTexts } from '../../bot/views/chat-texts.ts';
import { chatWords } from '../../bot/views/chat-words.ts';
import type { TestApp } from '../support/app.ts';
import { startApp } from '../support/app.ts';
import { texts } from '../support/cards/card-reader.ts';
import type { Card } from '../support/cards/card-reader.ts';
import { anna, aPerson, bram, carla, defined, dutch, tenant } from '../support/duties/duties.ts';
import * as stage from '../support/stage.ts';
import { personalConversation } from '../support/teams/activities.ts';
import { annaInTeams, itChannel } from '../support/teams/cast.ts';
import type { EntityTable } from '../../bot/store/azure/entity-table.ts';
import { memoryTable } from '../support/store/memory-table.ts';
import { storeWith } from '../support/store/memory-store.ts';

const person = (at: number, name: string): Person =>
  aPerson(`22222222-aaaa-4bbb-8ccc-0000000000${String(at)}`, name);
const cast = {
  asked: anna,
  substitute: bram,
  former: person(11, 'Femke Post'),
  owner: carla,
  'called-upon': person(12, 'Petra Privé'),
  access: person(13, 'Bea Beheer'),
  'it-member': person(14, 'Ida Tee'),
  auditor: person(15, 'Otto Toetser'),
  guest: person(16, 'Gast van Buiten'),
  stranger: person(17, 'Vera Vreemd'),
} as const;
type Seat = keyof typeof cast;
const seats = Object.keys(cast) as readonly Seat[];

/** Where somebody clicks: who is in the IT channel clicks there. */
const inItChannel = (seat: Seat): boolean => seat === 'it-member' || seat === 'guest';

/** What the table says, written out once more: who is let in to a duty, by how its clicks are declared. */
const everybodyNear: readonly Seat[] = ['asked', 'substitute', 'former', 'owner', 'it-member'];
const letIn: Readonly<Record<DutyWho, readonly Seat[]>> = {
  asked: ['asked', 'substitute'],
  'asked-in-person': ['asked', 'substitute'],
  surveyed: [],
  party: everybodyNear,
  'party-in-person': everybodyNear,
};
/** Whom a role brings in beside these, by kind of duty and only where the role was called upon. */
const byRole: Readonly<Partial<Record<KindName, Readonly<Partial<Record<Status, Seat>>>>>> = {
  'verify-incident': { problem: 'called-upon' },
  'review-access': { open: 'access', problem: 'access', fulfilled: 'access', withdrawn: 'access' },
};

const parties: readonly DutyWho[] = ['party', 'party-in-person'];
/** An owner there is where something was found; a role where it was called upon. */
function mayUse(duty: Duty, who: DutyWho, seat: Seat): boolean {
  if (seat === 'owner' && duty.findings.length === 0) return false;
  const called = parties.includes(who) && byRole[duty.kind]?.[duty.status] === seat;
  return letIn[who].includes(seat) || called;
}
/** Answers as they are stored. */
const totals = { accounts: 3, keep: 2, change: 0, remove: 1, unknown: 0 };
const valuesOf: Readonly<Partial<Record<KindName, Readonly<Record<string, Values>>>>> = {
  'verify-change': {
    problem: { outcome: 'broken', note: 'Btw klopt niet' },
    fulfilled: { outcome: 'works' },
  },
  'verify-incident': {
    problem: { outcome: 'not-solved', note: 'Nog leeg' },
    fulfilled: { outcome: 'solved' },
  },
  'review-access': { problem: totals, fulfilled: { ...totals, keep: 3, remove: 0 } },
};
const dutyWhos = Object.keys(rights) as readonly DutyWho[];
const isDutyWho = (who: Who | DutyWho): who is DutyWho =>
  (dutyWhos as readonly string[]).includes(who);
const nowhere = defined(parseDutyId(`d${'0'.repeat(24)}`));

describe('who may do what with a duty', () => {
  let app: TestApp;
  const reads: string[] = [];
  const duties = new Map<string, Duty>();
  before(async () => {
    app = await startApp({ store: storeWith((name) => counting(name, reads), 'Rights') });
    await stage.install(app, annaInTeams);
    await stage.useChannel(app, annaInTeams);
    app.connector.seat(itChannel.team.id, [
      { ...cast['it-member'], id: '29:it-member' },
      { ...cast.guest, id: '29:guest' },
    ]);
    app.connector.describe({ ...cast.guest, id: '29:guest' }, { name: 'Gast', userRole: 'guest' });
    await changeRoster(app.services(), {
      tenant,
      change: {
        type: 'roles',
        roles: { privacy: cast['called-upon'], access: cast.access, auditor: cast.auditor },
      },
      by: bram,
    });
    for (const kind of ['verify-change', 'verify-incident', 'review-access'] as const)
      for (const status of statuses) {
        duties.set(`${kind} ${status}`, await brought(app, kind, status));
      }
  });
  after(() => app.stop());

  const all = () => [...duties.values()];

  it('is the table, cell by cell: each role, each state, each kind of click', async () => {
    const wrong: string[] = [];
    let cells = 0;
    for (const duty of all())
      for (const who of dutyWhos)
        for (const seat of seats) {
          cells += 1;
          const actor = { person: cast[seat], inItChannel: seat === 'it-member' };
          const is = await hasToDoWith(app.services(), duty, { who, actor, tenant });
          if (is !== mayUse(duty, who, seat))
            wrong.push(`${duty.kind} ${duty.status} ${who} ${seat}: ${String(is)}`);
        }

    assert.deepEqual(wrong, []);
    assert.ok(cells >= 500, String(cells));
  });

  it('gets the answer of a duty that does not exist, with every click of everybody else', async () => {
    const wrong: string[] = [];
    let cells = 0;
    for (const name of Object.keys(buttons) as readonly ButtonName[]) {
      const { who } = allClicks[name];
      if (!isDutyWho(who)) continue;
      for (const duty of all())
        for (const seat of seats) {
          if (mayUse(duty, who, seat)) continue;
          cells += 1;
          const theirs = await clicked(app, { name, seat, id: duty.id });
          const unknown = await clicked(app, { name, seat, id: nowhere });
          const same = JSON.stringify(theirs) === JSON.stringify(unknown);
          if (!same || !isRefused(theirs))
            wrong.push(`${name} ${duty.kind} ${duty.status} ${seat}`);
        }
    }

    assert.deepEqual(wrong, []);
    assert.ok(cells >= 1000, String(cells));
    for (const before of all()) {
      const read = await app.services().store.duties.load(before);
      assert.equal(read?.value.revision, before.revision, 'a refused click changes nothing');
    }
  });

  it('costs as many reads to find out as that it does not exist', async () => {
    const wrong: string[] = [];
    let cells = 0;
    const readsOf = async (click: Parameters<typeof clicked>[1]): Promise<string> => {
      reads.length = 0;
      await clicked(app, click);
      return reads.join(' ');
    };
    for (const name of Object.keys(buttons) as readonly ButtonName[]) {
      const { who } = allClicks[name];
      if (!isDutyWho(who) && name !== 'file') continue;
      for (const duty of all())
        for (const seat of seats) {
          if (mayUse(duty, isDutyWho(who) ? who : 'party', seat)) continue;
          cells += 1;
          const theirs = await readsOf({ name, seat, id: duty.id });
          const unknown = await readsOf({ name, seat, id: nowhere });
          if (theirs !== unknown)
            wrong.push(`${name} ${duty.kind} ${duty.status} ${seat}: ${theirs} / ${unknown}`);
        }
    }

    assert.deepEqual(wrong, []);
    assert.ok(cells >= 1000, String(cells));
  });

  it('is let in where the table says so', async () => {
    for (const duty of all())
      for (const seat of seats.filter(
        (one) => mayUse(duty, 'party', one) && (one !== 'access' || duty.status === 'problem'),
      )) {
        // Whoever administers access sees what has to go, not the review itself.
        const name = seat === 'access' ? 'reviewRemovals' : 'show';
        const shown = await clicked(app, { name, seat, id: duty.id });
        assert.ok(!isRefused(shown), `${duty.kind} ${duty.status} ${seat}`);
      }
  });

  it('administers only in the IT channel, as a member of its team and no guest', async () => {
    const wrong: string[] = [];
    for (const name of Object.keys(buttons) as readonly ButtonName[]) {
      if (allClicks[name].who !== 'it-team') continue;
      for (const seat of seats) {
        const answer = await clicked(app, { name, seat, id: nowhere });
        if (isRefused(answer) === (seat === 'it-member')) wrong.push(`${name} ${seat}`);
      }
    }

    assert.deepEqual(wrong, []);
  });

  it('sees how everything stands only as an overseer', async () => {
    const wrong: string[] = [];
    for (const name of Object.keys(buttons) as readonly ButtonName[]) {
      if (allClicks[name].who !== 'overseer') continue;
      for (const seat of seats) {
        const answer = await clicked(app, { name, seat, id: nowhere });
        const may = seat === 'it-member' || seat === 'auditor';
        if (isRefused(answer) === may) wrong.push(`${name} ${seat}`);
      }
    }

    assert.deepEqual(wrong, []);
  });

  for (const { name, who, words } of chatWords)
    it(`says “${words.nl[0]}” where it belongs and to whom it belongs`, async () => {
      const may: Readonly<Record<typeof who, (seat: Seat) => boolean>> = {
        everybody: () => true,
        'in-person': (seat) => !inItChannel(seat),
        'in-channel': inItChannel,
        'it-team': (seat) => seat === 'it-member',
        overseer: (seat) => seat === 'it-member' || seat === 'auditor',
      };
      for (const seat of seats) {
        const answer = await said(app, seat, words.nl[0]);
        assert.equal(isRefused(answer), !may[who](seat), `${name} ${seat}`);
      }
    });

  it('hears of a duty by its reference only where it is theirs; else as of one that does not exist', async () => {
    const wrong: string[] = [];
    const reference = 'verify-change-open';
    const never = 'verify-change-9999';
    for (const seat of seats.filter((one) => !inItChannel(one)))
      for (const sentence of [
        'REF getest, alles werkt',
        'REF werkt niet',
        'geef REF aan Eva',
        'REF?',
      ]) {
        const answers = [];
        for (const one of [reference, never]) {
          const { messages } = await said(app, seat, sentence.replace('REF', one));
          answers.push(JSON.stringify(messages).replaceAll(one, 'REF'));
        }
        const known = seat === 'asked' || seat === 'substitute';
        const same = answers[0] === answers[1];
        if (known ? same && sentence !== 'REF?' : !same) wrong.push(`${seat}: ${sentence}`);
      }

    assert.deepEqual(wrong, []);
  });

  it('draws samples only for an overseer', async () => {
    for (const seat of seats) {
      const answer = await said(app, seat, 'trek 1 wijzigingen, seed 1');
      assert.equal(isRefused(answer), seat !== 'it-member' && seat !== 'auditor', seat);
    }
  });
});

/** A table that notes what is read of it. */
function counting(name: string, reads: string[]): EntityTable {
  const table = memoryTable();
  return {
    ...table,
    get: (partition, rowKey) => {
      reads.push(`${name}:row`);
      return table.get(partition, rowKey);
    },
    range: (range) => {
      reads.push(`${name}:rows`);
      return table.range(range);
    },
  };
}

/** A duty of a kind in a state, with everybody at their place. */
async function brought(app: TestApp, kind: KindName, status: Status): Promise<Duty> {
  const { id } = await stage.openDuty(app, kind, {
    reference: `${kind}-${status}`,
    rule: 'any',
    assignees: [{ aadObjectId: cast.former.aadObjectId, name: cast.former.name }],
    ...(kind === 'verify-incident'
      ? { details: { solution: 'Opnieuw gemaakt', security: true } }
      : {}),
  });
  const ref = { tenant, id: defined(parseDutyId(id)) };
  const happens = (event: DutyEvent) => changeDuty(app.services(), ref, event);
  const answered = (outcome: 'problem' | 'fulfilled', formVersion: number) =>
    happens({
      type: 'answered',
      by: cast.asked,
      outcome,
      values: valuesOf[kind]?.[outcome] ?? {},
      formVersion,
      via: 'card',
    });
  await happens({
    type: 'handed-over',
    by: cast.former,
    from: cast.former.aadObjectId,
    to: cast.asked,
    reason: 'Ik ben er niet',
    because: 'hand-over',
  });
  await happens({
    type: 'reminded',
    today: '2026-12-31',
    helpers: [{ person: cast.substitute, standsInFor: cast.asked.aadObjectId }],
  });
  if (status === 'problem' || status === 'fulfilled') await answered('problem', 1);
  await happens({
    type: 'finding-planned',
    by: cast.asked,
    owner: cast.owner,
    dueOn: '2026-12-20',
  });
  if (status === 'problem') {
    await happens({ type: 'vendor-reacted', by: cast.asked, text: 'Opgelost', solved: true });
  }
  if (status === 'fulfilled') await answered('fulfilled', 2);
  if (status === 'withdrawn')
    await happens({ type: 'withdrawn', reason: 'Vervallen', vendor: 'unit4' });
  await app.idle();
  const duty = defined(await app.services().store.duties.load(ref)).value;
  assert.equal(duty.status, status, `${kind} ${status}`);
  return duty;
}

function placeOf(
  app: TestApp,
  seat: Seat,
): Pick<Extract<Incoming, { type: 'click' }>, 'from' | 'at'> {
  const { aadObjectId, name } = cast[seat];
  const shared = { tenant, tenantId: tenant, serviceUrl: app.connector.url };
  return {
    from: { aadObjectId, name, userId: `29:${seat}` },
    at: inItChannel(seat)
      ? {
          ...shared,
          type: 'channel',
          conversationId: itChannel.id,
          channelId: itChannel.id,
          teamId: itChannel.team.id,
        }
      : { ...shared, type: 'personal', conversationId: personalConversation({ aadObjectId }) },
  };
}

/** A true click: the button as the bot itself would write it, pressed in the place of whoever clicks. */
async function clicked(
  app: TestApp,
  { name, seat, id }: { readonly name: ButtonName; readonly seat: Seat; readonly id: DutyId },
): Promise<Response> {
  const data = {
    ...{ do: buttons[name].verb, d: id, f: forms[name] ?? 'hand-over', g: 1, p: 0, to: 1 },
    ...{
      n: 'x',
      a: answersOf[name] ?? 'read',
      c: 'x',
      k: 'verify-change',
      l: 'nl',
      e: 'x',
      o: 'x',
      q: '2026-Q4',
      w: 'nl',
    },
    ...(name === 'overviewRest' ? { c: 0 } : {}),
    ...(name === 'reviewProof' ? { c: 0 } : {}),
    ...(name === 'confirm' ? { w: 'owner' } : {}),
    ...(name === 'answerBack' ? { s: 1 } : {}),
  };
  const click = { type: 'click', ...placeOf(app, seat), data, by: 'execute' } as const;
  return respondToClick(app.services(), click, dutch);
}
const forms: Readonly<Partial<Record<ButtonName, string>>> = {
  file: 'removals',
  rosterForm: 'entry',
  rosterSend: 'entry',
  planForm: 'kind',
  policyForm: 'desk',
  policySave: 'desk',
};
const answersOf: Readonly<Partial<Record<ButtonName, string>>> = {
  leavers: 'leave',
  channelAnswer: 'no',
  confirm: 'no',
};

async function said(app: TestApp, seat: Seat, text: string): Promise<Response> {
  const message = { type: 'message', ...placeOf(app, seat), text, files: [] } as const;
  return answerWords(app.services(), message, dutch);
}

const { notYours, onlyPersonal, onlyInItChannel, onlyItTeam, onlyInChannel, onlyOverseers } =
  chatTexts.nl;
const refusals = [
  notYours,
  onlyPersonal,
  onlyInItChannel,
  onlyItTeam,
  onlyInChannel,
  onlyOverseers,
];

function isRefused({ inPlace, messages }: Response): boolean {
  const cards = [...(inPlace ? [inPlace] : []), ...messages.map(({ card }) => card)];
  const read = cards.flatMap((one) => texts(one as unknown as Card));
  return refusals.some((text) => read.includes(text));
}
