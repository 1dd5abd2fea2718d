import { existsSync, statSync } from 'node:fs';
import { verifyDossier } from '../verify/dossier.ts';
import { isArchive } from '../verify/open-archive.ts';
import type { Fault, Stamped, Step, Verdict, Whole } from '../verify/verify.ts';
import { verifyFile } from '../verify/verify.ts';
import type { About } from '../verify/read-about.ts';
import type { Held } from '../verify/against.ts';
import { readHeld } from '../verify/against.ts';
import { readOptions } from './options.ts';
import { complain, counted, progress, say, shown as asTold } from './terminal.ts';

const usage = 'Name one file: npm run evidence -- verify FILE [--against NOTE|OLD]';

/** `verify FILE`: 0 when it is whole, 1 when it is not, 2 when it is no such file. */
export async function verify(args: readonly string[], nowMs: () => number): Promise<number> {
  const given = readOptions(args, { command: 'verify', texts: [], lists: ['against'], words: 1 });
  const [path = ''] = given.words;
  if (path === '' || given.problems.length > 0) {
    complain([...given.problems, usage]);
    return 2;
  }
  const readings = await Promise.all(given.list('against').map(readHeld));
  const unread = readings.flatMap((one) => (one.ok ? [] : [`${one.problem}.`]));
  if (unread.length > 0) {
    complain(unread);
    return 2;
  }
  const held = readings.flatMap((one) => (one.ok ? [one.held] : []));
  const shown = progress('Lines verified', nowMs);
  const verdict = await verdictFor(path, held, shown.step);
  shown.end();
  return toldOf(path, verdict);
}

function toldOf(path: string, verdict: Verdict): number {
  switch (verdict.type) {
    case 'whole':
      for (const line of wholeInWords(path, verdict)) say(line);
      return 0;
    case 'tampered':
      complain([`${path} is not whole.`, told(verdict.fault)]);
      return 1;
    case 'store-not-whole':
      complain([
        `${path} is as it was written, but the store was not whole when it was made.`,
        ...verdict.problems.slice(0, 20).map(problemInWords),
      ]);
      return 1;
    case 'unusable':
      complain([`${path} ${verdict.reason}.`]);
      return 2;
  }
}

/** A dossier is a zip file; anything else is read as lines. */
async function verdictFor(path: string, held: readonly Held[], step: Step): Promise<Verdict> {
  if (!existsSync(path) || !statSync(path).isFile() || !(await isArchive(path)))
    return verifyFile(path, held, step);
  return verifyDossier(path, held, step);
}

/** What a whole file covers, and what it does not prove. */
function wholeInWords(path: string, whole: Whole): readonly string[] {
  const { records, duties, hash, about, witnessed, agrees, stamps = [] } = whole;
  const size = `${counted(records, 'record')} of ${counted(duties, 'duty', 'duties')}`;
  if (!about) {
    return [
      `${path} is whole: ${size}.`,
      'It does not say what it covers: that nothing is missing cannot be told from it.',
      `Its manifest has the hash ${hash}.`,
    ];
  }
  return [
    `${path} is whole: ${size}.`,
    `It covers ${extentInWords(about)} of the tenant ${asTold(about.tenant)}, as the store stood at ${about.asOf}.`,
    ...(about.environment === 'development'
      ? ['It comes from a trial in which nobody proves who they are: it is evidence of nothing.']
      : []),
    ...erasedInWords(whole),
    ...removedInWords(witnessed),
    ...witnessedInWords(witnessed),
    ...stamps.map(stampInWords),
    agrees > 0
      ? `It agrees with ${counted(agrees, 'checkpoint or file', 'checkpoints and files')} held elsewhere: nothing that was recorded up to then has been changed, removed or inserted since.`
      : 'Alone it proves that nobody altered it without making all hashes anew. Hold it against a checkpoint from the IT channel, or an earlier export: verify FILE --against NOTE.',
    `Its manifest has the hash ${hash}.`,
  ];
}

function extentInWords({ extent: { from, to, kind }, vendor }: About): string {
  const all = kind === undefined ? 'everything' : `the duties of the kind ${asTold(kind)}`;
  const what = vendor === undefined ? all : `${all} that ${asTold(vendor)} opened`;
  if (from === undefined && to === undefined) return what;
  const period = [...(from ? [`from ${from}`] : []), ...(to ? [`to ${to}`] : [])].join(' ');
  return `${what} with something that happened ${period}, each from its beginning, and nothing else`;
}

const erasedInWords = ({ counted: found }: Whole): readonly string[] =>
  found && found.erased > 0
    ? [
        `${counted(found.erased, 'field was', 'fields were')} erased since; the seals around them hold.`,
      ]
    : [];

/** What a log can tell of what is there no more. */
const removedInWords = (witnessed: Whole['witnessed']): readonly string[] =>
  witnessed && witnessed.removed > 0
    ? [
        `${counted(witnessed.removed, 'duty was', 'duties were')} taken away because the term was over: the log says which and when.`,
      ]
    : [];

function witnessedInWords(witnessed: Whole['witnessed']): readonly string[] {
  if (!witnessed?.until) return ['No checkpoint in it witnesses any record yet.'];
  const { until, open } = witnessed;
  return [
    `The log in it has a checkpoint of ${until}; ${counted(open, 'record is', 'records are')} not witnessed yet.`,
  ];
}

/** Whose certificate it is, nothing in the file can tell. */
const stampInWords = ({ at, authority, certificate }: Stamped): string =>
  `Stamped at ${at} by ${asTold(authority)}, whose certificate has the SHA-256 ${certificate}: whether that is the one of this authority, you judge.`;

const problemInWords = ({
  dutyId,
  seq,
  problem,
}: {
  readonly dutyId: string;
  readonly seq?: number;
  readonly problem: string;
}): string => {
  const places = [
    ...(dutyId === '' ? [] : [`duty ${asTold(dutyId)}`]),
    ...(seq === undefined ? [] : [`seq ${String(seq)}`]),
  ];
  return places.length === 0 ? `${asTold(problem)}.` : `${places.join(', ')}: ${asTold(problem)}.`;
};
export { problemInWords };

function told({ line, ...fault }: Fault): string {
  // The files of a dossier have no line.
  if (line === 0) return problemInWords({ dutyId: '', ...fault });
  return `Line ${String(line)}${fault.dutyId === undefined && fault.seq === undefined ? ':' : ','} ${problemInWords({ dutyId: '', ...fault })}`;
}
