import { exportToFile } from '../export/to-file.ts';
import { readPlan } from '../export/plan.ts';
import { problemInWords } from './verify.ts';
import type { OpenInstallation } from './installation.ts';
import { readOptions } from './options.ts';
import { complain, counted, progress, say } from './terminal.ts';

const faultsTold = 20;

/** `export`: 0 when it was written, 1 when the store was not whole, 2 when it was asked wrongly. */
export async function exportFile(args: readonly string[], open: OpenInstallation): Promise<number> {
  const given = readOptions(args, {
    command: 'export',
    texts: ['from', 'to', 'kind', 'out'],
    flags: ['force'],
  });
  const opened = await open();
  const zone = opened.ok ? opened.installation.settings.zone : opened.zone;
  const planned = readPlan(
    {
      ...textsOf(given.text, ['from', 'to', 'kind', 'out']),
      force: given.flag('force'),
    },
    zone,
  );
  if (given.problems.length > 0 || !opened.ok || !planned.ok) {
    complain([
      ...given.problems,
      ...(planned.ok ? [] : planned.problems),
      ...(opened.ok ? [] : opened.problems),
    ]);
    return 2;
  }
  const { installation } = opened;
  const shown = progress('Records read', () => installation.now().toMillis());
  const { records, problems } = await exportToFile(installation, planned.plan, shown);
  shown.end();
  say(
    `Wrote ${planned.plan.path}: ${counted(records, 'record')} of the tenant ${installation.settings.homeTenant}.`,
  );
  if (problems.length === 0) return 0;
  complain([
    `The store is not whole: ${counted(problems.length, 'fault')}. The file says so, and verify will.`,
    ...problems.slice(0, faultsTold).map(problemInWords),
  ]);
  return 1;
}

/** The options that were given, without those that were not. */
function textsOf<N extends string>(
  text: (name: string) => string | undefined,
  names: readonly N[],
): Partial<Record<N, string>> {
  const given: Partial<Record<N, string>> = {};
  for (const name of names) {
    const value = text(name);
    if (value !== undefined) given[name] = value;
  }
  return given;
}
