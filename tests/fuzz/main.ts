import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '120' }, seed: { type: 'string' } },
});
const seconds = Number(values.seconds);
if (!(seconds > 0)) {
  process.stderr.write('--seconds must be a number of seconds, such as 120.\n');
  process.exit(2);
}
const mocha = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');
const run = spawn(
  process.execPath,
  [
    mocha,
    ...['--no-config', '--node-option', 'import=tsx', '--node-option', 'expose-gc'],
    ...['--extension', 'ts', 'tests/fuzz/fuzz.test.ts'],
  ],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      FUZZ_SECONDS: String(seconds),
      FUZZ_SEED: values.seed ?? String(Date.now() % 1_000_000_000),
    },
  },
);
run.on('exit', (code) => process.exit(code ?? 1));
