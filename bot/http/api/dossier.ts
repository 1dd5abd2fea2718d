import { pipeline } from 'node:stream/promises';
import type { Response } from 'restify';
import type { TenantKey } from '../../duty/ids.ts';
import { parseQuarter } from '../../duty/time/quarter.ts';
import { dossierControls } from '../../features/evidence/dossier/controls.ts';
import type { DossierWanted } from '../../ports/dossiers.ts';
import type { HttpAnswer } from '../problem.ts';
import { problem } from '../problem.ts';
import type { EvidenceParts } from './evidence.ts';
import { hungUp } from './evidence.ts';
import type { Caller } from './keys.ts';
import type { Query } from './query.ts';

/** Makes the dossier that an auditor's key asks for and sends it; returns the answer where nothing can be sent. */
export async function sendDossier(
  { services, tenant, log, unreadSeconds }: EvidenceParts & { readonly tenant: TenantKey },
  { caller, query }: { readonly caller: Caller; readonly query: Query },
  response: Response,
): Promise<HttpAnswer | undefined> {
  const read = readWanted(query, services.language);
  if (!read.ok)
    return problem(400, { detail: 'This dossier does not exist.', errors: read.errors });
  const order = { tenant, wanted: read.wanted, by: { key: caller.name } };
  try {
    const made = await services.dossiers.make(services, order);
    response.setTimeout(unreadSeconds * 1000, () => response.destroy());
    response.writeHead(200, {
      'content-type': 'application/zip',
      'content-length': String(made.bytes),
      'content-disposition': `attachment; filename="${made.name}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    await pipeline(made.stream(), response);
  } catch (error) {
    if (hungUp(error)) {
      log.info({ auditor: caller.name }, 'dossier was not read to its end');
      return undefined;
    }
    log.error({ err: error }, 'dossier not made');
    if (!response.headersSent) return problem(500, { detail: 'It was logged; try again later.' });
    response.destroy();
  }
  return undefined;
}

type WantedReading =
  | { readonly ok: true; readonly wanted: DossierWanted }
  | { readonly ok: false; readonly errors: readonly { path: string; message: string }[] };

function readWanted(query: Query, usual: DossierWanted['language']): WantedReading {
  const quarter = parseQuarter(query['quarter']);
  const { control, language: said = usual } = query;
  const language = (['nl', 'en'] as const).find((one) => one === said);
  const errors = [
    ...(quarter ? [] : [{ path: 'quarter', message: 'must be a quarter such as 2026-Q4' }]),
    ...(control === undefined || dossierControls.includes(control)
      ? []
      : [{ path: 'control', message: `must be one of ${dossierControls.join(', ')}` }]),
    ...(language ? [] : [{ path: 'language', message: 'must be nl or en' }]),
  ];
  if (!quarter || !language || errors.length > 0) return { ok: false, errors };
  return { ok: true, wanted: { quarter, control, language } };
}
