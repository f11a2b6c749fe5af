import { answer, count, dateTime, inPath, type Json, type Paths, query, ref, text } from './operation.ts';

const access = ['scope:events/read'] as const;

export const eventPaths: Paths = {
  '/api/events': {
    get: {
      summary: 'Events that the agency or provider holds',
      description: 'Drafts and cancelled ones too. How many seats are taken is told, and not by whom.',
      access,
      parameters: [
        query('limit', { type: 'integer', minimum: 1, maximum: 100, default: 50 }),
        query('after', text, 'Of the `next` of the page before.'),
      ],
      responses: {
        '200': answer('The last to end first.', {
          type: 'object',
          required: ['events'],
          properties: {
            events: { type: 'array', items: ref('Event') },
            next: { type: 'string', description: 'Address of the next page; absent on the last one.' },
          },
        }),
      },
    },
  },
  '/api/events/{eventId}': {
    get: {
      summary: 'One event with its sessions and speakers',
      description: 'Links of sessions are for those who have a seat and are not told.',
      access,
      parameters: [inPath('eventId', 'Id of an event.')],
      responses: {
        '200': answer('As it stands.', {
          allOf: [
            ref('Event'),
            {
              type: 'object',
              required: ['abroad', 'opensAt', 'closesAt', 'unitIds', 'approval', 'sessions', 'speakers'],
              properties: {
                ...{ about: text, abroad: { type: 'boolean' }, opensAt: dateTime, closesAt: dateTime },
                unitIds: { type: 'array', items: text },
                approval: { enum: ['none', 'supervisor'] },
                price: { type: 'integer', minimum: 1, description: 'Of a seat, in whole rupiah.' },
                jp: { type: 'string', description: 'Stated by the programme, for forms that count that.' },
                sessions: { type: 'array', items: ref('EventSession') },
                speakers: {
                  type: 'array',
                  items: { type: 'object', required: ['name'], properties: { name: text, post: text } },
                },
                cancelReason: text,
                attendanceClosesAt: {
                  ...dateTime,
                  description: 'When attendance closes by itself if nobody closes it.',
                },
                attendanceClosedItself: { const: true },
              },
            },
          ],
        }),
      },
    },
  },
};

export const eventSchemas: Json = {
  Event: {
    type: 'object',
    required: [
      ...['eventId', 'title', 'state', 'form', 'mode', 'zone', 'startsAt', 'endsAt', 'capacity'],
      ...['taken', 'waiting', 'audience', 'updatedAt'],
    ],
    properties: {
      ...{ eventId: text, title: text, state: { enum: ['draft', 'published', 'cancelled'] } },
      form: { type: 'string', description: 'Code of the form in the rules of JP, e.g. `KL06`.' },
      mode: { enum: ['in-person', 'online', 'hybrid'] },
      zone: { type: 'string', description: 'Of the place, as the IANA database names it.' },
      ...{ startsAt: dateTime, endsAt: dateTime, capacity: count },
      taken: { ...count, description: 'Seats that are confirmed or offered.' },
      ...{ waiting: count, audience: { enum: ['all', 'agency', 'units', 'partners'] }, updatedAt: dateTime },
      attendanceClosedAt: { ...dateTime, description: 'What was attended counts since then.' },
    },
  },
  EventSession: {
    type: 'object',
    required: ['sessionId', 'startsAt', 'endsAt'],
    properties: { sessionId: text, title: text, startsAt: dateTime, endsAt: dateTime, place: text },
  },
};
