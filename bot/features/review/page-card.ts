import { buttons } from '../../views/buttons.ts';
import type { Card, ChoiceInput, Element } from '../../../cards/card.ts';
import { foreignMoment } from '../../../cards/dates.ts';
import { actions, band, card, facts, figures, text } from '../../../cards/elements.ts';
import type { Language } from '../../../cards/language.ts';
import { cut as cutText, plain, shorten, visible } from '../../../cards/plain-text.ts';
import { looksLikeSecret } from '../../../cards/secrets.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import type { Advice } from '../../kinds/review-access/account-advice.ts';
import { sayAdvice } from '../../kinds/review-access/account-advice.ts';
import type {
  Account,
  Flag,
  Pick,
  PickProblem,
  Totals,
} from '../../kinds/review-access/accounts.ts';
import { decisions, maxNote } from '../../kinds/review-access/accounts.ts';
import { reviewAccessTexts } from '../../kinds/review-access/texts.ts';
import type { Duty } from '../../duty/duty.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { dueBand } from '../../views/reader.ts';
import { cut, fitted } from '../../views/fitting.ts';
import { reviewTexts } from '../../views/review-texts.ts';
import { words } from '../../views/texts.ts';

export const rowsPerPage = 6;
export const decisionInput = (at: number): string => `decision-${String(at)}`;
export const noteInput = (at: number): string => `note-${String(at)}`;

/** One account on a page: what is known of it and what was decided so far. */
export interface ReviewRow {
  readonly at: number;
  readonly account: Account;
  readonly flags: readonly Flag[];
  readonly advice?: Advice | undefined;
  readonly pick: Pick | undefined;
  readonly problem: PickProblem | 'too-long' | 'not-a-choice' | undefined;
}

export interface ReviewPage {
  readonly page: number;
  /** The place of the first row among the reviewer's own, counted from 0. */
  readonly first: number;
  readonly pages: number;
  readonly rows: readonly ReviewRow[];
  readonly totals: Totals;
  /** What was typed and could not be kept, by input id. */
  readonly typed: Submitted;
  /** What became of the click. */
  readonly told?: string | undefined;
}

/** From this many accounts on a list is reviewed as a workbook rather than page by page. */
const rowsForSheet = 51;

/** How far the review is, with the buttons to begin, go on, decide in bulk or hand in. */
export function reviewCover(
  duty: Duty,
  {
    totals,
    unflagged,
    told,
  }: { readonly totals: Totals; readonly unflagged: number; readonly told?: string | undefined },
  language: Language,
): readonly Element[] {
  const { page, totals: named } = reviewAccessTexts[language];
  const decided = totals.accounts - totals.undecided;
  const d = duty.id;
  const said = reviewTexts[language];
  const asSheet = totals.accounts >= rowsForSheet && totals.undecided > 0;
  const goOn = asSheet ? said.pages : decided === 0 ? page.begin : page.goOn;
  return [
    ...(asSheet && decided === 0 ? [text(said.sheetIntro(totals.accounts))] : []),
    text(page.progress(decided, totals.accounts), { weight: 'bolder', spacing: 'medium' }),
    ...figures([
      { label: named.keep, value: String(totals.keep), bad: false },
      { label: named.remove, value: String(totals.remove), bad: false },
      { label: named.undecided, value: String(totals.undecided), bad: false },
    ]),
    // With these the figures add up to all accounts.
    ...facts(
      (['change', 'unknown'] as const)
        .filter((decision) => totals[decision] > 0)
        .map((decision) => ({ title: named[decision], value: String(totals[decision]) })),
    ),
    ...(told === undefined ? [] : [text(told, { weight: 'bolder' })]),
    ...actions([
      ...(totals.undecided === 0
        ? [
            buttons.reviewHandIn.button(page.handIn, { duty: d }, { primary: true }),
            buttons.review.button(page.lookThrough, { duty: d }, { inputs: 'none' }),
          ]
        : [
            ...(asSheet
              ? [
                  buttons.file.button(
                    said.sheet,
                    { duty: d, file: 'review-sheet', language },
                    { primary: true, inputs: 'none' },
                  ),
                ]
              : []),
            buttons.review.button(
              goOn,
              { duty: d },
              asSheet ? { inputs: 'none' } : { primary: true },
            ),
          ]),
      ...(unflagged > 0
        ? [buttons.reviewKeepRest.button(page.keepRest(unflagged), { duty: d }, { inputs: 'none' })]
        : []),
    ]),
  ];
}

/** A page of accounts to decide about. */
export function reviewPageCard(duty: Duty, shown: ReviewPage, reader: ReaderNow): Card {
  return fitted((length) =>
    pageCard(cut(duty, length), { shown, length: Math.min(40, length / 4) }, reader),
  );
}

