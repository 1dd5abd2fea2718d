import { DateTime } from 'luxon';
import { cut } from '../../../cards/plain-text.ts';
import type { OpenableKind } from '../../kinds/index.ts';
import { dutyKinds, kindOf } from '../../kinds/index.ts';

/** A sample of duties that somebody wants drawn. */
export interface DrawRequest {
  readonly count: number;
  /** Every kind where none is named. */
  readonly kind: OpenableKind | undefined;
  readonly seed: string;
  /** Calendar days, both included; everything where none is named. */
  readonly period: { readonly from: string; readonly to: string } | undefined;
}

const mostDrawn = 20;

const anyKind = /^(?:plicht(?:en)?|dut(?:y|ies))$/;

const begins = /^(?:trek|draw) (\d{1,4}) (.+)$/iu;
const whole =
  /^(?<what>[\p{L} -]+?) ?[,;]? (?:met |with )?(?:seed|zaad|startgetal|start(?:ing)? number) (?<seed>[^\s,;]{1,64})(?: ?[,;]? (?<period>.+))?$/iu;

/**
 * Reads "trek 5 wijzigingen, startgetal 20261123" or "draw 5 changes, seed 20261123", with a period behind it where
 * one is wanted: `2026`, `2026-11`, `Q4 2026` or two days. `incomplete` for what begins so and goes on otherwise;
 * undefined for any other sentence. The seed counts as it was typed.
 */
export function readDraw(text: string): DrawRequest | 'incomplete' | undefined {
  const [, number, rest = ''] = begins.exec(cut(text.trim().replace(/\s+/g, ' '), 300)) ?? [];
  if (number === undefined) return undefined;
  const { what = '', seed, period } = whole.exec(rest)?.groups ?? {};
  const kind = kindCalled(what.trim().toLowerCase());
  const count = Number(number);
  if (seed === undefined || kind === undefined || count < 1 || count > mostDrawn)
    return 'incomplete';
  const days = period === undefined ? undefined : readPeriod(period);
  if (period !== undefined && !days) return 'incomplete';
  return { count, kind: kind === 'any' ? undefined : kind, seed, period: days };
}

function kindCalled(what: string): OpenableKind | 'any' | undefined {
  if (anyKind.test(what)) return 'any';
  return dutyKinds.map(({ kind }) => kind).find((kind) => kindOf(kind).drawnAs?.test(what));
}

const day = String.raw`\d{4}-\d{2}-\d{2}`;
const fromTo = new RegExp(
  String.raw`^(?:van\s+|from\s+)?(${day})\s*(?:tot en met|tot|t/m|until|to|-|–)\s*(${day})$`,
  'iu',
);
const quarterOf = /^(?:q|kwartaal\s*|quarter\s*)([1-4])\s*(\d{4})$/iu;

/** A period as two calendar days, both included. */
function readPeriod(typed: string): DrawRequest['period'] {
  const said = typed.trim().replace(/^(?:periode|period|in|over)\s+/iu, '');
  const [, from, to] = fromTo.exec(said) ?? [];
  if (from !== undefined && to !== undefined) {
    const valid = DateTime.fromISO(from).isValid && DateTime.fromISO(to).isValid && from <= to;
    return valid ? { from, to } : undefined;
  }
  const [, quarter, year] = quarterOf.exec(said) ?? [];
  if (quarter !== undefined) return unit(`${year ?? ''}-Q${quarter}`, 'quarter');
  if (/^\d{4}$/.test(said)) return unit(said, 'year');
  return /^\d{4}-\d{2}$/.test(said) ? unit(said, 'month') : undefined;
}

function unit(said: string, length: 'year' | 'quarter' | 'month'): DrawRequest['period'] {
  const [year = '', quarter] = said.split('-Q');
  const first =
    length === 'quarter' ? `${year}-${String(Number(quarter) * 3 - 2).padStart(2, '0')}` : said;
  const start = DateTime.fromISO(length === 'year' ? `${first}-01` : first, { zone: 'utc' });
  if (!start.isValid) return undefined;
  return {
    from: start.toFormat('yyyy-MM-dd'),
    to: start.endOf(length).toFormat('yyyy-MM-dd'),
  };
}
