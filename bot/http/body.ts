import rawBody from 'raw-body';
import type { Request } from 'restify';
import { halfPairsIn } from './half-pairs.ts';
import type { HttpAnswer } from './problem.ts';
import { problem } from './problem.ts';

export type BodyReading =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly answer: HttpAnswer };

const refused = (answer: HttpAnswer): BodyReading => ({ ok: false, answer });

/**
 * As `readJson`, for what is kept as evidence: text that is no Unicode is refused (RFC 7493, section
 * 2.1), because no program can hash it alike (RFC 8785).
 */
export async function readTextJson(request: Request, limit: number): Promise<BodyReading> {
  const read = await readJson(request, limit);
  const halves = read.ok ? halfPairsIn(read.body) : [];
  if (halves.length === 0) return read;
  return refused(
    problem(
      400,
      'The body holds text that is no Unicode.',
      halves.map((path) => ({ path, message: 'holds half a surrogate pair' })),
    ),
  );
}

/** Reads a JSON body of at most so many bytes. Compressed bodies are refused: they can hide a bomb. */
export async function readJson(request: Request, limit: number): Promise<BodyReading> {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== 'application/json' && !/^application\/[\w.-]+\+json$/.test(type)) {
    return refused(problem(415, 'Send the body as application/json.'));
  }
  if (request.headers['content-encoding'] !== undefined) {
    return refused(problem(415, 'Send the body without compression.'));
  }
  const length = request.headers['content-length'];
  try {
    const written = await rawBody(request, {
      limit,
      encoding: 'utf8',
      ...(length === undefined ? {} : { length }),
    });
    return { ok: true, body: JSON.parse(written) as unknown };
  } catch (error) {
    if (error instanceof SyntaxError) {
      return refused(
        problem(400, 'The body is not valid JSON.', [{ path: '', message: 'is not valid JSON' }]),
      );
    }
    if (error instanceof Error && 'type' in error) {
      return error.type === 'entity.too.large'
        ? refused(
            problem(413, `The body is larger than ${String(limit)} bytes.`, [], {
              connection: 'close',
            }),
          )
        : refused(problem(400, 'The body did not arrive whole.'));
    }
    throw error;
  }
}
