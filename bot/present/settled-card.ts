import type { Card, Element, Fact } from '../../cards/card.ts';
import { dayInWords, momentInWords } from '../../cards/dates.ts';
import { actions, band, button, card, facts, figures, text } from '../../cards/elements.ts';
import { plain } from '../../cards/plain-text.ts';
import { kindOf } from '../duties/index.ts';
import type { Answer, Duty, Finding, PersonId } from '../lifecycle/duty.ts';
import { matterFor, openFinding } from '../lifecycle/duty.ts';
import { countingAnswers } from '../lifecycle/standing.ts';
import { ruleInWords } from './asked.ts';
import type { ReaderNow } from './due.ts';
import { dueBand, fact } from './due.ts';
import type { FormState } from './form-state.ts';
import { summaryOf } from './summary.ts';
import { cutFacts } from './fitting.ts';
import { words } from './words.ts';

export function placeOf(duty: Duty, place: string | undefined): string {
  return place === undefined ? duty.system : `${duty.system} · ${place}`;
}

/** The card of somebody who could not judge, while the duty still waits. */
export function unable(
  duty: Duty,
  mine: Answer,
  reader: ReaderNow,
  { told }: FormState,
  length: number,
): Card {
  const { language } = reader;
  const kind = kindOf(duty.kind);
  const said = words[language];
  const { outcomes } = kind.words(language);
  return card(language, summaryOf(duty, reader), [
    band({
      style: 'emphasis',
      kicker: `◐ ${outcomes.unable} · ${duty.reference}`,
      title: duty.title,
      place: placeOf(duty, kind.introduction(duty, reader).place),
      right: dueBand(duty.dueOn, reader),
    }),
    ...noted(told),
    text(said.unableNote, { spacing: 'medium' }),
    ...answerElements(duty, mine, reader, length),
    ...actions([
      button(said.answerAfterAll, 'correct', { d: duty.id }, { inputs: 'none' }),
      button(said.myDuties, 'my-duties', { d: duty.id }, { inputs: 'none' }),
    ]),
  ]);
}

const look = {
  fulfilled: { style: 'good', symbol: '✔' },
  problem: { style: 'attention', symbol: '✖' },
  open: { style: 'emphasis', symbol: '○' },
  withdrawn: { style: 'emphasis', symbol: '⊘' },
} as const;

/** The word for the state of a duty: what was answered, or that it waits or was withdrawn. */
export function stateWords(
  duty: Duty,
  language: ReaderNow['language'],
): { style: Bands; kicker: string } {
  const { outcomes, name } = kindOf(duty.kind).words(language);
  if (acceptanceOf(duty)) {
    return { style: 'warning', kicker: `◑ ${words[language].accepted} · ${duty.reference}` };
  }
  const state = {
    fulfilled: outcomes.fulfilled,
    problem: outcomes.problem,
    open: name,
    withdrawn: words[language].withdrawn,
  }[duty.status];
  const { style, symbol } = look[duty.status];
  return { style, kicker: `${symbol} ${state} · ${duty.reference}` };
}
type Bands = (typeof look)[keyof typeof look]['style'] | 'warning';

/** The card after it was settled, handed on or withdrawn; for whoever is not asked, how it stands. */
export function settled(
  duty: Duty,
  viewer: PersonId,
  reader: ReaderNow,
  { told }: FormState,
  length: number,
): Card {
  const { language } = reader;
  const said = words[language];
  const given = countingAnswers(duty);
  const own = given.find(({ by }) => by.aadObjectId === viewer);
  const mine = own !== undefined && duty.status !== 'withdrawn';
  const proof = (own ?? given.at(-1))?.proof;
  const { place } = kindOf(duty.kind).introduction(duty, reader);
  const { style, kicker } = stateWords(duty, language);
  return card(language, `${kicker}: ${duty.title}`, [
    band({ style, kicker, title: duty.title, place: placeOf(duty, place) }),
    ...noted(told ?? handedOn(duty, viewer, said.handedTo)),
    ...(duty.withdrawn ? [text(said.noLonger, { spacing: 'medium' })] : []),
    ...facts(fact(said.reason, duty.withdrawn?.reason)),
    ...answersElements(duty, given, reader, length),
    ...facts([...ruleInWords(duty, language), ...findingFacts(duty, reader)]),
    ...(duty.status === 'problem' ? [text(said.problemNote)] : []),
    ...(proof ? [text(said.evidence(proofOf(proof)), { isSubtle: true, size: 'small' })] : []),
    ...actions([
      ...(mine && openFinding(duty)
        ? [
            button(
              said.vendorReply,
              'reply',
              { d: duty.id, l: language },
              { primary: true, inputs: 'none' },
            ),
          ]
        : []),
      ...(mine ? [button(said.correct, 'correct', { d: duty.id }, { inputs: 'none' })] : []),
      button(said.myDuties, 'my-duties', { d: duty.id }, { inputs: 'none' }),
    ]),
  ]);
}

