import { existsSync } from 'node:fs';
import { DateTime } from 'luxon';
import { toInstant } from '../../duty/time/instant.ts';
import { firstDayOf, parseQuarter, quarterAfter } from '../../duty/time/quarter.ts';
import { allKinds } from '../../kinds/index.ts';
import { makeCheckpoint } from '../../features/evidence/log/append.ts';
import { logNameOf } from '../../features/evidence/log/checkpoint.ts';
import { writeDossier } from '../dossier/write.ts';
import type { OpenInstallation } from './installation.ts';
import { readOptions } from './options.ts';
import { complain, counted, progress, say } from './terminal.ts';

/** `dossier --quarter 2026-Q4`: 0 when it was written, 1 when the store was not whole, 2 when it was asked wrongly. */
export async function dossier(args: readonly string[], open: OpenInstallation): Promise<number> {
  const given = readOptions(args, {
    command: 'dossier',
    texts: ['quarter', 'control', 'language', 'out'],
    flags: ['force'],
  });
  const quarter = parseQuarter(given.text('quarter'));
  const control = given.text('control');
  const language = given.text('language') ?? 'nl';
  const controls = [...new Set(allKinds.map((kind) => kind.control))].sort();
  const opened = await open();
  const name = `dossier-${opened.ok ? opened.installation.settings.homeTenant : ''}-${String(quarter)}${control === undefined ? '' : `-${control}`}.zip`;
  const path = given.text('out') ?? name;
  const problems = [
    ...given.problems,
    ...(quarter ? [] : ['--quarter needs a quarter such as 2026-Q4.']),
    ...(control === undefined || controls.includes(control)
      ? []
      : [`--control must be one of ${controls.join(', ')}.`]),
    ...(language === 'nl' || language === 'en' ? [] : ['--language must be nl or en.']),
    ...(existsSync(path) && !given.flag('force')
      ? [`${path} exists: name another file with --out, or add --force.`]
      : []),
    ...(opened.ok ? [] : opened.problems),
  ];
  if (!quarter || problems.length > 0 || !opened.ok) {
    complain(problems);
    return 2;
  }
  const { settings, store, software, now } = opened.installation;
  const { homeTenant: tenant, zone } = settings;
  const begins = (day: string) => toInstant(DateTime.fromISO(day, { zone }));
  await makeCheckpoint({ store, now: () => toInstant(now()) }, tenant, logNameOf(tenant, settings));
  const shown = progress('Records written', () => now().toMillis());
  const written = await writeDossier(store.evidence, {
    path,
    period: quarter,
    ...(control === undefined ? {} : { control }),
    exporting: {
      tenant,
      extent: {
        from: begins(firstDayOf(quarter)),
        to: begins(firstDayOf(quarterAfter(quarter, 1))),
      },
      environment: settings.anonymous ? 'development' : 'production',
      asOf: toInstant(now()),
      software,
    },
    reader: { language: language === 'en' ? 'en' : 'nl', zone },
    step: (records) => shown.step(records),
  });
  shown.end();
  say(
    `Wrote ${path}: ${counted(written.duties, 'duty', 'duties')}, ${counted(written.records, 'record')}.`,
  );
  if (written.problems === 0) return 0;
  complain([`The store is not whole: ${counted(written.problems, 'fault')}. The dossier says so.`]);
  return 1;
}
