import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DutyEvent, Verdict } from '../../bot/duty/decide.ts';
import type { Duty, Status } from '../../bot/duty/duty.ts';
import type { Outcome } from '../../bot/kinds/kind.ts';
import { isAsked, isToVerify, progressOf } from '../../bot/duty/answering/quorum.ts';
import type { Setup } from '../support/duties/events.ts';
import { everybody, fullHistories, live, processes, setups } from '../support/duties/events.ts';

/** What people would keep on paper: who is asked for what, who says what, what is wrong and who looks again. */
interface Paper {
  readonly rule: Setup['rule'];
  readonly requester: string | undefined;
  withdrawn: boolean;
  /** By person the processes that are theirs; everything where nothing is said. */
  readonly seats: Map<string, readonly string[]>;
  readonly whole: Set<string>;
  readonly forms: Map<string, number>;
  readonly said: Map<string, { outcome: Outcome; values: string; day: number }>;
  readonly findings: ('open' | 'closed')[];
  openedOn: number;
  failed: number;
  lastReaction: string;
  /** The vendor was told of the open finding. */
  replied?: boolean;
  /** Who is asked to bear the risk of which finding. */
  riskAsked?: { of: string; finding: number } | undefined;
  /** Who is to look whether it is solved; `asked` for whoever has not answered yet. */
  looksAgain: Set<string> | 'asked' | undefined;
}

type Answered = Extract<DutyEvent, { type: 'answered' }>;

describe('decisions, held against a book on paper', () => {
  it('agree about the verdict, the status, who said what, who is asked and what is wrong', () => {
    fc.assert(
      fc.property(setups, fullHistories, (setup, history) => {
        const paper = onOpening(setup);

        live(history, setup).steps.forEach(({ event, decision, after }, day) => {
          const verdict = onPaper(paper, event, day);

          if (verdict !== undefined) assert.equal(decision.verdict, verdict);
          sameState(paper, after);
        });
      }),
      { numRuns: 800, seed: 20261123 },
    );
  });
});

function sameState(paper: Paper, after: Duty): void {
  assert.equal(after.status, statusOf(paper));
  assert.deepEqual(
    after.findings.map(({ status }) => status),
    paper.findings,
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
  assert.equal(after.findings.at(-1)?.failedVerifications ?? 0, paper.failed);
  const { answered, asked: wanted } = progressOf(after);
  assert.equal(answered >= wanted, settled(paper));
}

function onOpening({ rule, seats, requester }: Setup): Paper {
  const names = seats.map(({ person }) => person.name);
  return {
    rule,
    requester: requester?.name,
    withdrawn: false,
    seats: new Map(seats.map(({ person, processes: own = processes }) => [person.name, own])),
    whole: new Set(seats.filter((seat) => !seat.processes).map(({ person }) => person.name)),
    forms: new Map(names.map((name) => [name, 1])),
    said: new Map(),
    findings: [],
    openedOn: 0,
    failed: 0,
    lastReaction: '',
    looksAgain: undefined,
  };
}

const judged = ({ said }: Paper): readonly string[] =>
  [...said].filter(([, { outcome }]) => outcome !== 'unable').map(([name]) => name);
const isOpen = ({ findings }: Paper): boolean => findings.includes('open');
const foundIt = (paper: Paper): readonly string[] =>
  [...paper.said]
    .filter(([, { outcome, day }]) => outcome === 'problem' && day >= paper.openedOn)
    .map(([name]) => name);

function covered(paper: Paper, name: string): boolean {
  const answered = judged(paper);
  const done = answered.flatMap((one) => paper.seats.get(one) ?? []);
  if (answered.includes(name) || answered.some((one) => paper.whole.has(one))) return true;
  return (paper.seats.get(name) ?? []).every((process) => done.includes(process));
}

function settled(paper: Paper): boolean {
  const names = [...paper.seats.keys()];
  const answered = judged(paper);
  switch (paper.rule) {
    case 'any':
      return answered.length >= 1;
    case 'four-eyes':
      return answered.length >= 2;
    case 'all':
      return names.every((name) => answered.includes(name));
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
      return closedOnPaper(paper);
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
  { by, of }: Extract<DutyEvent, { type: 'risk-asked' }>,
): Verdict | undefined {
  if (paper.withdrawn) return 'withdrawn';
  if (!isOpen(paper)) return 'no-finding';
  if (foundIt(paper).includes(of.name)) return 'not-independent';
  if (of.name === by.name) return closedOnPaper(paper);
  paper.riskAsked = { of: of.name, finding: paper.findings.length };
  return undefined;
}

function confirmedOnPaper(
  paper: Paper,
  { by, what, finding, yes }: Extract<DutyEvent, { type: 'confirmed' }>,
): Verdict | undefined {
  const { riskAsked: pending } = paper;
  if (what === 'owner' || paper.withdrawn) return undefined;
  const meant = `F-${String(pending?.finding)}` === finding && pending?.of === by.name;
  if (!meant || !isOpen(paper) || pending.finding !== paper.findings.length) return 'no-finding';
  paper.riskAsked = undefined;
  return yes ? closedOnPaper(paper) : 'done';
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
    paper.findings.push('open');
    paper.openedOn = day;
    paper.failed = 0;
    paper.lastReaction = '';
    return;
  }
  if (!isOpen(paper)) return;
  if (outcome === 'problem' && looked) {
    paper.failed += 1;
    paper.looksAgain = undefined;
  }
  const found = foundIt(paper);
  if (outcome === 'fulfilled' && found.length === 0) {
    paper.findings[paper.findings.length - 1] = 'closed';
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
  paper.forms.set(taker, (paper.forms.get(taker) ?? 0) + 1);
  return 'done';
}

function reactedOnPaper(
  paper: Paper,
  { text, solved }: { readonly text: string; readonly solved: boolean },
): Verdict | undefined {
  if (paper.withdrawn || !isOpen(paper)) return undefined;
  const again = paper.lastReaction === text;
  paper.lastReaction = text;
  if (!solved) return again ? 'repeated' : 'done';
  if (paper.looksAgain !== undefined && again) return 'repeated';
  const found = foundIt(paper);
  paper.looksAgain = found.length === 0 ? 'asked' : new Set(found);
  return 'done';
}

function closedOnPaper(paper: Paper): Verdict {
  if (paper.withdrawn) return 'withdrawn';
  if (!isOpen(paper)) return 'no-finding';
  paper.findings[paper.findings.length - 1] = 'closed';
  paper.looksAgain = undefined;
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
