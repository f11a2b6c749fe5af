import { answer, dateTime, inPath, type Json, type Paths, ref, text } from './operation.ts';

const events = ['course.published', 'enrolment.completed', 'package.import-finished'];
const id = inPath('subscriptionId', 'One of the provider’s own webhooks; others are answered as absent.');
const settings: Json = {
  name: { type: 'string', minLength: 2, maxLength: 100 },
  url: { ...text, description: 'https, and of the public internet.' },
  events: { type: 'array', minItems: 1, items: { enum: events } },
};
const json = (schema: Json, example: Json): Json => ({
  required: true,
  content: { 'application/json': { schema, example } },
});
const example = { name: 'Sistem akademik', url: 'https://kampus.example/sinau', events };
const description =
  'What is sent and how it is checked stands in docs/provider-webhooks.md: messages follow Standard Webhooks.';

export const webhookPaths: Paths = {
  '/api/webhooks': {
    get: {
      summary: 'Webhooks of the provider',
      access: ['scope:courses/read'],
      responses: {
        '200': answer('Oldest first.', {
          type: 'object',
          required: ['webhooks'],
          properties: { webhooks: { type: 'array', items: ref('Webhook') } },
        }),
      },
    },
    post: {
      summary: 'Set a webhook up',
      description: `${description} The answer alone has the secret; it cannot be read again.`,
      access: ['scope:courses/write'],
      requestBody: json(
        {
          type: 'object',
          additionalProperties: false,
          required: ['name', 'url', 'events'],
          properties: { ...settings, from: { enum: ['beginning', 'now'], default: 'now' } },
        },
        { ...example, from: 'now' },
      ),
      responses: { '201': answer('With its `secret`.', ref('Webhook')) },
    },
  },
  '/api/webhooks/{subscriptionId}': {
    get: {
      summary: 'One webhook, with its failed deliveries',
      access: ['scope:courses/read'],
      parameters: [id],
      responses: { '200': answer('With `failed`, newest first.', ref('Webhook')) },
    },
    put: {
      summary: 'Change a webhook',
      access: ['scope:courses/write'],
      parameters: [id],
      requestBody: json(
        {
          type: 'object',
          additionalProperties: false,
          required: ['name', 'url', 'events', 'rev'],
          properties: { ...settings, rev: { type: 'integer', minimum: 1 } },
        },
        { ...example, rev: 1 },
      ),
      responses: { '200': answer('As changed.', ref('Webhook')) },
    },
    delete: {
      summary: 'Delete a webhook, with its failed deliveries',
      access: ['scope:courses/write'],
      parameters: [id],
      responses: { '204': { description: 'Deleted.' } },
    },
  },
  ...Object.fromEntries(
    (['pause', 'resume'] as const).map((action) => [
      `/api/webhooks/{subscriptionId}/${action}`,
      {
        post: {
          summary: action === 'pause' ? 'Pause sending' : 'Go on where sending stopped',
          access: ['scope:courses/write'],
          parameters: [id],
          responses: { '200': answer('As it is now.', ref('Webhook')) },
        },
      },
    ]),
  ),
  '/api/webhooks/{subscriptionId}/test': {
    post: {
      summary: 'Send a test now',
      access: ['scope:courses/write'],
      parameters: [id],
      responses: {
        '200': answer('What the receiver answered.', {
          type: 'object',
          required: ['ok', 'milliseconds'],
          properties: {
            ok: { type: 'boolean' },
            status: { type: 'integer' },
            reason: text,
            milliseconds: { type: 'integer' },
          },
        }),
      },
    },
  },
  '/api/webhooks/{subscriptionId}/rotate-secret': {
    post: {
      summary: 'Make a new secret',
      description: 'For a day messages are signed with the old one too.',
      access: ['scope:courses/write'],
      parameters: [id],
      responses: {
        '200': answer('The new secret, once.', {
          type: 'object',
          required: ['secret'],
          properties: { secret: text },
        }),
      },
    },
  },
  '/api/webhooks/{subscriptionId}/replay': {
    post: {
      summary: 'Send failed deliveries again',
      access: ['scope:courses/write'],
      parameters: [id],
      requestBody: json(
        {
          type: 'object',
          additionalProperties: false,
          properties: { letterId: { ...text, description: 'Absent: the newest ones, as time allows.' } },
        },
        {},
      ),
      responses: {
        '200': answer('How many were taken.', {
          type: 'object',
          required: ['delivered', 'failed'],
          properties: { delivered: { type: 'integer' }, failed: { type: 'integer' } },
        }),
      },
    },
  },
};

export const webhookSchemas: Json = {
  Webhook: {
    type: 'object',
    required: ['subscriptionId', 'name', 'url', 'events', 'state', 'rev', 'createdAt'],
    properties: {
      subscriptionId: text,
      ...settings,
      state: { enum: ['active', 'paused', 'disabled'] },
      disabledBecause: { enum: ['gone', 'failing'] },
      rev: { type: 'integer', minimum: 1, description: 'Sent back with a change.' },
      createdAt: dateTime,
      waiting: { type: 'integer', minimum: 0, description: 'Events that are not sent yet.' },
      delivered: { type: 'integer', minimum: 0 },
      failedCount: { type: 'integer', minimum: 0 },
      lastSuccessAt: dateTime,
      lastFailure: ref('WebhookFailure'),
      recent: {
        type: 'array',
        description: 'The last tries, newest first; delivered where there is no `reason`.',
        items: {
          type: 'object',
          required: ['eventId', 'type', 'at'],
          properties: {
            ...{ eventId: text, type: { enum: events }, at: dateTime },
            ...{ reason: text, status: { type: 'integer' } },
          },
        },
      },
      failed: {
        type: 'array',
        description: 'Of one webhook.',
        items: {
          type: 'object',
          required: ['letterId', 'eventId', 'occurredAt', 'reason', 'triedAt', 'replays'],
          properties: {
            ...{ letterId: text, eventId: text, type: { enum: events }, occurredAt: dateTime },
            ...{ reason: text, status: { type: 'integer' }, triedAt: dateTime, replays: { type: 'integer' } },
          },
        },
      },
      secret: { ...text, description: 'When it was made, once.' },
    },
  },
  WebhookFailure: {
    type: 'object',
    required: ['at', 'reason'],
    properties: { at: dateTime, reason: text, status: { type: 'integer' } },
  },
};
