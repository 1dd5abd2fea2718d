import type { Language } from '../../../cards/language.ts';
import type { Account, Picks } from '../../kinds/review-access/accounts.ts';
import { reviewAccessTexts } from '../../kinds/review-access/texts.ts';
import { fileTexts } from '../texts.ts';

/** What an administrator has to remove or change, as CSV (RFC 4180) that a spreadsheet opens safely. */
export function removalsCsv(
  accounts: readonly Account[],
  picks: Picks,
  language: Language,
): string {
  const { fields, removals } = fileTexts[language];
  const words = reviewAccessTexts[language].decisions;
  const heading = [fields.account, fields.name, fields.role, removals.action, removals.note];
  const rows = accounts.flatMap(({ account, name, role = '' }, at) => {
    const pick = picks.get(at);
    if (pick?.decision !== 'remove' && pick?.decision !== 'change') return [];
    return [[account, name, role, words[pick.decision], pick.note ?? '']];
  });
  const lines = [heading, ...rows].map((cells) => cells.map(csvCell).join(','));
  // Excel takes the byte order mark as the sign of UTF-8.
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

// Spreadsheets work out what begins with one of these, in full width too, whatever quotes stand around it.
const formula = /^(?=[\s"']*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/;
// A Dutch Excel divides at the semicolon: what comes after one begins a cell of its own.
const laterFormula = /([\s"';,]+)([=+\-@\uFF1D\uFF0B\uFF0D\uFF20]?)/g;

/** Puts an apostrophe behind each sign of a run that begins a cell, from the last that surely does. */
function disarmed(run: string): string {
  const last = Math.max(run.lastIndexOf(';'), run.lastIndexOf(','), 0);
  return run.slice(0, last) + run.slice(last).replace(/[;,\t\r\n]/g, "$&'");
}

function csvCell(text: string): string {
  const safe = text
    .replace(laterFormula, (run, gap: string, sign: string) =>
      sign === '' ? run : disarmed(gap) + sign,
    )
    .replace(formula, "'");
  return `"${safe.replaceAll('"', '""')}"`;
}
