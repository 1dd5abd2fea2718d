import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DutyEvent, Verdict } from '../../bot/duty/decide.ts';
import type { Duty, Status } from '../../bot/duty/duty.ts';
import type { Outcome } from '../../bot/kinds/kind.ts';
import { isAsked, isToVerify, progressOf } from '../../bot/duty/answering/quorum.ts';
import type { Setup } from '../support/duties/events.ts';
import { everybody, histories, live, processes, setups } from '../support/duties/events.ts';

/** What people would keep on paper: who is asked for what, who says what, what is wrong and who looks again. */
interface Paper {
  readonly rule: Setup['rule'];
  readonly requester: string | undefined;
  /** Nobody knows who asked for it: it takes two people. */
  readonly takesTwo: boolean;
  withdrawn: boolean;
  /** By person the processes that are theirs; everything where nothing is said. */
  readonly seats: Map<string, readonly string[]>;
  readonly whole: Set<string>;
  /** Whose office has to look as well, and who helps out for whom. */
  readonly offices: Set<string>;
  readonly helpsFor: Map<string, string>;
  readonly forms: Map<string, number>;
  readonly said: Map<string, { outcome: Outcome; values: string; day: number }>;
  readonly findings: PaperFinding[];
  outdated: boolean;
  /** The vendor was told of the open finding. */
  replied?: boolean;
  /** Who is asked to bear the risk of which finding. */
  riskAsked?: { of: string; finding: number; until: string } | undefined;
  /** Who is to look whether it is solved; `asked` for whoever has not answered yet. */
  looksAgain: Set<string> | 'asked' | undefined;
}

/** What happens to reviews alone: the book is kept for people and their processes, not for rows. */
const ofReviews = ['shared-out', 'export-compared', 'export-asked'] as const;

interface PaperFinding {
  status: 'open' | 'closed';
  openedOn: number;
  failed: number;
  lastReaction: string;
  /** Whose risk it is and until when, where one is borne; the name where that person said so. */
  borne?: { readonly by: string | undefined; until: string | undefined };
}

type Answered = Extract<DutyEvent, { type: 'answered' }>;

describe('decisions, held against a book on paper', () => {
  it('agree about the verdict, the status, who said what, who is asked and what is wrong', () => {
    fc.assert(
      fc.property(setups, histories(...ofReviews), (setup, history) => {
        const paper = onOpening(setup);

        live(history, setup).steps.forEach(({ event, decision, after }, day) => {
          const verdict = onPaper(paper, event, day);

          if (verdict !== undefined) assert.equal(decision.verdict, verdict);
          if (event.type === 'reminded') helpersOnPaper(paper, after);
          sameState(paper, after);
        });
      }),
      { numRuns: 300, seed: 20261123 },
    );
  });
});

function sameState(paper: Paper, after: Duty): void {
  assert.equal(after.status, statusOf(paper));
  assert.deepEqual(
    after.findings.map(({ status }) => status),
    paper.findings.map(({ status }) => status),
  );
  const standing = after.answers.filter(({ replacedBy }) => replacedBy === undefined);
  assert.deepEqual(
    new Map(standing.map(({ by, outcome }) => [by.name, outcome])),
    new Map([...paper.said].map(([person, { outcome }]) => [person, outcome])),
  );
  const named = (holds: (duty: Duty, person: (typeof everybody)[0]['aadObjectId']) => boolean) =>
    everybody.filter(({ aadObjectId }) => holds(after, aadObjectId)).map(({ name }) => name);
  const whoever = everybody.map(({ name }) => name);
  assert.deepEqual(
    named(isAsked),
    whoever.filter((name) => asked(paper, name)),
  );
  assert.deepEqual(
    named(isToVerify),
    whoever.filter((name) => looksAgain(paper, name)),
  );
  assert.equal(after.findings.at(-1)?.failedVerifications ?? 0, paper.findings.at(-1)?.failed ?? 0);
  const { answered, asked: wanted } = progressOf(after);
  assert.equal(answered >= wanted, settled(paper));
}

function onOpening({ rule, seats, requester, office }: Setup): Paper {
  const names = seats.map(({ person }) => person.name);
  const takesTwo = requester === 'nobody';
  return {
    // Any two, where any one could be who asked for it.
    rule: takesTwo && rule === 'any' ? 'four-eyes' : rule,
    requester: requester === 'nobody' ? undefined : requester?.name,
    takesTwo,
    offices: new Set(names.filter((_, at) => at === office)),
    helpsFor: new Map(),
    withdrawn: false,
    seats: new Map(seats.map(({ person, processes: own = processes }) => [person.name, own])),
    whole: new Set(seats.filter((seat) => !seat.processes).map(({ person }) => person.name)),
    forms: new Map(names.map((name) => [name, 1])),
    said: new Map(),
    findings: [],
    outdated: false,
    looksAgain: undefined,
  };
}

