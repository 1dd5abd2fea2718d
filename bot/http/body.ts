import rawBody from 'raw-body';
import type { Request } from 'restify';
import type { JsonBudget } from './json-text.ts';
import { readJsonText } from './json-text.ts';
import type { HttpAnswer } from './problem.ts';
import { problem } from './problem.ts';

export type BodyReading =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly answer: HttpAnswer };

/** How much a body may hold; `bytes` as they come. */
export interface BodyBudget extends JsonBudget {
  readonly bytes: number;
}

const refused = (answer: HttpAnswer): BodyReading => ({ ok: false, answer });

/**
 * Reads a JSON body within a budget. What comes without a length is counted as it comes, whatever it turns out
 * to be. Compressed bodies are refused, which can hide a bomb, and what is not
 * UTF-8 without a byte order mark (RFC 8259, section 8.1).
 */
export async function readJson(
  request: Request,
  budget: BodyBudget,
  counting: Counting = () => undefined,
): Promise<BodyReading> {
  const unread = headerProblem(request);
  if (unread !== undefined) return refused(problem(415, { detail: unread }));
  const { bytes: limit } = budget;
  try {
    const bytes = await bytesOf(request, limit, counting);
    if (!Buffer.isBuffer(bytes)) return refused(bytes);
    const read = readJsonText(decoded(bytes), budget);
    if (read.ok) return { ok: true, body: read.value };
    return refused(problem(400, { detail: 'The body cannot be read.', errors: read.problems }));
  } catch (error) {
    // A byte order mark is no blank to JSON, and is refused with everything else that is none.
    if (error instanceof TypeError) {
      return refused(
        problem(400, {
          detail: 'The body is not UTF-8.',
          errors: [{ path: '', message: 'is not UTF-8' }],
        }),
      );
    }
    if (error instanceof Error && 'type' in error) {
      return error.type === 'entity.too.large'
        ? refused(
            problem(413, {
              detail: `The body is larger than ${String(limit)} bytes.`,
              errors: [],
              headers: {
                connection: 'close',
              },
            }),
          )
        : refused(problem(400, { detail: 'The body did not arrive whole.' }));
    }
    throw error;
  }
}

/** What the sender of a body that does not say how long it is has to be told instead, looked at piece by piece. */
export type Counting = (bytes: number) => HttpAnswer | undefined;

/** All of a body, or what is told where no more of it is taken. */
function bytesOf(
  request: Request,
  limit: number,
  counting: Counting,
): Promise<Buffer | HttpAnswer> {
  const length = request.headers['content-length'];
  if (length !== undefined) return rawBody(request, { limit, length });
  const refusal = new Promise<HttpAnswer>((resolve) => {
    request.on('data', (piece: Buffer) => {
      const answer = counting(piece.length);
      if (!answer) return;
      request.pause();
      resolve(answer);
    });
  });
  return Promise.race([rawBody(request, { limit }), refusal]);
}

const decoded = (bytes: Buffer): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

/** What the headers say that makes a body unreadable. */
function headerProblem({ headers }: Request): string | undefined {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const name = type.trim();
  if (name !== 'application/json' && !/^application\/[\w.-]+\+json$/.test(name))
    return 'Send the body as application/json.';
  const charsets = parameters.flatMap((parameter) => {
    const [key = '', value = ''] = parameter.split('=');
    // With `*` its value may be encoded (RFC 8187), which no JSON needs.
    return key.trim().split('*')[0] === 'charset' ? [value.trim().replace(/^"(.*)"$/, '$1')] : [];
  });
  if (charsets.some((charset) => charset !== 'utf-8' && charset !== 'utf8'))
    return 'Send the body as UTF-8.';
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  const transfer = headers['transfer-encoding']?.trim().toLowerCase() ?? 'chunked';
  return encoding === 'identity' && transfer === 'chunked'
    ? undefined
    : 'Send the body without compression.';
}
