import { z } from 'zod';
import { foreignMoment } from '../../../cards/dates.ts';
import { line, paragraph, required } from '../../../cards/fields.ts';
import type { Language } from '../../../cards/language.ts';
import { comparable } from '../../../cards/same-text.ts';
import { splitByManager } from './account-parts.ts';
import { placesOf } from '../rows/ranges.ts';
import { accountSchema } from './accounts.ts';
import { asJson, foreignLine, foreignWhen, problemsOf } from '../details.ts';
import type { DetailsReading, DutyKind, InputProblem, Outcome, Summary } from '../kind.ts';
import { grammarOf } from '../../sentences/kind.ts';
import { reviewAccessTexts } from './texts.ts';

export const maxAccounts = 5000;

/** The file that the list stood in: the evidence says which one it was. */
const sourceFile = z.strictObject({
  name: foreignLine(200),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in lower-case hex'),
});

const details = z.strictObject({
  accounts: z.array(accountSchema).min(1).max(maxAccounts),
  exportedAt: foreignWhen.optional(),
  controlTotal: z.int().min(0).optional(),
  file: sourceFile.optional(),
});

/** What can be compared whatever else is wrong: one fault must not hide another. */
const listFacts = z.object({
  accounts: z.array(z.object({ account: z.string() }).optional().catch(undefined)),
  controlTotal: z.int().min(0).optional().catch(undefined),
});

/** Accounts that stand on the list twice, and a list that is not complete. */
function listProblems(raw: unknown): readonly InputProblem[] {
  const read = listFacts.safeParse(raw);
  if (!read.success) return [];
  const { accounts, controlTotal } = read.data;
  const seen = new Map<string, number>();
  const problems: InputProblem[] = [];
  for (const [at, row] of accounts.entries()) {
    const account = row && comparable(row.account.slice(0, 200));
    const first = account === undefined ? undefined : seen.get(account);
    if (first !== undefined) {
      const path = `details.accounts[${String(at)}].account`;
      problems.push({ path, message: `is the same account as accounts[${String(first)}]` });
    } else if (account !== undefined) seen.set(account, at);
  }
  if (controlTotal !== undefined && controlTotal !== accounts.length) {
    const message = `is ${String(controlTotal)}, but ${String(accounts.length)} accounts were sent: the list is not complete`;
    problems.push({ path: 'details.controlTotal', message });
  }
  return problems;
}

/** What of the details stays with the duty; the accounts are stored beside it as rows. */
const head = z.strictObject({
  accountCount: z.int().min(1),
  exportedAt: foreignWhen.optional(),
  controlTotal: z.int().optional(),
  file: sourceFile.optional(),
});
/** The stored head of a review: how long its list is and where it came from. */
export const readHead = (raw: unknown): z.output<typeof head> => head.parse(raw);

const answer = z.object({
  accounts: z.int(),
  keep: z.int(),
  change: z.int(),
  remove: z.int(),
  unknown: z.int(),
});
export type ReviewAnswer = z.output<typeof answer>;

/**
 * What a complete review means: while rows are left that nobody judges it does not count, whatever else was
 * decided; a removal or change is followed until a new export proves it.
 */
export function outcomeOf(
  { change, remove, unknown }: Omit<ReviewAnswer, 'accounts'>,
  left = unknown,
): Outcome {
  if (left > 0) return 'unable';
  if (change + remove > 0) return 'problem';
  return unknown > 0 ? 'unable' : 'fulfilled';
}

function readDetails(raw: unknown): DetailsReading {
  const read = details.safeParse(raw);
  const compared = listProblems(raw);
  if (!read.success || compared.length > 0) {
    const problems = read.success ? [] : problemsOf(read.error, 'details');
    return { ok: false, problems: [...problems, ...compared] };
  }
  const { accounts, ...others } = read.data;
  return {
    ok: true,
    details: asJson({ ...others, accountCount: accounts.length }),
    rows: accounts.map(asJson),
  };
}

function summary(_details: unknown, values: unknown, language: Language): Summary {
  const { accounts, keep, change, remove, unknown } = answer.parse(values);
  const words = reviewAccessTexts[language].totals;
  return {
    figures: [
      { label: words.accounts, value: String(accounts), bad: false },
      { label: words.keep, value: String(keep), bad: false },
      { label: words.remove, value: String(remove), bad: false },
    ],
    facts: [
      {
        title: words.others,
        value: `${words.change}: ${String(change)} · ${words.unknown}: ${String(unknown)}`,
      },
    ],
  };
}