const judged = ({ said }: Paper): readonly string[] =>
  [...said].filter(([, { outcome }]) => outcome !== 'unable').map(([name]) => name);
const openOne = ({ findings }: Paper): PaperFinding | undefined =>
  findings.find(({ status }) => status === 'open');
const isOpen = (paper: Paper): boolean => openOne(paper) !== undefined;
const foundIt = (paper: Paper): readonly string[] =>
  [...paper.said]
    .filter(
      ([, { outcome, day }]) => outcome === 'problem' && day >= (openOne(paper)?.openedOn ?? 0),
    )
    .map(([name]) => name);

function covered(paper: Paper, name: string): boolean {
  const answered = judged(paper);
  const done = answered.flatMap((one) => paper.seats.get(one) ?? []);
  if (answered.includes(name) || answered.some((one) => paper.whole.has(one))) return true;
  return (paper.seats.get(name) ?? []).every((process) => done.includes(process));
}

/** Somebody spoke for this person, where everybody has to: the person, or one of those with the same place. */
function spokenFor(paper: Paper, name: string): boolean {
  const placeOf = (one: string): string => paper.helpsFor.get(one) ?? one;
  return judged(paper).some((one) => placeOf(one) === placeOf(name));
}

function settled(paper: Paper): boolean {
  const names = [...paper.seats.keys()];
  const answered = judged(paper);
  if (paper.takesTwo && answered.length < 2) return false;
  switch (paper.rule) {
    case 'any':
      return answered.length >= 1;
    case 'four-eyes': {
      const seen = [...paper.offices].some((name) => answered.includes(name));
      return answered.length >= 2 && (seen || paper.offices.size === 0);
    }
    case 'all':
      return names.every((name) => spokenFor(paper, name));
    case 'per-process':
      return names.every((name) => covered(paper, name));
  }
}

function statusOf(paper: Paper): Status {
  if (paper.withdrawn) return 'withdrawn';
  if (isOpen(paper)) return 'problem';
  return settled(paper) ? 'fulfilled' : 'open';
}

function may(paper: Paper, name: string): boolean {
  if (!paper.seats.has(name) || paper.withdrawn) return false;
  if (judged(paper).includes(name)) return true;
  if (isOpen(paper) && foundIt(paper).length === 0) return true;
  if (paper.takesTwo && judged(paper).length < 2) return true;
  if (paper.rule === 'all') return !spokenFor(paper, name);
  return paper.rule === 'per-process' ? !covered(paper, name) : !settled(paper);
}

const asked = (paper: Paper, name: string): boolean =>
  may(paper, name) && !judged(paper).includes(name);

function looksAgain(paper: Paper, name: string): boolean {
  if (paper.looksAgain === 'asked') return asked(paper, name);
  return paper.looksAgain?.has(name) ?? false;
}

/** The verdict by the book; undefined for what the book does not keep. */
function onPaper(paper: Paper, event: DutyEvent, day: number): Verdict | undefined {
  switch (event.type) {
    case 'answered':
      return answeredOnPaper(paper, event, day);
    case 'handed-over':
      return handedOnPaper(paper, event);
    case 'vendor-reacted':
      return reactedOnPaper(paper, event);
    case 'solution-reported':
      return reactedOnPaper(paper, { ...event, solved: true });
    case 'risk-accepted':
      return acceptedOnPaper(paper, event);
    case 'risk-prolonged':
      return prolongedOnPaper(paper, event);
    case 'risk-dropped':
      return droppedOnPaper(paper, event);
    case 'second-asked':
      return secondOnPaper(paper, event);
    case 'outdated':
      return outdatedOnPaper(paper);
    case 'vendor-answered':
      return reactedOnPaper(paper, { ...event, solved: event.status === 'solved' });
    case 'reply-sent':
      if (isOpen(paper) && !paper.withdrawn) paper.replied = true;
      return undefined;
    case 'risk-asked':
      return riskAskedOnPaper(paper, event);
    case 'confirmed':
      return confirmedOnPaper(paper, event);
    case 'withdrawn':
      return withdrawnOnPaper(paper);
    default:
      return undefined;
  }
}

function riskAskedOnPaper(
  paper: Paper,
  { by, of, until }: Extract<DutyEvent, { type: 'risk-asked' }>,
): Verdict | undefined {
  if (paper.withdrawn) return 'withdrawn';
  if (!isOpen(paper)) return 'no-finding';
  if (foundIt(paper).includes(of.name)) return 'not-independent';
  if (of.name === by.name) return acceptedOnPaper(paper, { by, acceptedBy: by.name, until });
  paper.riskAsked = { of: of.name, finding: paper.findings.findIndex(isOpenOne) + 1, until };
  return undefined;
}

