import { buttons } from '../../views/buttons.ts';
import type { Card } from '../../../cards/card.ts';
import { actions, band, card, text } from '../../../cards/elements.ts';
import { plain, shorten, visible } from '../../../cards/plain-text.ts';
import { comparable } from '../../../cards/same-text.ts';
import type { Account } from '../../kinds/review-access/accounts.ts';
import { reviewAccessTexts } from '../../kinds/review-access/texts.ts';
import type { Duty } from '../../duty/duty.ts';
import { cut, fitted } from '../../views/fitting.ts';
import type { ReaderNow } from '../../views/reader.ts';
import { dueBand } from '../../views/reader.ts';
import { words } from '../../views/texts.ts';

/** So many names fit on one card; what is left is asked about afterwards. */
export const mostKept = 500;
const perBlock = 25;

/** Asked before accounts are kept in bulk: their names, and whether that is right. */
export function keepRestCard(
  duty: Duty,
  {
    accounts,
    more,
    rows,
  }: { readonly accounts: readonly Account[]; readonly more: number; readonly rows: string },
  reader: ReaderNow,
): Card {
  const { language } = reader;
  const { page, name } = reviewAccessTexts[language];
  const spelled = namesOf(accounts);
  const blocks = Array.from({ length: Math.ceil(spelled.length / perBlock) }, (_, at) =>
    spelled.slice(at * perBlock, (at + 1) * perBlock),
  );
  return fitted((length) => {
    const shown = cut(duty, Math.min(200, length));
    const most = Math.min(60, Math.max(16, length / 8));
    return card(language, `${name}: ${page.keepAsk(accounts.length)}`, [
      band({
        style: 'emphasis',
        kicker: `${name} · ${shown.reference}`,
        title: shown.title,
        place: shown.system,
        due: dueBand(duty.dueOn, reader),
      }),
      text(page.keepAsk(accounts.length), { weight: 'bolder', spacing: 'medium' }),
      ...blocks.map((block) =>
        text(plain(block.map((one) => shorten(one, most)).join(' · ')), { spacing: 'small' }),
      ),
      ...(more > 0 ? [text(page.keepMore(more), { isSubtle: true })] : []),
      text(page.keepHint, { isSubtle: true }),
      ...actions([
        buttons.reviewKeepRest.button(
          page.keepYes(accounts.length),
          { duty: duty.id, rows, language },
          { primary: true, inputs: 'none' },
        ),
        buttons.review.button(page.goOn, { duty: duty.id, language }, { inputs: 'none' }),
        buttons.show.button(words[language].back, { duty: duty.id, language }, { inputs: 'none' }),
      ]),
    ]);
  });
}

/** Names as they stand on the list; the account beside a name that two of them have. */
function namesOf(accounts: readonly Account[]): readonly string[] {
  const counted = new Map<string, number>();
  for (const { name } of accounts) {
    counted.set(comparable(name), (counted.get(comparable(name)) ?? 0) + 1);
  }
  return accounts.map(({ name, account }) =>
    visible((counted.get(comparable(name)) ?? 0) > 1 ? `${name} (${account})` : name),
  );
}
