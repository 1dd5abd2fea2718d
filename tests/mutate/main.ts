import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { parts } from './parts.ts';

const names = Object.keys(parts);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    file: { type: 'string', multiple: true },
    // What acts only while a file is loaded takes a process of its own for each mutant.
    'without-static': { type: 'boolean', default: false },
  },
});
const chosen = positionals.length === 0 ? names : positionals;
const unknown = chosen.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`${unknown.join(', ')} is no part: choose from ${names.join(', ')}.\n`);
  process.exit(2);
}

/** At least so many of a hundred mutants have to be noticed. */
const least = 90;

/** The files that a pattern of Stryker means, which may end with a range of lines. */
function filesOf(pattern: string): readonly string[] {
  const [path = ''] = pattern.split(':');
  const folder = dirname(path);
  if (!path.endsWith('/*.ts')) return [path];
  return readdirSync(folder).flatMap((file) => (file.endsWith('.ts') ? [join(folder, file)] : []));
}

for (const [name, part] of Object.entries(parts)) {
  if (!chosen.includes(name)) continue;
  const folder = mkdtempSync(join(tmpdir(), 'mutate-'));
  const file = join(folder, 'stryker.config.json');
  const mutate: readonly string[] = values.file ?? part.mutate;
  const config = {
    plugins: [new URL('runner.ts', import.meta.url).href],
    testRunner: 'here',
    testRunnerNodeArgs: ['--import=tsx'],
    coverageAnalysis: 'perTest',
    ignoreStatic: values['without-static'],
    mutate,
    // Texts of a log or an error are nobody's promise.
    mutator: { excludedMutations: ['StringLiteral'] },
    concurrency: 1,
    // At the root only: a feature is called coverage too.
    ignorePatterns: ['/dist', '/.azurite', '/coverage'],
    tempDirName: join(folder, 'sandbox'),
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    thresholds: { high: 95, low: least, break: least },
    timeoutMS: 60_000,
    allowEmpty: false,
    disableTypeChecks: true,
  };
  writeFileSync(file, JSON.stringify(config));
  const run = spawn(
    process.execPath,
    ['--import=tsx', 'node_modules/@stryker-mutator/core/bin/stryker.js', 'run', file],
    {
      stdio: 'inherit',
      // Every process that Stryker starts reads TypeScript, as modules.
      env: {
        ...process.env,
        NODE_OPTIONS: '--import=tsx',
        MUTATE_FILES: mutate.flatMap(filesOf).join(),
        MUTATE_TESTS: part.tests.join(),
      },
    },
  );
  const code = await new Promise((resolve) => run.on('exit', resolve));
  if (code !== 0) process.exitCode = 1;
}
