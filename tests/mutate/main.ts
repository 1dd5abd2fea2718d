import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

for (const [name, part] of Object.entries(parts)) {
  if (!chosen.includes(name)) continue;
  const folder = mkdtempSync(join(tmpdir(), 'mutate-'));
  const file = join(folder, 'stryker.config.json');
  const config = {
    plugins: [new URL('runner.ts', import.meta.url).href],
    testRunner: 'here',
    testRunnerNodeArgs: ['--import=tsx'],
    coverageAnalysis: 'perTest',
    ignoreStatic: values['without-static'],
    mutate: values.file ?? part.mutate,
    // Texts of a log or an error are nobody's promise.
    mutator: { excludedMutations: ['StringLiteral'] },
    concurrency: 1,
    // At the root only: a feature is called coverage too.
    ignorePatterns: ['/dist', '/.azurite', '/coverage'],
    tempDirName: join(folder, 'sandbox'),
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    thresholds: { high: 95, low: least, break: least },
    timeoutMS: 20_000,
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
      env: { ...process.env, NODE_OPTIONS: '--import=tsx', MUTATE_TESTS: part.tests.join() },
    },
  );
  const code = await new Promise((resolve) => run.on('exit', resolve));
  if (code !== 0) process.exitCode = 1;
}
