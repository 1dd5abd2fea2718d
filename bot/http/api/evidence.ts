import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'restify';
import type { EvidenceReader } from '../../features/evidence/export.ts';
import { exportEvidence } from '../../features/evidence/export.ts';
import { readDateRange } from '../../features/evidence/extent.ts';
import type { Log } from '../../observability/log.ts';
import type { Services } from '../../ports/services.ts';
import type { HttpAnswer } from '../problem.ts';
import { problem } from '../problem.ts';
import type { Query } from './query.ts';

export interface EvidenceParts {
  readonly services: Services;
  readonly log: Log;
  /** In development nobody proves who they are; exported evidence says so. */
  readonly environment: 'production' | 'development';
  readonly version: string;
  /** After so many seconds in which nobody read a byte of it, an export is cut. */
  readonly unreadSeconds: number;
}

/**
 * Streams the evidence that a reader may have; returns the answer where nothing can be sent. Half a file has no
 * manifest, and so shows that it is half a file.
 */
export async function sendEvidence(
  { services, log, unreadSeconds, environment, version }: EvidenceParts,
  { reader, query }: { readonly reader: EvidenceReader; readonly query: Query },
  response: Response,
): Promise<HttpAnswer | undefined> {
  const read = readDateRange(query, services.zone);
  if (!read.ok)
    return problem(400, { detail: 'This extent does not exist.', errors: read.problems });
  const lines = exportEvidence(services.store.evidence, {
    ...reader,
    extent: read.extent,
    environment,
    asOf: services.now(),
    software: `shared-duty ${version}`,
  });
  response.setTimeout(unreadSeconds * 1000, () => response.destroy());
  try {
    // Where the store does not even give the first line, the caller is told so by the status.
    const first = await lines.next();
    response.writeHead(200, { 'content-type': 'application/x-ndjson; charset=utf-8' });
    if (first.done !== true) response.write(first.value);
    await pipeline(Readable.from(lines), response);
    return undefined;
  } catch (error) {
    if (hungUp(error)) {
      log.info({ vendor: reader.vendor }, 'export was not read to its end');
      return undefined;
    }
    log.error({ err: error }, 'export broke off');
    if (!response.headersSent) return problem(500, { detail: 'It was logged; try again later.' });
    response.destroy();
    return undefined;
  }
}

/** Node's words for a caller that is gone. */
export const hungUp = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE', 'ERR_STREAM_DESTROYED'].includes(
    String(error.code),
  );