function pageCard(
  duty: Duty,
  { shown, length }: { readonly shown: ReviewPage; readonly length: number },
  reader: ReaderNow,
): Card {
  const { language } = reader;
  const { page, name } = reviewAccessTexts[language];
  const { first } = shown;
  const rowsText = page.rows(first + 1, first + shown.rows.length, shown.totals.accounts);
  const data = { duty: duty.id, page: shown.page };
  return card(language, `${name}: ${rowsText}`, [
    band({
      style: 'emphasis',
      kicker: `${name} · ${duty.reference}`,
      title: duty.title,
      place: rowsText,
      due: dueBand(duty.dueOn, reader),
    }),
    text(page.progress(shown.totals.accounts - shown.totals.undecided, shown.totals.accounts), {
      isSubtle: true,
    }),
    ...(shown.told === undefined ? [] : [text(shown.told, { weight: 'bolder' })]),
    ...shown.rows.flatMap((row) => rowElements(row, { typed: shown.typed, reader, length })),
    ...actions([
      buttons.reviewSave.button(page.saveNext, { ...data, to: shown.page + 1 }, { primary: true }),
      ...(shown.page > 0
        ? [buttons.reviewSave.button(page.saveEarlier, { ...data, to: shown.page - 1 })]
        : []),
      buttons.reviewSave.button(page.explain, { ...data, to: shown.page, notes: 'ask' }),
      buttons.reviewSave.button(page.saveStop, { ...data, to: -1 }),
      buttons.myDuties.button(words[language].myDuties, { duty: duty.id }, { inputs: 'none' }),
    ]),
  ]);
}

function rowElements(
  row: ReviewRow,
  {
    typed,
    reader: { language, zone },
    length,
  }: { readonly typed: Submitted; readonly reader: ReaderNow; readonly length: number },
): readonly Element[] {
  const texts = reviewAccessTexts[language];
  const { page } = texts;
  const { account, flags } = row;
  const name = shorten(visible(account.name), length);
  const signedIn =
    account.lastSignIn === undefined
      ? []
      : [
          `${page.lastSignIn} ${shorten(foreignMoment(account.lastSignIn, language, zone), length)}`,
        ];
  const about = [
    shorten(account.account, length),
    shorten(account.role ?? page.noRole, length),
    ...signedIn,
  ];
  const flagged = standsOut(row, language);
  const typedDecision = textOf(typed[decisionInput(row.at)]) ?? row.pick?.decision;
  const note = textOf(typed[noteInput(row.at)]) ?? row.pick?.note;
  const decision: ChoiceInput = {
    type: 'Input.ChoiceSet',
    id: decisionInput(row.at),
    label: page.decision(name),
    style: 'compact',
    wrap: true,
    placeholder: page.choose,
    ...(typedDecision === undefined ? {} : { value: typedDecision }),
    choices: decisions
      .filter((value) => value === 'unknown' || !flags.includes('self'))
      .map((value) => ({ title: texts.decisions[value], value })),
  };
  return [
    text(plain(name), { weight: 'bolder', separator: true, spacing: 'medium' }),
    text(plain(about.join(' · ')), { isSubtle: true, size: 'small', spacing: 'none' }),
    ...(flagged === ''
      ? []
      : [
          text(`⚑ ${plain(shorten(visible(flagged), 4 * length))}`, {
            weight: 'bolder',
            size: 'small',
            spacing: 'none',
          }),
        ]),
    decision,
    ...(note === undefined
      ? []
      : [
          text(plain(page.noted(shorten(visible(note), 4 * length))), {
            isSubtle: true,
            spacing: 'small',
          }),
        ]),
    ...(row.problem === undefined
      ? []
      : [
          text(`⚠ ${texts.problems[row.problem]}`, {
            color: 'attention',
            weight: 'bolder',
            spacing: 'small',
          }),
        ]),
  ];
}

/** Flags that the advice says better: for how long, and what else there is to it. */
const saidByAdvice: readonly Flag[] = ['dormant', 'disabled', 'new'];

/** What stands out about an account, in words; empty where nothing does. */
export function standsOut({ flags, advice }: ReviewRow, language: Language): string {
  const { flags: named } = reviewAccessTexts[language];
  if (advice === undefined) return flags.map((flag) => named[flag]).join(', ');
  const others = flags.filter((flag) => !saidByAdvice.includes(flag)).map((flag) => named[flag]);
  return [...others, sayAdvice(advice, language)].join(', ');
}

/** What was typed in one input, cut to what a note may be. */
export function textOf(raw: unknown): string | undefined {
  // What may be a password does not stand on a card once more.
  return typeof raw === 'string' && raw !== '' && !looksLikeSecret(raw)
    ? cutText(raw, maxNote)
    : undefined;
}
