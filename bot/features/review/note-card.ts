import type { Card, Element } from '../../../cards/card.ts';
import { actions, band, card, questionText, text } from '../../../cards/elements.ts';
import { plain, shorten, visible } from '../../../cards/plain-text.ts';
import type { Submitted } from '../../../cards/read-fields.ts';
import type { Duty } from '../../duty/duty.ts';
import { decisions, maxNote } from '../../kinds/review-access/accounts.ts';
import { reviewAccessTexts } from '../../kinds/review-access/texts.ts';
import { buttons } from '../../views/buttons.ts';
import { cut, fitted } from '../../views/fitting.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { dueBand } from '../../views/reader.ts';
import { words } from '../../views/texts.ts';
import type { ReviewRow } from './page-card.ts';
import { decisionInput, noteInput, standsOut, textOf } from './page-card.ts';

interface NotesAsked {
  readonly rows: readonly ReviewRow[];
  readonly typed: Submitted;
  readonly page: number;
  /** Where the reviewer was going. */
  readonly to: number;
}

/** Asks for the role or the reason of the accounts of a page that need one; back leads to the page. */
export function noteCard(duty: Duty, asked: NotesAsked, reader: ReaderNow): Card {
  const { language } = reader;
  const { page, name } = reviewAccessTexts[language];
  const data = { duty: duty.id, page: asked.page, to: asked.to };
  return fitted((length) => {
    const shown = cut(duty, length);
    const decided = Object.fromEntries(
      asked.rows.map((row) => [decisionInput(row.at), decisionOf(row, asked.typed) ?? '']),
    );
    return card(language, `${name}: ${page.explainTitle}`, [
      band({
        style: 'emphasis',
        kicker: `${name} · ${shown.reference}`,
        title: shown.title,
        place: shown.system,
        due: dueBand(duty.dueOn, reader),
      }),
      questionText(page.explainTitle),
      text(page.explainIntro, { isSubtle: true }),
      ...asked.rows.flatMap((row) =>
        noteElements(row, { typed: asked.typed, length: Math.min(40, length / 4) }, reader),
      ),
      ...actions([
        buttons.reviewSave.button(
          page.saveNext,
          { ...data, notes: 'given', language },
          { primary: true, kept: decided },
        ),
        buttons.reviewSave.button(
          words[language].back,
          { ...data, notes: 'back', language },
          { kept: decided },
        ),
      ]),
    ]);
  });
}

function noteElements(
  row: ReviewRow,
  { typed, length }: { readonly typed: Submitted; readonly length: number },
  { language }: ReaderNow,
): readonly Element[] {
  const texts = reviewAccessTexts[language];
  const name = shorten(visible(row.account.name), length);
  const decision = decisionOf(row, typed);
  const flagged = standsOut(row, language);
  const about = [
    shorten(row.account.account, length),
    ...(flagged === '' ? [] : [shorten(visible(flagged), 4 * length)]),
  ];
  const written = noteOf(row, typed);
  return [
    {
      type: 'Input.Text',
      id: noteInput(row.at),
      label:
        decision === 'change' || decision === undefined
          ? texts.page.newRole(name)
          : texts.page.reason(texts.decisions[decision], name),
      maxLength: maxNote,
      ...(written === undefined ? {} : { value: written }),
    },
    text(plain(about.join(' · ')), { isSubtle: true, size: 'small', spacing: 'none' }),
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

const decisionOf = ({ at, pick }: ReviewRow, typed: Submitted) =>
  decisions.find((known) => known === typed[decisionInput(at)]) ?? pick?.decision;

/** What was written: what belongs to another decision does not stand there. */
function noteOf(row: ReviewRow, typed: Submitted): string | undefined {
  const same = row.pick?.decision === decisionOf(row, typed);
  return textOf(typed[noteInput(row.at)]) ?? (same ? row.pick?.note : undefined);
}
