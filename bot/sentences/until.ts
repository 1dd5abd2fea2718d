import { DateTime } from 'luxon';

const weekdays: readonly (readonly string[])[] = [
  ['maandag', 'monday'],
  ['dinsdag', 'tuesday'],
  ['woensdag', 'wednesday'],
  ['donderdag', 'thursday'],
  ['vrijdag', 'friday'],
  ['zaterdag', 'saturday'],
  ['zondag', 'sunday'],
];
const months: readonly RegExp[] = [
  /^jan(?:uari|uary)?$/,
  /^feb(?:ruari|ruary)?$/,
  /^(?:mrt|maart|mar|march)$/,
  /^apr(?:il)?$/,
  /^(?:mei|may)$/,
  /^jun[ie]?$/,
  /^jul[iy]?$/,
  /^aug(?:ustus|ust)?$/,
  /^sept?(?:ember)?$/,
  /^o[kc]t(?:ober)?$/,
  /^nov(?:ember)?$/,
  /^dec(?:ember)?$/,
];
const including = /^(?:tot en met|t m|tm|through|up to and including)$/;
const untilWords = /^(?:tot|until|till|til|back|terug|t|tm|through|including|met)$/;

/** Says of a day without "until" that it is the one of coming back. */
const comingBack = /\b(?:pas|weer|again|return|returning)\b/;

/**
 * The first day back that a sentence about being away names, as `yyyy-MM-dd`: the day behind "until", or the one after "up to
 * and including" it. Days lie ahead of `today`, at most a year; undefined where none can be read.
 */
export function returnDay(words: readonly string[], today: string): string | undefined {
  const from = DateTime.fromISO(today, { zone: 'utc' });
  const spoken = words.join(' ');
  const next = /\b(?:volgende week|next week)\b/.test(spoken);
  const last = words.findLastIndex((word) => untilWords.test(word));
  // "I am 14 December back": nothing stands behind the word, so what stands before it counts.
  const behind = words.slice(last + 1);
  const told =
    last < 0
      ? comingBack.test(spoken)
      : behind.length === 0 || /^(?:back|terug)$/.test(words[last] ?? '');
  // "I am away on Friday", or next week, says when it begins: until when is asked.
  if (last < 0 && !told) return undefined;
  const day = dayIn(behind, from) ?? (told ? dayIn(words, from) : undefined);
  if (!day) return next ? iso(nextWeekday(from, 1)) : undefined;
  const whole = words.some((_, at) =>
    [1, 2, 3, 4].some((length) => including.test(words.slice(at, at + length).join(' '))),
  );
  const back = whole ? day.plus({ days: 1 }) : day;
  return back > from && back <= from.plus({ years: 1 }) ? iso(back) : undefined;
}

const iso = (day: DateTime): string => day.toFormat('yyyy-MM-dd');

function dayIn(words: readonly string[], from: DateTime): DateTime | undefined {
  for (const [at, word] of words.entries()) {
    const weekday = weekdays.findIndex((names) => names.includes(word));
    if (weekday >= 0) return nextWeekday(from, weekday + 1);
    if (word === 'morgen' || word === 'tomorrow') return from.plus({ days: 1 });
    const date = dateAt(words, at, from);
    if (date) return date;
  }
  return undefined;
}

// "14 december", "december 14", "de 14e", "14 12", "2026 12 14".
function dateAt(words: readonly string[], at: number, from: DateTime): DateTime | undefined {
  const [one = '', two = '', three = ''] = words.slice(at, at + 3);
  if (/^20\d\d$/.test(one) && isNumber(two) && isNumber(three))
    return valid(Number(one), Number(two), Number(three));
  const month = monthOf(two) ?? (isNumber(two) ? Number(two) : undefined);
  const day = dayNumber(one);
  if (day !== undefined && month !== undefined)
    return /^20\d\d$/.test(three) ? valid(Number(three), month, day) : ahead(from, month, day);
  const first = monthOf(one);
  const second = dayNumber(two);
  if (first !== undefined && second !== undefined) return ahead(from, first, second);
  if (day === undefined || !/^\d{1,2}(?:e|de|ste|st|nd|rd|th)$/.test(one)) return undefined;
  const here = valid(from.year, from.month, day);
  return here && here > from
    ? here
    : valid(from.year, from.month, 1)?.plus({ months: 1 }).set({ day });
}

const isNumber = (word: string): boolean => /^\d{1,2}$/.test(word);
const monthOf = (word: string): number | undefined => {
  const at = months.findIndex((names) => names.test(word));
  return at < 0 ? undefined : at + 1;
};
const dayNumber = (word: string): number | undefined => {
  const digits = /^(\d{1,2})(?:e|de|ste|st|nd|rd|th)?$/.exec(word)?.[1];
  return digits === undefined ? undefined : Number(digits);
};

function valid(year: number, month: number, day: number): DateTime | undefined {
  const date = DateTime.fromObject({ year, month, day }, { zone: 'utc' });
  return date.isValid ? date : undefined;
}

function ahead(from: DateTime, month: number, day: number): DateTime | undefined {
  const date = valid(from.year, month, day);
  return date && date <= from ? valid(from.year + 1, month, day) : date;
}

const nextWeekday = (from: DateTime, weekday: number): DateTime =>
  from.plus({ days: (weekday - from.weekday + 7) % 7 || 7 });
