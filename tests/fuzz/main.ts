import { parseArgs } from 'node:util';
import type { Senders } from './run.ts';
import { fuzz, senders } from './run.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string' },
    inputs: { type: 'string' },
    seed: { type: 'string' },
  },
});
const isSender = (name: string): name is Senders => (senders as readonly string[]).includes(name);
const chosen = positionals.length === 0 ? senders : positionals.filter(isSender);
const inputs = values.inputs === undefined ? Infinity : Number(values.inputs);
const seconds = Number(values.seconds ?? (values.inputs === undefined ? 120 : Infinity));
const unknown = positionals.find((name) => !isSender(name));
if (!(seconds > 0) || !(inputs > 0) || unknown !== undefined) {
  process.stderr.write(
    '--seconds and --inputs must be numbers above 0, such as 120; whoever sends is strangers or known.\n',
  );
  process.exit(2);
}
const seed = Number(values.seed ?? Date.now() % 1_000_000_000);

// Whoever ends a long run still hears what came of it.
const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    ending.abort();
  });

for (const who of chosen) {
  const each = { seconds: seconds / chosen.length, inputs, seed, ended: ending.signal };
  const result = await fuzz(who, each);
  process.stdout.write(`${JSON.stringify({ seed, ...result })}\n`);
  if (result.faults.length > 0) process.exitCode = 1;
}
