import { z } from 'zod';
import { dutyKinds } from '../../kinds/index.ts';
import { statuses } from '../../duty/duty.ts';
import { dossierControls } from '../../features/evidence/dossier/controls.ts';
import { openingSchema } from '../../casework/read-opening.ts';
import { reaction, withdrawal } from './duties.ts';
import { webhooks } from './openapi-webhooks.ts';
import {
  dutyBody,
  dutyUpdated,
  evidenceCheckpoint,
  pageBody,
  problemBody,
  recordBody,
  replySent,
} from './responses.ts';

type Part = Readonly<Record<string, unknown>>;

const schemaOf = (schema: z.ZodType): Part => {
  const { $schema: _, ...made } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return made;
};
const ref = (name: string): Part => ({ $ref: `#/components/schemas/${name}` });
const content = (schema: Part, type = 'application/json'): Part => ({
  content: { [type]: { schema } },
});
const said = (description: string, schema?: Part): Part => ({
  description,
  ...(schema ? content(schema) : {}),
});
const problems = (...codes: readonly number[]): Part =>
  Object.fromEntries(
    codes.map((code) => [
      String(code),
      { description: 'Problem', ...content(ref('Problem'), 'application/problem+json') },
    ]),
  );
const id: Part = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
const query = (name: string, schema: Part, description: string): Part => ({
  name,
  in: 'query',
  required: false,
  schema,
  description,
});

const answered = z.registry<{ id: string }>();
answered.add(dutyBody, { id: 'Duty' });
answered.add(pageBody, { id: 'Page' });
answered.add(problemBody, { id: 'Problem' });
answered.add(recordBody, { id: 'Record' });
answered.add(replySent, { id: 'ReplySent' });
answered.add(dutyUpdated, { id: 'DutyUpdated' });
answered.add(evidenceCheckpoint, { id: 'EvidenceCheckpoint' });

/** The schemas of answers as the caller may rely on them: a later version may add members. */
function answeredSchemas(): Part {
  const { schemas } = z.toJSONSchema(answered, {
    uri: (name) => `#/components/schemas/${name}`,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      delete jsonSchema.additionalProperties;
      delete jsonSchema.readOnly;
      // `format` says it shorter.
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
    },
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _, $id: _id, ...schema }]) => [name, schema]),
  );
}

const schemas: Part = {
  Opening: schemaOf(openingSchema),
  Withdrawal: schemaOf(withdrawal),
  Reaction: schemaOf(reaction),
  ...Object.fromEntries(dutyKinds.map(({ kind, schema }) => [`Details-${kind}`, schemaOf(schema)])),
  ...answeredSchemas(),
};

/** The description of the HTTP API, made from the schemas that read it. */
export function openApi(version: string): Part {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Shared Duty',
      version,
      description:
        'Opens duties and reads their evidence. A vendor sees what it opened itself; an auditor reads everything and changes nothing.',
    },
    security: [{ key: [] }],
    paths: {
      '/api/v1/duties': {
        post: {
          summary: 'Open a duty',
          parameters: [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: true,
              schema: { type: 'string', maxLength: 255 },
              description: 'The same key and body give the same duty.',
            },
          ],
          requestBody: { required: true, ...content(ref('Opening')) },
          responses: {
            201: said('Opened', ref('Duty')),
            200: said('Opened before with this key', ref('Duty')),
            ...problems(400, 401, 403, 409, 413, 415, 429),
          },
        },
        get: {
          summary: 'A page of duties in the order of their due dates',
          parameters: [
            query('status', { enum: statuses }, 'Only duties in this state.'),
            query('cursor', { type: 'string' }, 'The nextCursor of the page before.'),
          ],
          responses: {
            200: said('A page of at most 100', ref('Page')),
            ...problems(400, 401, 429),
          },
        },
      },
      '/api/v1/duties/{id}': {
        get: {
          summary: 'One duty',
          parameters: [id],
          responses: { 200: said('The duty', ref('Duty')), ...problems(400, 401, 404, 429) },
        },
      },
      '/api/v1/duties/{id}/withdraw': {
        post: {
          summary: 'Withdraw an open duty that this key opened; one with an open finding is 409',
          parameters: [id],
          requestBody: { required: true, ...content(ref('Withdrawal')) },
          responses: {
            200: said('Withdrawn', ref('Duty')),
            ...problems(400, 401, 403, 404, 409, 413, 415, 429),
          },
        },
      },
      '/api/v1/duties/{id}/reaction': {
        post: {
          summary: 'React to the open finding of a duty; `solved` asks for verification',
          parameters: [id],
          requestBody: { required: true, ...content(ref('Reaction')) },
          responses: {
            200: said('Recorded, now or before', ref('Duty')),
            ...problems(400, 401, 403, 404, 409, 413, 415, 429),
          },
        },
      },
      '/api/v1/evidence': {
        get: {
          summary: 'Evidence as lines of JSON, the manifest last',
          parameters: [
            query('from', { type: 'string' }, 'A day or an instant, included.'),
            query('to', { type: 'string' }, 'A day (included) or an instant (excluded).'),
            query('kind', { enum: dutyKinds.map(({ kind }) => kind) }, 'Only this kind of duty.'),
          ],
          responses: {
            200: { description: 'Records', ...content(ref('Record'), 'application/x-ndjson') },
            ...problems(400, 401, 429),
          },
        },
      },
      '/api/v1/dossier': {
        get: {
          summary: 'The dossier of a quarter as a zip file, for a key of an auditor',
          parameters: [
            { ...query('quarter', { type: 'string' }, 'Such as 2026-Q4.'), required: true },
            query('control', { enum: dossierControls }, 'Only the duties of this control.'),
            query(
              'language',
              { enum: ['nl', 'en'] },
              'Of the report; the installation’s own unless said.',
            ),
          ],
          responses: {
            200: {
              description: 'The dossier; it is in the evidence that it was given',
              ...content({ type: 'string', format: 'binary' }, 'application/zip'),
            },
            ...problems(400, 401, 403, 429),
          },
        },
      },
    },
    webhooks,
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      schemas,
    },
  };
}
