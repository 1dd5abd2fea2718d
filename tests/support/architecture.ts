import ts from 'typescript';
import { dirname, join } from 'node:path/posix';

/** A part of the program: a folder, or a file that stands on its own. */
type Part = string;

const heart = ['cards', 'bot/sentences', 'bot/kinds', 'bot/web-address.ts'];
const pure = [...heart, 'bot/duty', 'bot/tenant'];
const known = [...pure, 'bot/ports', 'bot/observability/log.ts'];
const seen = [...known, 'bot/views', 'bot/casework', 'bot/files'];
const edge = [...seen, 'bot/features'];
const wiring = [
  ...edge,
  ...['bot/chat', 'bot/delivery', 'bot/http', 'bot/teams', 'bot/store', 'bot/observability'],
  ...['bot/errors.ts', 'bot/settings', 'bot/settings.ts'],
];

/** What each part may import beside itself. Siblings at the edge do not know each other. */
const mayImport: Readonly<Record<Part, readonly Part[] | 'anything'>> = {
  cards: [],
  // It knows no duty: the kinds declare to it what their sentences are.
  'bot/sentences': ['cards'],
  'bot/kinds': ['cards', 'bot/sentences', 'bot/web-address.ts'],
  'bot/web-address.ts': [],
  'bot/files': heart,
  'bot/duty': heart,
  'bot/tenant': [...heart, 'bot/duty'],
  'bot/ports': [...pure, 'bot/files'],
  'bot/views': [...pure, 'bot/ports'],
  'bot/casework': [...known, 'bot/views'],
  'bot/features': seen,
  'bot/store': [...pure, 'bot/ports'],
  'bot/chat': edge,
  'bot/delivery': [...edge, 'bot/store'],
  'bot/http': [...edge, 'bot/errors.ts'],
  'bot/teams': edge,
  'bot/evidence': [...edge, 'bot/store', 'bot/errors.ts', 'bot/settings.ts'],
  'bot/doctor': [...known, 'bot/store', 'bot/teams', 'bot/settings', 'bot/settings.ts', 'manifest'],
  'bot/errors.ts': [],
  'bot/observability': ['bot/ports', 'bot/duty', 'bot/store'],
  'bot/settings': [...pure, 'bot/ports', 'bot/store'],
  'bot/settings.ts': [...pure, 'bot/store', 'bot/settings'],
  'bot/app-parts.ts': wiring,
  'bot/app.ts': [...wiring, 'bot/app-parts.ts'],
  'bot/timers.ts': ['bot/ports'],
  'bot/start.ts': [...wiring, 'bot/app.ts', 'bot/app-parts.ts', 'bot/timers.ts'],
  'bot/main.ts': ['bot/start.ts'],
  'bot/demo': 'anything',
};

/** Rooms that build on another room; all others meet in the duty, its effects and its events only. */
const buildsOn: Readonly<Record<string, readonly string[]>> = {
  'duty-forms': ['answering', 'review', 'vendor'],
  attachments: ['answering'],
  files: ['review', 'attachments'],
  review: ['attachments'],
  people: ['answering'],
};

/** The packages that only some parts may know, so that replacing one means rewriting one folder or file. */
const homesOf: readonly (readonly [RegExp, readonly Part[]])[] = [
  [/^(botbuilder|botframework-.*)$/, ['bot/teams/botbuilder.ts']],
  [/^(restify|raw-body)$/, ['bot/http']],
  [/^@azure\//, ['bot/store']],
  [/^jose$/, ['bot/teams']],
  [/^pino$/, ['bot/observability']],
  [/^@opentelemetry\//, ['bot/observability']],
  [/^dotenv$/, ['bot/main.ts', 'bot/evidence', 'bot/doctor', 'bot/demo']],
  [/^adaptivecards$/, ['cards']],
];
// adaptivecards loads in Node only through `createRequire`.
const cardPackages = /^(luxon|adaptivecards|node:module)$/;

/** Where a habit is allowed that is forbidden elsewhere. */
const readsEnvironment = [
  ...['bot/main.ts', 'bot/evidence/main.ts', 'bot/demo/main.ts', 'bot/demo/child.ts'],
  ...['bot/doctor/main.ts', 'manifest/build.ts'],
];
const takesChances = ['bot/start.ts', 'bot/doctor/main.ts'];
const readsClock = [
  ...['bot/start.ts', 'bot/doctor/main.ts', 'bot/evidence/main.ts'],
  'bot/demo/child.ts',
];
// The SDK keeps on a private member what has to be reached; the reason stands there.
const castsThrough = ['bot/teams/botbuilder.ts'];
const hasClasses = [
  'bot/errors.ts',
  'bot/teams/identity/tokens.ts',
  'bot/teams/botbuilder.ts',
  'bot/files/problems.ts',
];

/** Every way in which a file breaks the architecture or the house rules; an empty list means none. */
export function violationsIn(file: string, source: string): readonly string[] {
  return [...importViolations(file, source), ...habitViolations(file, source)];
}

/** The npm packages that a file imports. */
export function packagesIn(source: string): readonly string[] {
  return importsIn(source).flatMap((name) =>
    name.startsWith('.') || name.startsWith('node:') ? [] : [packageOf(name)],
  );
}

/** The kinds of duty that a file names: as a word in its code, or by what it imports of their folder. */
export function kindsNamedIn(source: string, kinds: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const path of importsIn(source)) {
    const [, folder = ''] = /\/kinds\/([^/]+)\//.exec(path) ?? [];
    if (kinds.includes(folder)) found.add(folder);
  }
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && kinds.includes(node.text)) found.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('', source, ts.ScriptTarget.Latest, true));
  return [...found];
}

