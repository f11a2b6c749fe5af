import { answer, inPath, type Json, type Paths, text } from './operation.ts';

import { inboxOperation } from './reconciliation-paths.ts';

const time: Json = { type: 'string', format: 'date-time' };
const header = (name: string, description: string): Json => ({
  ...{ name, in: 'header', required: true, description, schema: { type: 'string' } },
});

const item: Json = {
  type: 'object',
  required: ['course', 'learner', 'occurredAt'],
  properties: {
    id: {
      type: 'string',
      maxLength: 200,
      description: 'The same for the same saying. Without it, that of the message counts.',
    },
    course: { ...text, description: 'As the course is called in the connection.' },
    learner: {
      type: 'object',
      description: 'At least one of both.',
      properties: {
        subject: { ...text, description: 'The pseudonym that Sinau gave.' },
        id: { ...text, description: 'Id at the provider.' },
      },
    },
    occurredAt: time,
    score: {
      type: 'object',
      required: ['given', 'maximum'],
      properties: {
        given: { type: 'number', minimum: 0 },
        maximum: { type: 'number', description: 'Above 0.' },
        final: { type: 'boolean', default: true },
      },
    },
    completion: {
      type: 'object',
      required: ['completed'],
      properties: { completed: { type: 'boolean' }, passed: { type: 'boolean' } },
    },
    credential: {
      type: 'object',
      required: ['number'],
      properties: { number: text, url: text, issuedOn: { type: 'string', format: 'date' } },
    },
  },
};

export const resultPaths: Paths = {
  '/api/connections/{connectionId}/results': {
    get: inboxOperation,
    post: {
      summary: 'Send results of learners',
      description:
        'A message after Standard Webhooks, signed with the secret of the connection; see docs/provider-results.md. Each item is answered by itself, in order.',
      access: ['anyone'],
      parameters: [
        inPath('connectionId', 'A connection of the kind `webhook`.'),
        header('webhook-id', 'Of the message; the same at each try.'),
        header('webhook-timestamp', 'Seconds since the epoch, at most five minutes away.'),
        header('webhook-signature', '`v1,<base64>`; several apart by spaces.'),
      ],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['results'],
              properties: { results: { type: 'array', minItems: 1, maxItems: 100, items: item } },
            },
            example: {
              results: [
                {
                  ...{ id: 'evt-2026-1', course: 'ADM310', learner: { subject: 's-5f2a' } },
                  ...{ occurredAt: '2026-11-24T14:31:41+07:00', score: { given: 88, maximum: 100 } },
                },
              ],
            },
          },
        },
      },
      responses: {
        '200': answer('What became of each item.', {
          type: 'object',
          required: ['results'],
          properties: {
            results: {
              type: 'array',
              items: {
                type: 'object',
                required: ['outcome'],
                properties: {
                  outcome: { enum: ['taken', 'duplicate', 'contradicts', 'refused'] },
                  reason: text,
                },
              },
            },
          },
        }),
      },
    },
  },
};
