type Part = Readonly<Record<string, unknown>>;

const header = (name: string, description: string): Part => ({
  name,
  in: 'header',
  required: true,
  schema: { type: 'string' },
  description,
});

const headers = [
  header('webhook-id', 'Names the message; sent again it is the same.'),
  header('webhook-timestamp', 'When it was sent, in seconds since 1970.'),
  header(
    'webhook-signature',
    'HMAC-SHA256 of `{id}.{timestamp}.{body}` with the shared secret, as `v1,<base64>`; two of them, with a space, while a secret is replaced.',
  ),
];

const answers: Part = {
  '2XX': { description: 'Received. What the body says is not read.' },
  '4XX': { description: 'Refused for good, but 408, 425 and 429, which are tried again.' },
  '5XX': {
    description: 'Tried again with growing pauses, half an hour at most, for as long as it takes.',
  },
};

const webhook = (summary: string, body: string): Part => ({
  post: {
    summary,
    parameters: headers,
    requestBody: {
      required: true,
      content: { 'application/json': { schema: { $ref: `#/components/schemas/${body}` } } },
    },
    responses: answers,
    security: [],
  },
});

/** What a vendor is told at the address that is set for it, signed by the Standard Webhooks specification. */
export const webhooks: Part = {
  'reply.sent': webhook('A person sends the factual reply to a finding', 'ReplySent'),
  'evidence.checkpoint': webhook(
    'The log of evidence was closed up to here; whoever keeps this can tell later whether anything was changed',
    'EvidenceCheckpoint',
  ),
  'duty.updated': webhook('One of the vendor’s duties looks otherwise than before', 'DutyUpdated'),
};
