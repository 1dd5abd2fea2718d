import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { recordAudit } from '../../../casework/audits.ts';
import type { TenantKey } from '../../../duty/ids.ts';
import { toInstant } from '../../../duty/time/instant.ts';
import { firstDayOf, quarterAfter } from '../../../duty/time/quarter.ts';
import type { Timers } from '../../../ports/clock.ts';
import type {
  DossierOrder,
  Dossiers,
  DossierServices,
  DossierWanted,
  MadeDossier,
} from '../../../ports/dossiers.ts';
import { allKinds } from '../../../kinds/index.ts';
import { checkpointWitnessed } from '../log/by-clock.ts';
import type { LogName } from '../log/checkpoint.ts';
import type { Written } from './write.ts';
import { writeDossier } from './write.ts';

/** Where a dossier is made, as it says itself. */
export interface Workshop {
  /** In development anybody may be anybody: such evidence proves nothing about people. */
  readonly environment: 'production' | 'development';
  /** Name and version of the program. */
  readonly software: string;
  readonly logName: (tenant: TenantKey) => LogName;
}

/** What the file of a dossier is called. */
export const dossierName = (
  tenant: TenantKey,
  { quarter, control }: Pick<DossierWanted, 'quarter' | 'control'>,
): string => `dossier-${tenant}-${quarter}${control === undefined ? '' : `-${control}`}.zip`;

/**
 * Makes a dossier of a quarter: first a checkpoint, so that as much as possible is witnessed, then the file,
 * and at last the record that it was made, which stands in the next one.
 */
export async function makeDossier(
  services: DossierServices,
  { environment, software, logName }: Workshop,
  {
    order: { tenant, wanted, by },
    path,
    step,
  }: {
    readonly order: DossierOrder;
    readonly path: string;
    readonly step?: (records: number) => void;
  },
): Promise<Written> {
  const { store, zone } = services;
  const { quarter, control, language } = wanted;
  // Whoever carries effects out finds what is to be shown and told of it.
  await checkpointWitnessed(services, tenant, logName(tenant));
  const begins = (day: string) => toInstant(DateTime.fromISO(day, { zone }));
  const kind = allKinds.find((one) => one.control === control)?.kind;
  const extent = {
    ...(kind === undefined ? {} : { kind }),
    from: begins(firstDayOf(quarter)),
    to: begins(firstDayOf(quarterAfter(quarter, 1))),
  };
  const written = await writeDossier(store.evidence, {
    path,
    period: quarter,
    ...(control === undefined ? {} : { control }),
    exporting: {
      ...{ tenant, extent, environment, asOf: services.now(), software },
      ...(step ? { seen: step } : {}),
    },
    reader: { language, zone },
    blobs: services.attachments,
    retention: services.retention,
  });
  const { sha256, bytes, records, duties, problems } = written;
  const about = { quarter, ...(control === undefined ? {} : { control }), language };
  const asked = 'key' in by ? { asker: by.key } : {};
  await recordAudit(services, tenant, {
    type: 'dossier',
    ...('key' in by ? {} : { by }),
    reference: quarter,
    data: { ...about, ...asked, sha256, bytes, records, duties, problems },
  });
  return written;
}

const keyOf = ({ tenant, by, wanted: { quarter, control, language } }: DossierOrder): string =>
  JSON.stringify([tenant, 'key' in by ? by.key : by.aadObjectId, quarter, control, language]);

// As long as somebody looks at an offer; who accepts it later gets it made anew.
const keptSeconds = 600;
const mostKept = 3;

interface Kept {
  readonly path: string;
  readonly made: MadeDossier;
  readonly timer: ReturnType<Timers['after']>;
}

/**
 * Makes dossiers in a folder of this instance, one after the other. Each is gone once it was read, or after ten
 * minutes; of those that nobody reads only the newest few are there at all.
 */
export function createDossiers(workshop: Workshop, timers: Timers): Dossiers {
  const kept = new Map<string, Kept>();
  let folder: Promise<string> | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  const forget = async (key: string): Promise<void> => {
    const gone = kept.get(key);
    kept.delete(key);
    gone?.timer.cancel();
    if (gone) await rm(gone.path, { force: true });
  };
  const makeNow = async (services: DossierServices, order: DossierOrder): Promise<MadeDossier> => {
    const key = keyOf(order);
    const known = kept.get(key);
    if (known) return known.made;
    for (const old of [...kept.keys()].slice(0, Math.max(0, kept.size - mostKept + 1)))
      await forget(old);
    folder ??= mkdtemp(join(tmpdir(), 'shared-duty-'));
    const path = join(await folder, `${services.newId()}.zip`);
    await makeDossier(services, workshop, { order, path });
    const { size: bytes } = await stat(path);
    const name = dossierName(order.tenant, order.wanted);
    let readers = 0;
    // Whoever came while it was being read reads it to its end as well.
    const readOnce = async (): Promise<void> => {
      readers -= 1;
      if (readers === 0) await forget(key);
    };
    const made: MadeDossier = {
      ...{ name, bytes },
      read: async () => {
        readers += 1;
        return readFile(path).finally(readOnce);
      },
      stream: () => {
        readers += 1;
        return createReadStream(path).once('close', () => void readOnce());
      },
    };
    const timer = timers.after(keptSeconds, () => void forget(key));
    kept.set(key, { path, made, timer });
    return made;
  };
  return {
    make: (services, order) => {
      const making = turn.then(() => makeNow(services, order));
      turn = making.catch(() => undefined);
      return making;
    },
    close: async () => {
      await turn;
      for (const key of [...kept.keys()]) await forget(key);
      if (folder) await rm(await folder, { recursive: true, force: true });
    },
  };
}
