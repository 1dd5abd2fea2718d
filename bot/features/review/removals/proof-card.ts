import { buttons } from '../../../views/buttons.ts';
import type { Card } from '../../../../cards/card.ts';
import { actions, band, card, facts, text } from '../../../../cards/elements.ts';
import { plain, shorten } from '../../../../cards/plain-text.ts';
import type { Account } from '../../../kinds/review-access/accounts.ts';
import type { Duty } from '../../../duty/duty.ts';
import { openFinding } from '../../../duty/duty.ts';
import type { PersonId } from '../../../duty/ids.ts';
import type { Compared } from '../../../duty/findings/compared.ts';
import type { ReaderNow } from '../../../views/reader.ts';
import { cut, fitted } from '../../../views/fitting.ts';
import { listTexts } from '../lists/texts.ts';
import { reviewTexts } from '../../../views/review-texts.ts';
import { turnLine } from '../../../views/duty/turn-line.ts';
import { firstStep } from '../../../views/findings/steps.ts';
import { words } from '../../../views/texts.ts';

const namesShown = 10;

function namesOf(accounts: readonly string[], language: ReaderNow['language'], length: number) {
  const more = accounts.length - namesShown;
  return [
    ...accounts
      .slice(0, namesShown)
      .map((account) => text(plain(shorten(account, length)), { spacing: 'small' as const })),
    ...(more > 0
      ? [text(reviewTexts[language].removals.more(more), { isSubtle: true as const })]
      : []),
  ];
}

/** What the new list showed: closed by proof, or whose turn it is, until when, and what is still to be done. */
export function proofCard(
  duty: Duty,
  { comparison, viewer }: { readonly comparison: Compared; readonly viewer: PersonId },
  reader: ReaderNow,
): Card {
  return fitted((length) => {
    const { language } = reader;
    const said = listTexts[language].proof;
    const { before, after, proven, stillThere, added } = comparison;
    const all = proven.length + stillThere.length;
    const open = openFinding(duty);
    return card(language, `${said.title}: ${duty.title}`, [
      bandOf(cut(duty, length), stillThere.length === 0 ? 'good' : 'warning', language),
      ...turnLine(duty, viewer, reader),
      text(stillThere.length === 0 ? said.proven(all) : said.stillThere(stillThere.length, all), {
        weight: 'bolder',
        spacing: 'medium',
      }),
      ...namesOf(stillThere, language, Math.min(100, length)),
      ...facts([
        { title: said.before, value: said.hashed(before.sha256, before.rows) },
        { title: said.after, value: said.hashed(after.sha256, after.rows) },
        { title: said.added, value: String(added) },
      ]),
      ...actions([
        ...(open ? [firstStep(duty, language)] : []),
        buttons.myDuties.button(words[language].myDuties, {}, { inputs: 'none' }),
      ]),
    ]);
  });
}

/** How the answers about a list stand on its buttons: one number, so that the next question keeps the last. */
export const answerBits = { whole: 1, same: 2, others: 4 } as const;

interface Alike {
  readonly was: Account;
  readonly now: Account;
}

/** Accounts that are gone, and others that came and could be the same: somebody has to say. */
export function alikeCard(
  duty: Duty,
  {
    id,
    alike,
    said: before,
  }: { readonly id: string; readonly alike: readonly Alike[]; readonly said: number },
  reader: ReaderNow,
): Card {
  return fitted((length) => {
    const { language } = reader;
    const said = listTexts[language].proof;
    const most = Math.min(60, length);
    const spelled = ({ account, name }: Account): string =>
      `${shorten(account, most)} · ${shorten(name, most)}`;
    const pairs = alike.map(({ was, now }) => `${spelled(was)} → ${spelled(now)}`);
    const answer = (bit: number) => ({
      ...{ duty: duty.id, draft: id, language },
      answers: before | bit,
    });
    return card(language, `${said.title}: ${duty.title}`, [
      bandOf(cut(duty, length), 'warning', language),
      text(said.alike(alike.length), { weight: 'bolder', spacing: 'medium' }),
      ...namesOf(pairs, language, Math.min(260, 4 * length)),
      text(said.notSure),
      ...actions([
        buttons.reviewProof.button(said.areSame, answer(answerBits.same), { inputs: 'none' }),
        buttons.reviewProof.button(said.areOthers, answer(answerBits.others), { inputs: 'none' }),
        buttons.myDuties.button(words[language].myDuties, {}, { inputs: 'none' }),
      ]),
    ]);
  });
}

/** A list on which accounts are missing that were to stay may be half an export: somebody has to say. */
export function halfListCard(
  duty: Duty,
  { id, vanished }: { readonly id: string; readonly vanished: readonly Account[] },
  reader: ReaderNow,
): Card {
  return fitted((length) => {
    const { language } = reader;
    const said = listTexts[language].proof;
    const names = vanished.map(({ name, account }) => `${name} · ${account}`);
    const confirm = { duty: duty.id, draft: id, answers: answerBits.whole, language };
    return card(language, `${said.title}: ${duty.title}`, [
      bandOf(cut(duty, length), 'warning', language),
      text(said.doubt(vanished.length), { weight: 'bolder', spacing: 'medium' }),
      ...namesOf(names, language, Math.min(100, length)),
      text(said.notWhole),
      ...actions([
        buttons.reviewProof.button(said.isWhole, confirm, { inputs: 'none' }),
        buttons.myDuties.button(words[language].myDuties, {}, { inputs: 'none' }),
      ]),
    ]);
  });
}

const bandOf = (
  { reference, title, system }: Duty,
  style: 'good' | 'attention' | 'warning',
  language: ReaderNow['language'],
) =>
  band({
    style,
    kicker: `${style === 'good' ? '✔' : '◔'} ${listTexts[language].proof.title} · ${reference}`,
    title,
    place: system,
  });
