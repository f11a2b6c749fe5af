import { answer, dateTime, type Json, type Paths, query, ref, text } from './operation.ts';

const number: Json = { type: 'integer', minimum: 1 };
const after = query(
  'after',
  { type: 'integer', minimum: 0 },
  'Number of the last one that is known; 0 when absent.',
);
const limit = (most: number) => query('limit', { type: 'integer', minimum: 1, maximum: most });

export const readingPaths: Paths = {
  '/api/readings': {
    get: {
      summary: 'Lines of a chain, in order',
      description:
        'Each says who was shown whose records, for whom and why; ids alone. `hash` is SHA-256 over the canonical JSON of the rest (RFC 8785), `previous` the hash of the line before, so whoever pulls can check that nothing was changed or taken away. Lines leave after a year; numbers stay. A pull itself leaves one line a day.',
      access: ['scope:audit/read'],
      parameters: [
        { ...query('chain', text, 'As the list of chains names it.'), required: true },
        after,
        limit(500),
      ],
      responses: { '200': answer('A page.', ref('ReadingLines')) },
    },
  },
  '/api/readings/chains': {
    get: {
      summary: 'Chains of the access log',
      description:
        'One for the people of each office and one for each API client. Clients of the platform see all, those of an agency the chains of its own office.',
      access: ['scope:audit/read'],
      responses: { '200': answer('All of them.', ref('ReadingChains')) },
    },
  },
  '/api/readings/anchors': {
    get: {
      summary: 'Anchors, in order; for clients of the platform',
      description:
        'Signed once a day: how far each chain had come, and the hash there. Kept outside, they prove what was there.',
      access: ['scope:audit/read'],
      parameters: [after, limit(30)],
      responses: { '200': answer('A page.', ref('ReadingAnchors')) },
    },
  },
};

const page = (name: string, items: Json): Json => ({
  type: 'object',
  required: [name],
  properties: { [name]: { type: 'array', items }, next: { ...number, description: 'Go on after it.' } },
});

const about: Json = {
  type: 'object',
  required: ['kind'],
  properties: { kind: { enum: ['person', 'office'] }, personId: text, office: text },
};

export const readingSchemas: Readonly<Record<string, Json>> = {
  ReadingLines: page('lines', {
    type: 'object',
    required: ['at', 'office', 'actor', 'about', 'purpose', 'what', 'chain', 'number', 'previous', 'hash'],
    properties: {
      ...{ at: dateTime, office: text, about, purpose: text, what: text, because: text, thing: text },
      actor: {
        type: 'object',
        required: ['kind'],
        properties: { kind: { enum: ['person', 'client', 'platform'] }, personId: text, clientId: text },
      },
      ...{ chain: text, number, previous: text, hash: text },
    },
  }),
  ReadingChains: {
    type: 'object',
    required: ['chains'],
    properties: {
      chains: {
        type: 'array',
        items: { type: 'object', required: ['chain', 'office'], properties: { chain: text, office: text } },
      },
    },
  },
  ReadingAnchors: page('anchors', {
    type: 'object',
    required: ['number', 'at', 'heads', 'previous', 'signature'],
    properties: {
      ...{ number, at: dateTime, previous: text, signature: text },
      heads: {
        type: 'array',
        items: {
          type: 'object',
          required: ['chain', 'number', 'hash'],
          properties: { chain: text, number, hash: text },
        },
      },
    },
  }),
};
