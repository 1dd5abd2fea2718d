import { existsSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { toInstant } from '../../duty/time/instant.ts';
import { parseQuarter } from '../../duty/time/quarter.ts';
import { dossierControls } from '../../features/evidence/dossier/controls.ts';
import { dossierName, makeDossier } from '../../features/evidence/dossier/make.ts';
import { logNameOf } from '../../features/evidence/log/checkpoint.ts';
import { sizeOf } from '../../features/evidence/size.ts';
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
  const language = (['nl', 'en'] as const).find((one) => one === (given.text('language') ?? 'nl'));
  const opened = await open();
  const tenant = opened.ok ? opened.installation.settings.homeTenant : undefined;
  const path =
    given.text('out') ?? (tenant && quarter ? dossierName(tenant, { quarter, control }) : '');
  const problems = [
    ...given.problems,
    ...(quarter ? [] : ['--quarter needs a quarter such as 2026-Q4.']),
    ...(control === undefined || dossierControls.includes(control)
      ? []
      : [`--control must be one of ${dossierControls.join(', ')}.`]),
    ...(language ? [] : ['--language must be nl or en.']),
    ...(path !== '' && existsSync(path) && !given.flag('force')
      ? [`${path} exists: name another file with --out, or add --force.`]
      : []),
    ...(opened.ok ? [] : opened.problems),
  ];
  if (!quarter || !language || problems.length > 0 || !opened.ok) {
    complain(problems);
    return 2;
  }
  const { settings, store, attachments, software, now } = opened.installation;
  const shown = progress('Records read', () => now().toMillis());
  const services = {
    ...{ store, attachments, zone: settings.zone, retention: settings.retention },
    ...{ now: () => toInstant(now()), newId: randomUUID },
  };
  const workshop = {
    environment: settings.anonymous ? ('development' as const) : ('production' as const),
    software,
    logName: (one: string) => logNameOf(one, settings),
  };
  const of = shown.isShown
    ? (await sizeOf(store.evidence, settings.homeTenant)).records
    : undefined;
  const written = await makeDossier(services, workshop, {
    order: {
      tenant: settings.homeTenant,
      wanted: { quarter, control, language },
      by: { key: 'npm run evidence' },
    },
    path,
    step: (records) => {
      shown.step(records, of);
    },
  });
  shown.end();
  say(
    `Wrote ${path}: ${counted(written.duties, 'duty', 'duties')}, ${counted(written.records, 'record')}.`,
  );
  if (written.problems === 0) return 0;
  complain([`The store is not whole: ${counted(written.problems, 'fault')}. The dossier says so.`]);
  return 1;
}