/** A line of its own above how the duty stands. */
export const noted = (told: string | undefined): readonly Element[] =>
  told === undefined ? [] : [text(told, { spacing: 'medium', weight: 'bolder' })];

/** Enough of the hash to find the record: its first and last characters. */
function proofOf(hash: string): string {
  return `${hash.slice(0, 4)}…${hash.slice(-2)}`;
}

const answersShown = 4;

/** The answers of everybody whose answer counts; beyond a few only how many there are. */
export function answersElements(
  duty: Duty,
  given: readonly Answer[],
  reader: ReaderNow,
  length: number,
): readonly Element[] {
  const more = given.length - answersShown;
  return [
    ...given.slice(-answersShown).flatMap((answer) => answerElements(duty, answer, reader, length)),
    ...(more > 0 ? [text(words[reader.language].moreAnswers(more), { isSubtle: true })] : []),
  ];
}

/** What was answered, by whom and when. */
export function answerElements(
  duty: Duty,
  given: Answer,
  reader: ReaderNow,
  length: number,
): readonly Element[] {
  const { language, zone, now } = reader;
  const said = words[language];
  const matter = matterFor(duty, given.by.aadObjectId, undefined);
  const summary = kindOf(duty.kind).summary(matter, given.values, reader);
  const when = momentInWords(given.at, language, zone, Number(now.slice(0, 4)));
  const told = cutFacts(summary.facts, Math.min(600, length));
  return [
    ...figures(summary.figures),
    ...facts([...told, ...fact(said.by, said.answeredBy(given.by.name, when))]),
  ];
}

/** The risk that somebody bears instead of a solution. */
function acceptanceOf(duty: Duty): Finding['acceptance'] {
  return duty.status === 'fulfilled' ? duty.findings.at(-1)?.acceptance : undefined;
}

/** Who has it now, for whoever handed it on. */
function handedOn(duty: Duty, viewer: PersonId, say: (name: string) => string): string | undefined {
  const was = duty.former.find(({ aadObjectId }) => aadObjectId === viewer);
  return was && duty.status === 'open' ? say(plain(was.handedTo.name)) : undefined;
}

/** Where a finding is on its way: owner, vendor, failed rounds, or who bears the risk. */
export function findingFacts(duty: Duty, reader: ReaderNow): readonly Fact[] {
  const { language, zone, now } = reader;
  const said = words[language];
  const thisYear = Number(now.slice(0, 4));
  const acceptance = acceptanceOf(duty);
  if (acceptance) {
    const until = dayInWords(acceptance.until, language, { thisYear });
    return [
      ...fact(said.accepted, said.acceptedUntil(acceptance.by, until)),
      ...fact(said.reason, acceptance.reason),
    ];
  }
  const open = openFinding(duty);
  if (!open) return [];
  const due = said.due(dayInWords(open.dueOn, language, { thisYear }));
  return [
    ...fact(
      said.finding,
      [open.id, open.owner?.name, due].filter((part) => part !== undefined).join(', '),
    ),
    ...fact(
      said.vendor,
      vendorState(open, duty.verifying, said, (at) => momentInWords(at, language, zone, thisYear)),
    ),
    ...(open.failedRounds > 0 ? fact(said.failed, said.failedRounds(open.failedRounds)) : []),
  ];
}

function vendorState(
  { reply, reactions }: Finding,
  verifying: boolean,
  { vendorState: said }: (typeof words)['nl'],
  when: (at: string) => string,
): string {
  if (verifying) return said.solved;
  const last = reactions.at(-1);
  // A reaction counts for the reply before it; after a failed verification a new reply is due.
  if (last && !last.solved && (!reply || last.at >= reply.at)) return said.unsolved;
  return reply ? said.sent(when(reply.at)) : said.waiting;
}