/**
 * The circles of files that import each other, types included: each as the files on the way round.
 * A file of a circle cannot be read, moved or replaced without the others.
 */
export function circlesIn(sources: ReadonlyMap<string, string>): readonly (readonly string[])[] {
  const circles: (readonly string[])[] = [];
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): void => {
    const source = sources.get(file);
    if (source === undefined || done.has(file)) return;
    const onTheWay = way.indexOf(file);
    if (onTheWay >= 0) {
      circles.push([...way.slice(onTheWay), file]);
      return;
    }
    for (const name of importsIn(source).filter((found) => found.startsWith('.')))
      walk(join(dirname(file), name), [...way, file]);
    done.add(file);
  };
  for (const file of sources.keys()) walk(file, []);
  return circles;
}

/** The folders that directly hold more files than a reader takes in at once. */
export function crowdedFolders(files: Iterable<string>, most: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  return [...counts].flatMap(([folder, count]) =>
    count > most ? [`${folder} holds ${count} files`] : [],
  );
}

function importViolations(file: string, source: string): readonly string[] {
  const part = partOf(file);
  const allowed = mayImport[part];
  if (allowed === undefined) return [`${part} has no place in the architecture yet`];
  const wrong = importsIn(source).filter((name) => {
    if (!name.startsWith('.')) return !packageAllowed(file, name);
    const path = join(dirname(file), name);
    const target = partOf(path);
    if (target === part) return !roomAllowed(file, path);
    return allowed !== 'anything' && !allowed.includes(target) && !allowed.includes(path);
  });
  return wrong.map((name) => `${part} may not import ${name}`);
}

/** Whether a file may import another of its own part; only the rooms of bot/features are apart. */
function roomAllowed(file: string, path: string): boolean {
  const [room, other] = [roomOf(file), roomOf(path)];
  if (room === undefined || other === undefined || room === other) return true;
  return buildsOn[room]?.includes(other) ?? false;
}

function roomOf(file: string): string | undefined {
  const [, part, room, inside] = file.split('/');
  return part === 'features' && inside !== undefined ? room : undefined;
}

function packageAllowed(file: string, name: string): boolean {
  const wanted = packageOf(name);
  const part = partOf(file);
  if (part === 'cards') return cardPackages.test(wanted);
  const homes = homesOf.find(([pattern]) => pattern.test(wanted))?.[1];
  return homes === undefined || homes.includes(part) || homes.includes(file);
}

const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

function partOf(file: string): Part {
  const [top = '', second = ''] = file.split('/');
  return top === 'bot' ? `${top}/${second}` : top;
}

const importsIn = (source: string): readonly string[] =>
  ts.preProcessFile(source, true, true).importedFiles.map(({ fileName }) => fileName);

function habitViolations(file: string, source: string): readonly string[] {
  const found: string[] = [];
  if (/@ts-(ignore|expect-error|nocheck)|eslint-disable/.test(source)) {
    found.push('a check is switched off');
  }
  const visit = (node: ts.Node): void => {
    const habit = habitOf(node, file);
    if (habit !== undefined) found.push(habit);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
  return found;
}

function habitOf(node: ts.Node, file: string): string | undefined {
  if (node.kind === ts.SyntaxKind.AnyKeyword) return 'any';
  if (ts.isNonNullExpression(node))
    return `${node.getText()}: a value is called present without a look`;
  if (ts.isEnumDeclaration(node)) return `the enum ${node.name.text}`;
  if (ts.isClassLike(node) && !hasClasses.includes(file))
    return `the class ${node.name?.text ?? ''}`;
  if (ts.isBinaryExpression(node) && /^(console|process|globalThis)[.[]/.test(node.getText())) {
    const sets = node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
    if (sets && !setsExitCode(node.left))
      return `${node.left.getText()}: what all of the process shares is replaced`;
  }
  if (ts.isAsExpression(node) && ts.isAsExpression(node.expression)) {
    return castsThrough.includes(file) ? undefined : 'a cast through another type';
  }
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    return memberHabit(node, file);
  }
  const made = ts.isNewExpression(node) || ts.isCallExpression(node);
  if (made && node.expression.getText() === 'Date' && !node.arguments?.length) {
    return 'the clock of the machine: Date';
  }
  if (ts.isCallExpression(node) && /^random(UUID|Bytes|Int)$/.test(node.expression.getText())) {
    return `chance: ${node.expression.getText()}`;
  }
  return undefined;
}

const setsExitCode = (node: ts.Expression): boolean => node.getText() === 'process.exitCode';

type Member = ts.PropertyAccessExpression | ts.ElementAccessExpression;

function memberHabit(node: Member, file: string): string | undefined {
  const object = node.expression.getText();
  const member = ts.isPropertyAccessExpression(node)
    ? node.name.text
    : node.argumentExpression.getText().replace(/\W/g, '');
  if (object === 'process' && member === 'env' && !readsEnvironment.includes(file))
    return 'process.env';
  if (object === 'Date' && member === 'now') return 'the clock of the machine: Date.now';
  if (object === 'Math' && member === 'random' && !takesChances.includes(file))
    return 'chance: Math.random';
  const clock =
    (object === 'DateTime' && /^(now|utc|local)$/.test(member) && withoutArguments(node)) ||
    (object === 'performance' && member === 'now');
  return clock && !readsClock.includes(file)
    ? `the clock of the machine: ${object}.${member}`
    : undefined;
}

function withoutArguments(node: Member): boolean {
  return ts.isCallExpression(node.parent) && node.parent.arguments.length === 0;
}