function confirmedOnPaper(
  paper: Paper,
  { by, what, finding, yes, today }: Extract<DutyEvent, { type: 'confirmed' }>,
): Verdict | undefined {
  const { riskAsked: pending } = paper;
  if (what === 'owner' || paper.withdrawn) return undefined;
  const meant = `F-${String(pending?.finding)}` === finding && pending?.of === by.name;
  if (!meant || paper.findings[pending.finding - 1]?.status !== 'open') return 'no-finding';
  if (yes && foundIt(paper).includes(by.name)) return 'not-independent';
  if (yes && pending.until < today) return 'too-late';
  paper.riskAsked = undefined;
  return yes ? acceptedOnPaper(paper, { by, acceptedBy: by.name, ...pending }) : 'done';
}

function answeredOnPaper(paper: Paper, event: Answered, day: number): Verdict {
  const { by, outcome, values, formVersion } = event;
  const { name } = by;
  if (!paper.seats.has(name)) return 'not-assigned';
  const form = paper.forms.get(name) ?? 0;
  const written = JSON.stringify(values);
  const looked = looksAgain(paper, name);
  const again = form === formVersion && looked;
  if (paper.said.get(name)?.values === written && !again) return 'repeated';
  if (paper.withdrawn) return 'withdrawn';
  const contradicts = outcome === 'problem' && statusOf(paper) === 'fulfilled';
  if (form !== formVersion || !(contradicts || may(paper, name))) return 'too-late';
  if (outcome === 'fulfilled' && name === paper.requester) return 'not-independent';
  const was = paper.said.get(name)?.outcome;
  const back = was === 'problem' && outcome === 'fulfilled' && !again;
  if (back && isOpen(paper) && paper.replied) return 'needs-reason';
  const known = foundIt(paper).includes(name);
  if (outcome === 'problem' && (!known || looked || !isOpen(paper))) paper.replied = false;
  paper.forms.set(name, form + 1);
  paper.said.set(name, { outcome, values: written, day });
  findingOnPaper(paper, { name, outcome, looked }, day);
  return 'done';
}

function findingOnPaper(
  paper: Paper,
  { name, outcome, looked }: { name: string; outcome: Outcome; looked: boolean },
  day: number,
): void {
  if (outcome === 'problem' && !isOpen(paper)) {
    paper.findings.push({ status: 'open', openedOn: day, failed: 0, lastReaction: '' });
    return;
  }
  const open = openOne(paper);
  if (!open) return;
  if (outcome === 'problem' && looked) {
    open.failed += 1;
    paper.looksAgain = undefined;
  }
  const found = foundIt(paper);
  if (outcome === 'fulfilled' && found.length === 0) {
    open.status = 'closed';
    paper.looksAgain = undefined;
    return;
  }
  if (paper.looksAgain === undefined) return;
  if (paper.looksAgain !== 'asked' && looked) paper.looksAgain.delete(name);
  if (found.length === 0) paper.looksAgain = 'asked';
  else if (paper.looksAgain === 'asked' || paper.looksAgain.size === 0)
    paper.looksAgain = undefined;
}

function handedOnPaper(paper: Paper, event: Extract<DutyEvent, { type: 'handed-over' }>): Verdict {
  const giver = everybody.find(({ aadObjectId }) => aadObjectId === event.from)?.name ?? '';
  const taker = event.to.name;
  const part = paper.seats.get(giver);
  if (!part) return 'not-assigned';
  if (!asked(paper, giver)) return 'too-late';
  if (paper.seats.has(taker)) return 'asked-already';
  if (taker === paper.requester) return 'not-independent';
  paper.seats.delete(giver);
  paper.seats.set(taker, part);
  if (paper.whole.delete(giver)) paper.whole.add(taker);
  if (paper.offices.delete(giver)) paper.offices.add(taker);
  const whom = paper.helpsFor.get(giver);
  paper.helpsFor.delete(giver);
  if (whom !== undefined) paper.helpsFor.set(taker, whom);
  for (const [helper, one] of paper.helpsFor) if (one === giver) paper.helpsFor.set(helper, taker);
  paper.forms.set(taker, (paper.forms.get(taker) ?? 0) + 1);
  return 'done';
}

