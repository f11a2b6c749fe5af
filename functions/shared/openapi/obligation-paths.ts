import { answer, body, dateTime, inPath, type Json, type Paths, query, text } from './operation.ts';

const obligationId = inPath('obligationId', 'Id of an obligation.');
const count: Json = { type: 'integer', minimum: 0 };
const day: Json = { type: 'string', format: 'date' };
const access = ['scope:enrolments/write'] as const;
const list = (items: Json): Json => ({ type: 'array', items, minItems: 1, maxItems: 50 });
const groups = ['overdue', 'required', 'enrolled', 'started', 'finished', 'recognised', 'released'];

const audience: Json = {
  type: 'object',
  description:
    'People fit every part that is given, and any of each. An empty one is everybody of the agency.',
  properties: {
    unitIds: { ...list(text), description: 'These units and all below them.' },
    postFamilies: { ...list(text), description: 'Families of posts, such as `pengawas`.' },
    postWords: { ...list(text), description: 'Words in the title of the post, in any case.' },
    statuses: list({ enum: ['PNS', 'CPNS', 'PPPK'] }),
  },
};
const due: Json = {
  oneOf: [
    { type: 'object', required: ['kind', 'on'], properties: { kind: { const: 'once' }, on: day } },
    {
      type: 'object',
      required: ['kind', 'by'],
      properties: {
        kind: { const: 'yearly' },
        by: { type: 'string', description: 'Month and day, `06-30`.', examples: ['06-30'] },
      },
    },
  ],
};
const terms: Json = {
  title: text,
  courseIds: { type: 'array', items: text, minItems: 1, maxItems: 10 },
  audience,
  due,
  note: { type: 'string', description: 'Legal basis, or what learners should know.' },
};
const obligation: Json = {
  type: 'object',
  properties: {
    obligationId: text,
    ...terms,
    state: { enum: ['active', 'paused', 'ended'] },
    createdAt: dateTime,
    createdBy: text,
    changedAt: dateTime,
    counts: {
      type: 'object',
      description:
        'Duties by period and list: `{"2026": {"finished": 680}}`. What is `overdue` is counted in the list of its state as well.',
      additionalProperties: { type: 'object', additionalProperties: count },
    },
    spread: {
      type: 'object',
      description: 'The last look at everybody.',
      properties: {
        state: { enum: ['running', 'done'] },
        ...{ heads: count, seen: count, given: count, released: count, failed: count },
      },
    },
  },
};
const duty: Json = {
  type: 'object',
  properties: {
    ...{ personId: text, courseId: text, period: text, unitId: text, givenOn: day, dueOn: day },
    overAt: {
      ...dateTime,
      description:
        'When the last day is over where the person works: from then on it is overdue while it is open.',
    },
    state: { enum: groups.slice(1) },
    overdue: { const: true },
    obstacle: { enum: ['waiting', 'approval', 'course-closed', 'invitation', 'quota', 'other-agency'] },
    released: { enum: ['left-audience', 'left-agency', 'obligation-ended'] },
    ...{ registration: text, finishedAt: dateTime, since: dateTime, changedAt: dateTime },
  },
};
const step = (summary: string, description: string) => ({
  post: {
    ...{ summary, description, access, parameters: [obligationId] },
    responses: { '202': answer('The obligation; its duties follow by and by.', obligation) },
  },
});

export const obligationPaths: Paths = {
  '/api/obligations': {
    get: {
      summary: 'Obligations of the agency',
      description: 'What is in force first, with the counts of each period.',
      access,
      responses: {
        '200': answer('At most 200.', {
          type: 'object',
          properties: { obligations: { type: 'array', items: obligation } },
        }),
      },
    },
    post: {
      summary: 'Require courses of an audience',
      description:
        'Whoever is in the audience gets them by and by, whoever comes into it later by themselves. Courses that admit by invitation are refused.',
      access,
      requestBody: body({
        type: 'object',
        required: ['title', 'courseIds', 'audience', 'due'],
        properties: terms,
      }),
      responses: { '201': answer('The obligation.', obligation) },
    },
  },
  '/api/obligations/preview': {
    post: {
      summary: 'Look at an audience before requiring anything',
      description: 'Nothing is kept.',
      access,
      requestBody: body({
        type: 'object',
        required: ['courseIds', 'audience', 'due'],
        properties: { courseIds: terms.courseIds, audience, due },
      }),
      responses: {
        '200': answer('How many people it would be for, and who of the first 200 has finished.', {
          type: 'object',
          properties: {
            people: count,
            isComplete: { type: 'boolean', description: 'False: at least so many people.' },
            ...{ lookedAt: count, finished: { type: 'array', items: text } },
            ...{ period: text, dueOn: day, beginsOn: day },
          },
        }),
      },
    },
  },
  '/api/obligations/{obligationId}': {
    get: {
      summary: 'One obligation',
      access,
      parameters: [obligationId],
      responses: { '200': answer('The obligation.', obligation) },
    },
  },
  '/api/obligations/{obligationId}/duties': {
    get: {
      summary: 'Who owes what to an obligation',
      description:
        'One list, who is due first before the others, 50 a page. `overdue` goes through the three states that are open, one behind the other.',
      access,
      parameters: [
        obligationId,
        { ...query('group', { enum: groups }), required: true },
        query('after', text, 'Of `next`.'),
      ],
      responses: {
        '200': answer('One page.', {
          type: 'object',
          properties: { duties: { type: 'array', items: duty }, next: text },
        }),
      },
    },
  },
  '/api/obligations/{obligationId}/pause': step('Pause an obligation', 'Nobody is reminded or added.'),
  '/api/obligations/{obligationId}/resume': step('Let a paused obligation go on', 'As it was.'),
  '/api/obligations/{obligationId}/end': step(
    'End an obligation',
    'Releases what is open. What is finished stays. It cannot be undone.',
  ),
};
