import { answer, body, dateTime, inPath, type Json, type Paths, ref, text } from './operation.ts';

const date: Json = { type: 'string', format: 'date' };
const hours: Json = { type: 'string', description: 'JP, with at most two decimals.', examples: ['8'] };
const person = inPath('personId', 'Internal id, as in records.');

const numbered = (of: Record<string, Json>): Json => ({
  type: 'object',
  required: Object.keys(of),
  additionalProperties: false,
  properties: of,
});

const said: Readonly<Record<string, Json>> = {
  form: { type: 'string', description: 'Code of the form, e.g. KL06 for a seminar.', examples: ['KL06'] },
  ...{ title: text, organiser: text, abroad: { type: 'boolean', default: false } },
  ...{
    startsOn: date,
    endsOn: {
      ...date,
      description:
        'Its year is the year of credit, unless a rule of the agency takes that of the certificate.',
    },
  },
  count: {
    type: 'integer',
    description: 'Days, sessions, semesters or times, where the form is counted so.',
  },
  stated: { ...hours, description: 'As the certificate states; needed where the form counts that.' },
  certificate: {
    ...{ type: 'object', required: ['number', 'issuer'], additionalProperties: false },
    properties: { number: text, issuer: text, date: { ...date, description: 'When it was issued.' } },
  },
  letter: numbered({ number: text, date }),
  notes: text,
};
const needed = ['form', 'title', 'organiser', 'startsOn', 'endsOn'];

export const externalPaths: Paths = {
  '/api/people/{personId}/external-learning': {
    get: {
      summary: 'Learning elsewhere of a person',
      description:
        'Every record but drafts. Home and working agency may ask; everybody else’s people are answered like nobody (404).',
      access: ['scope:credit/read'],
      parameters: [person],
      responses: {
        '200': answer('The records.', {
          ...{ type: 'object', required: ['records'] },
          properties: { records: { type: 'array', items: ref('ExternalLearning') } },
        }),
      },
    },
    post: {
      summary: 'Enter what somebody has learned elsewhere',
      description:
        'Verified by the act of the agency, and in the ledger of JP within seconds. The same certificate, or the same title on the same days, is not entered twice: then the answer is 200 with the id of the record that is there, so that lists may be sent again. Marks of direction (Unicode Bidi_Control) are left out of texts; control characters are refused.',
      access: ['scope:credit/write'],
      parameters: [person],
      requestBody: body({ type: 'object', required: needed, additionalProperties: false, properties: said }),
      responses: {
        '200': answer('It is there already.', {
          ...{ type: 'object', required: ['outcome', 'learningId'] },
          properties: { outcome: { const: 'exists' }, learningId: text },
        }),
        '201': answer('It was entered.', ref('ExternalLearning')),
        '422': answer('Fields are missing or do not fit together.'),
      },
    },
  },
  '/api/people/{personId}/external-learning/{learningId}/decisions': {
    post: {
      summary: 'Decide about learning elsewhere',
      description:
        'As an administrator of the agency may: approve, issue the letter, verify, return, reject (also what was recognised, whose JP are taken back), or open again. On the version that was read (`rev`), else 409.',
      access: ['scope:credit/write'],
      parameters: [person, inPath('learningId', 'Of the record.')],
      requestBody: body({
        type: 'object',
        required: ['decision', 'rev'],
        additionalProperties: false,
        properties: {
          decision: {
            type: 'object',
            required: ['action'],
            additionalProperties: false,
            properties: {
              action: { enum: ['approve', 'assign', 'verify', 'return', 'reject', 'reopen'] },
              reason: { type: 'string', description: 'To return, reject and reopen.' },
              letter: numbered({ number: text, date }),
            },
          },
          rev: { type: 'integer', minimum: 1 },
        },
      }),
      responses: { '200': answer('As it is now.', ref('ExternalLearning')) },
    },
  },
};

export const externalSchemas: Readonly<Record<string, Json>> = {
  ExternalLearning: {
    type: 'object',
    required: ['learningId', 'personId', 'way', 'state', ...needed, 'evidence', 'createdAt', 'rev'],
    properties: {
      outcome: { const: 'entered', description: 'Of one that was entered.' },
      ...{ learningId: text, personId: text, ...said, abroad: { type: 'boolean' } },
      way: { enum: ['planned', 'attended', 'entered'] },
      state: {
        enum: [
          ...['draft', 'submitted', 'supervisor_ok', 'hr_ok', 'assigned', 'in_progress', 'reported'],
          ...['verified', 'recognised', 'returned', 'rejected', 'cancelled'],
        ],
      },
      ...{ createdAt: dateTime, waitingSince: dateTime },
      reason: { type: 'string', description: 'Why it was returned, rejected or taken back last.' },
      evidence: {
        type: 'array',
        items: {
          type: 'object',
          required: ['kind', 'name', 'sizeBytes', 'sha256'],
          properties: {
            kind: { enum: ['certificate', 'letter', 'report'] },
            ...{ name: text, sizeBytes: { type: 'integer' }, sha256: text },
          },
        },
      },
      rev: { type: 'integer' },
    },
  },
};
