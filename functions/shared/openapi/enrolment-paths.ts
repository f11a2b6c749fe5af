import {
  answer,
  body,
  dateTime,
  header,
  inPath,
  type Json,
  type Paths,
  query,
  ref,
  text,
} from './operation.ts';

const access = ['scope:enrolments/write'] as const;
const registration = inPath('registration', 'Of a course that was assigned to one of the agency’s people.');
const share: Json = { type: 'number', minimum: 0, maximum: 1 };
const word: Json = { type: 'string', enum: ['completed', 'failed', 'not-completed'] };
const date: Json = { type: 'string', format: 'date' };

export const enrolmentPaths: Paths = {
  '/api/enrolments': {
    get: {
      summary: 'List what is assigned',
      description:
        'What the agency, its supervisors and its systems have assigned to its people, the newest first; without what was withdrawn.',
      access,
      parameters: [query('after', text, 'Of `next`, which leads to the following page.')],
      responses: {
        '200': answer('One page.', {
          type: 'object',
          required: ['enrolments'],
          properties: { enrolments: { type: 'array', items: ref('Assignment') }, next: text },
        }),
      },
    },
    post: {
      summary: 'Assign a course',
      description:
        'The person is told, cannot cancel it, and sees it as required with its due date. Who takes the course already goes on under the duty; where no seat is free the person waits for one (`waiting`). 409 when it was assigned before, or the person has completed it; 404 for people of others.',
      access,
      parameters: [header('Idempotency-Key', text, 'Runs the request once.')],
      requestBody: body(
        {
          type: 'object',
          additionalProperties: false,
          required: ['courseId'],
          description: 'The person is named by either `personId` or `nip`.',
          properties: {
            courseId: { type: 'string', pattern: '^[\\w-]{1,64}$' },
            personId: { type: 'string', pattern: '^[\\w-]{1,64}$' },
            nip: { type: 'string', maxLength: 40, description: 'NIP or NI PPPK, a string of 18 digits.' },
            dueOn: { ...date, description: 'Last day, in the person’s time zone; today or later.' },
            note: { type: 'string', maxLength: 300, description: 'For the person, in plain text.' },
          },
        },
        { courseId: 'keamanan-informasi', nip: '199001012015011001', dueOn: '2099-12-31' },
      ),
      responses: {
        '201': {
          ...answer('Assigned; Location is the enrolment.', ref('Assignment')),
          headers: { Location: { schema: text } },
        },
      },
    },
  },
  '/api/enrolments/{registration}': {
    get: {
      summary: 'See one assignment',
      access,
      parameters: [registration],
      responses: { '200': answer('As it is now.', ref('Assignment')) },
    },
    delete: {
      summary: 'Withdraw an assignment',
      description:
        'Who had enrolled on their own stays enrolled; for everybody else the enrolment ends, and the seat goes to whoever waits for it. 409 when it is completed.',
      access,
      parameters: [registration],
      responses: { '204': { description: 'Withdrawn.' } },
    },
  },
};

export const enrolmentSchemas: Json = {
  Assignment: {
    type: 'object',
    required: ['registration', 'personId', 'courseId', 'version', 'state', 'assignedAt', 'assignedBy'],
    properties: {
      registration: { type: 'string', format: 'uuid', description: 'In every statement of this enrolment.' },
      personId: text,
      courseId: text,
      version: { type: 'integer', minimum: 1 },
      state: { type: 'string', enum: ['waiting', 'active', 'completed'] },
      assignedAt: { type: 'string', format: 'date-time' },
      assignedBy: {
        type: 'string',
        enum: ['agency', 'supervisor'],
        description: 'In which office; systems act for the agency.',
      },
      dueOn: date,
      completedAt: dateTime,
      takenBackAt: {
        ...dateTime,
        description:
          'Completed, and the provider does not stand by it any more: no JP, no certificate. Gone when it is given again.',
      },
      corrected: {
        type: 'object',
        description:
          'The newest correction by the provider of each kind, raised or lowered. Times are the provider’s.',
        properties: {
          score: {
            type: 'object',
            required: ['at', 'from'],
            properties: {
              at: dateTime,
              from: share,
              to: { ...share, description: 'Absent: there is no score any more.' },
            },
          },
          completion: {
            type: 'object',
            required: ['at', 'from', 'to'],
            properties: { at: dateTime, from: word, to: word },
          },
        },
      },
      url: text,
    },
  },
};