/** Lines such as `account; name; role`, as a person pastes them from a spreadsheet. */
function pastedAccounts(pasted: string): readonly unknown[] {
  return pasted
    .split('\n')
    .map((row) => row.split(/[;\t]/).map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''))
    .map(([account = '', name = '', role = '']) => ({
      account,
      name,
      ...(role === '' ? {} : { role }),
    }));
}

export const reviewAccess: DutyKind & { readonly kind: 'review-access' } = {
  kind: 'review-access',
  drawnAs: /^(?:toegangs?(?:reviews?|controles?)?|reviews?|access(?: reviews?)?)$/,
  control: 'A.5.18',
  schema: details,
  byRow: true,
  occurs: 'by-plan',
  // Whoever administers access may be the vendor, who then gets a reply; a new list proves it either way.
  solvedBy: 'vendor',
  looksBack: 1,
  needsPolicy: false,
  namesPeople: () => [],
  rule: () => 'any',
  parts: () => [],
  wantsFeedback: false,
  reserved: () => false,
  requesters: () => [],
  // Whoever administers access here takes it away.
  followUps: () => [],
  words: (language) => reviewAccessTexts[language],
  readDetails,
  share: (rows, people) => {
    if (people.length < 2) return undefined;
    const split = splitByManager(z.array(accountSchema).parse(rows), people);
    return split && { rows: split.accounts.map(asJson), parts: split.parts };
  },
  introduction: ({ details: raw, part }, { language, zone }) => {
    const { accountCount, exportedAt, controlTotal, file } = readHead(raw);
    const words = reviewAccessTexts[language].facts;
    const own = placesOf(part, accountCount).length;
    return {
      text: words.intro(own),
      facts: [
        ...(own === accountCount
          ? []
          : [{ title: words.part, value: words.partOf(own, accountCount) }]),
        ...(exportedAt === undefined
          ? []
          : [{ title: words.exportedAt, value: foreignMoment(exportedAt, language, zone) }]),
        ...(controlTotal === undefined
          ? []
          : [{ title: words.controlTotal, value: words.agrees(controlTotal) }]),
        ...(file === undefined
          ? []
          : [{ title: words.file, value: words.fileWas(file.name, file.sha256.slice(0, 8)) }]),
      ],
    };
  },
  question: () => undefined,
  steps: () => undefined,
  inputs: () => [],
  // It is decided row by row: a sentence finds it, and fills nothing in.
  grammar: grammarOf({
    called: 'toegangsreview, toegangslijst, accounts, access review, access list',
    words: { works: '', good: '', strong: '', entire: '', unable: '' },
    yes: { outcome: 'reviewed' },
    no: { outcome: 'unknown' },
  }),
  lineLabels: () => [],
  filledFrom: () => ({}),
  typedFor: () => ({}),
  settle: () => ({ ok: false, messages: [] }),
  summary: (raw, values, { language }) => summary(raw, values, language),
  fields: {},
  inWords: (_context, values, { language }) => {
    const { totals } = reviewAccessTexts[language];
    const titles: Readonly<Record<string, string>> = totals;
    return new Map(
      Object.entries(values).map(([name, value]) => [
        name,
        { title: titles[name] ?? name, value: String(value) },
      ]),
    );
  },
  unableNotes: (values, language) => {
    const { own, channel } = reviewAccessTexts[language].left;
    const { unknown } = answer.parse(values);
    return { own: own(unknown), channel: channel(unknown) };
  },
  byHand: {
    fields: { accounts: required(paragraph(20_000)), source: line(100) },
    words: {
      nl: {
        accounts: {
          label: 'De accounts, één per regel: account; naam; rol',
          short: 'Accounts',
          placeholder: 'jbakker; Jan Bakker; Inkoper',
        },
        source: {
          label: 'Wanneer is de lijst gemaakt?',
          short: 'Lijst van',
          placeholder: 'Bijvoorbeeld: 23 november',
        },
      },
      en: {
        accounts: {
          label: 'The accounts, one a line: account; name; role',
          short: 'Accounts',
          placeholder: 'jbakker; Jan Bakker; Purchaser',
        },
        source: {
          label: 'When was the list made?',
          short: 'List of',
          placeholder: 'For example: 23 November',
        },
      },
    },
    details: ({ accounts, source }) => ({
      accounts: pastedAccounts(String(accounts ?? '')),
      ...(source === undefined ? {} : { exportedAt: source }),
    }),
  },
};