/** The book does not count days: who was asked beside somebody is read, and what that person then has is not. */
function helpersOnPaper(paper: Paper, after: Duty): void {
  const nameOf = (id: string | undefined): string =>
    everybody.find(({ aadObjectId }) => aadObjectId === id)?.name ?? '';
  for (const { aadObjectId, standsInFor } of after.assignees) {
    const [helper, whom] = [nameOf(aadObjectId), nameOf(standsInFor)];
    if (standsInFor === undefined || paper.seats.has(helper)) continue;
    assert.ok(paper.seats.has(whom) && helper !== paper.requester);
    paper.seats.set(helper, paper.seats.get(whom) ?? []);
    if (paper.whole.has(whom)) paper.whole.add(helper);
    if (paper.offices.has(whom)) paper.offices.add(helper);
    paper.helpsFor.set(helper, whom);
    paper.forms.set(helper, (paper.forms.get(helper) ?? 0) + 1);
  }
}

function reactedOnPaper(
  paper: Paper,
  { text, solved }: { readonly text: string; readonly solved: boolean },
): Verdict | undefined {
  const open = openOne(paper);
  if (paper.withdrawn || !open) return undefined;
  const again = open.lastReaction === text;
  open.lastReaction = text;
  if (!solved) return again ? 'repeated' : 'done';
  if (paper.looksAgain !== undefined && again) return 'repeated';
  const found = foundIt(paper);
  paper.looksAgain = found.length === 0 ? 'asked' : new Set(found);
  return 'done';
}

const isOpenOne = ({ status }: PaperFinding): boolean => status === 'open';

function acceptedOnPaper(
  paper: Paper,
  event: Pick<Extract<DutyEvent, { type: 'risk-accepted' }>, 'by' | 'acceptedBy' | 'until'>,
): Verdict {
  const { by, acceptedBy, until } = event;
  if (paper.withdrawn) return 'withdrawn';
  const open = openOne(paper);
  if (!open) return 'no-finding';
  open.status = 'closed';
  open.borne = { by: by.name === acceptedBy ? by.name : undefined, until };
  paper.looksAgain = undefined;
  return 'done';
}

/** The risk that this person bears now: of the last finding that was closed so, as long as somebody says that it is wrong. */
function bornByOnPaper(paper: Paper, name: string): PaperFinding | undefined {
  const wrong = [...paper.said.values()].filter(({ outcome }) => outcome === 'problem');
  const last = paper.findings.findLast(
    ({ status, borne, openedOn }) =>
      status === 'closed' && borne !== undefined && wrong.some(({ day }) => day >= openedOn),
  );
  return isOpen(paper) || last?.borne?.by !== name ? undefined : last;
}

function prolongedOnPaper(
  paper: Paper,
  { by, until }: Extract<DutyEvent, { type: 'risk-prolonged' }>,
): Verdict {
  if (paper.withdrawn) return 'withdrawn';
  const finding = bornByOnPaper(paper, by.name);
  if (!finding?.borne) return 'no-finding';
  if (paper.said.get(by.name)?.outcome === 'problem') return 'not-independent';
  if (finding.borne.until === until) return 'repeated';
  finding.borne.until = until;
  return 'done';
}

function droppedOnPaper(
  paper: Paper,
  { by }: Extract<DutyEvent, { type: 'risk-dropped' }>,
): Verdict {
  if (paper.withdrawn) return 'withdrawn';
  const finding = bornByOnPaper(paper, by.name);
  if (!finding) return 'no-finding';
  finding.status = 'open';
  // The vendor has to hear of it again.
  paper.replied = false;
  return 'done';
}

function secondOnPaper(
  paper: Paper,
  { person }: Extract<DutyEvent, { type: 'second-asked' }>,
): Verdict | undefined {
  if (paper.seats.has(person.name)) return 'asked-already';
  const able = [...paper.seats.keys()].filter(
    (name) => name !== paper.requester && (judged(paper).includes(name) || asked(paper, name)),
  );
  const lacks = (paper.rule === 'four-eyes' || paper.takesTwo) && able.length < 2;
  if (paper.withdrawn || settled(paper) || !lacks) return 'too-late';
  if (person.name === paper.requester) return 'not-independent';
  paper.seats.set(person.name, processes);
  paper.whole.add(person.name);
  paper.forms.set(person.name, (paper.forms.get(person.name) ?? 0) + 1);
  return 'done';
}

function outdatedOnPaper(paper: Paper): Verdict {
  if (paper.withdrawn) return 'withdrawn';
  if (paper.outdated) return 'repeated';
  paper.outdated = true;
  if (statusOf(paper) === 'open') {
    paper.withdrawn = true;
    paper.looksAgain = undefined;
  }
  return 'done';
}

function withdrawnOnPaper(paper: Paper): Verdict {
  if (paper.withdrawn) return 'repeated';
  if (statusOf(paper) === 'fulfilled') return 'too-late';
  if (isOpen(paper)) return 'finding-open';
  paper.withdrawn = true;
  paper.looksAgain = undefined;
  return 'done';
}
