import { employmentStatuses } from '@sinau/kernel';
import { answer, body, count, dateTime, inPath, type Json, type Paths, query, text } from './operation.ts';

const obligationId = inPath('obligationId', 'Id of an obligation.');
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
    statuses: list({ enum: [...employmentStatuses] }),
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
  courseIds: {
    ...{ type: 'array', items: text, minItems: 1, maxItems: 50 },
    description: 'This or `pathId`, and not both.',
  },
  pathId: {
    ...text,
    description:
      'A published learning path in place of courses: everybody is put on it once, and the duty is met when it is finished. Each year only when it has no events.',
  },
  audience,
  due,
  programme: {
    type: 'object',
    description:
      'What several courses are together; `inOrder`: each is given when the one before it is finished.',
    required: ['title', 'inOrder'],
    properties: { title: text, inOrder: { type: 'boolean' } },
  },
  note: { type: 'string', description: 'Legal basis, or what learners should know.' },
};
const obligation: Json = {
  type: 'object',
  properties: {
    obligationId: text,
    ...terms,
    state: { enum: ['active', 'paused', 'ended'] },
    changes: {
      type: 'array',
      description:
        'Once single courses, or the path, were left out or replaced: the oldest first, also what was taken back.',
      items: {
        type: 'object',
        properties: {
          n: { type: 'integer', description: 'Number of the change, from 0.' },
          ...{ courseId: text, pathId: { ...text, description: 'In place of `courseId`.' } },
          to: { ...text, description: 'What is required in its place; absent: nothing.' },
          ...{ reason: text, at: dateTime, by: text },
          canUndo: { type: 'boolean', description: 'Nothing was decided of its place since.' },
          undone: { type: 'object', properties: { at: dateTime, by: text } },
        },
      },
    },
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
    pathId: { ...text, description: 'In place of `courseId` when a learning path is required.' },
    ...{ personId: text, courseId: text, period: text, unitId: text, givenOn: day, dueOn: day },
    extendedFrom: { ...day, description: 'The last day without the exception that gave another one.' },
    overAt: {
      ...dateTime,
      description:
        'When the last day is over where the person works: from then on it is overdue while it is open.',
    },
    state: { enum: groups.slice(1) },
    overdue: { const: true },
    obstacle: {
      enum: [
        'earlier-course',
        'waiting',
        'approval',
        'course-closed',
        'invitation',
        'quota',
        'budget',
        'other-agency',
      ],
    },
    released: {
      enum: [
        ...['left-audience', 'left-agency', 'obligation-ended', 'exempted'],
        ...['course-skipped', 'course-replaced'],
      ],
    },
    ...{ registration: text, finishedAt: dateTime, since: dateTime, changedAt: dateTime },
  },
};
const step = (summary: string, description: string) => ({
  post: {
    ...{ summary, description, access, parameters: [obligationId] },
    responses: { '202': answer('The obligation; its duties follow by and by.', obligation) },
  },
});

const { title, note } = terms;
const newTerms = body({
  type: 'object',
  required: ['title', 'audience', 'due'],
  properties: { title, audience, due, note },
});
const personId = inPath('personId', 'Id of a person of the agency.');
const exceptionKinds = ['exempt', 'later-day'];
const exception: Json = {
  type: 'object',
  properties: {
    personId: text,
    kind: { enum: exceptionKinds },
    state: { enum: ['open', 'undone', 'over'] },
    reason: { type: 'string', description: 'The person reads it.' },
    until: { ...day, description: 'Last day of an exemption; absent: as long as the obligation lasts.' },
    ...{ endsAt: dateTime, period: text, dueOn: day, changedAt: dateTime, changedBy: text },
  },
};
const reason: Json = { type: 'string', minLength: 5, maxLength: 300, description: 'Learners read it.' };
const newPath = body({
  type: 'object',
  required: ['pathId', 'reason'],
  properties: { pathId: { ...text, description: 'A published learning path.' }, reason },
});
const newCourse = body({
  type: 'object',
  required: ['reason'],
  properties: { to: { ...text, description: 'A course in its place; absent: it is left out.' }, reason },
});
const metBy = answer('Who is met by it.', {
  type: 'object',
  properties: {
    waiting: { ...count, description: 'Who has not begun: they are released, or owe the other one.' },
    closed: { ...count, description: 'Of them those who cannot be given it, as it is closed.' },
    begun: { ...count, description: 'Who has begun: they finish it first, or go on without the duty.' },
    isComplete: { type: 'boolean', description: 'False: at least so many.' },
  },
});
const courseId = inPath('courseId', 'A course that the obligation requires.');
const look = (summary: string, requestBody: Json, parameters: readonly Json[]) => ({
  post: {
    ...{ summary, description: 'Nothing is kept.', access, parameters, requestBody },
    responses: { '200': metBy },
  },
});
const changePaths: Paths = {
  '/api/obligations/{obligationId}/path/preview': look(
    'Look at another path before it is put in place',
    newPath,
    [obligationId],
  ),
  '/api/obligations/{obligationId}/path': {
    put: {
      summary: 'Put another learning path in the place of the required one',
      description:
        'For everybody from now on: who has begun the old path finishes it first, who has finished it owes no other, all others owe the new one. They are told once, with the reason. The path that stands already is answered with 200 and tells nobody anything. An obligation of courses is refused.',
      ...{ access, parameters: [obligationId], requestBody: newPath },
      responses: {
        '200': answer('The obligation, which requires that path already.', obligation),
        '202': answer('The obligation; its duties follow by and by.', obligation),
      },
    },
  },
  '/api/obligations/{obligationId}/courses/{courseId}/preview': look(
    'Look at what comes of leaving out or replacing a course',
    newCourse,
    [obligationId, courseId],
  ),
  '/api/obligations/{obligationId}/courses/{courseId}': {
    put: {
      summary: 'Leave a course out, or put another one in its place',
      description:
        'For everybody from now on; the only course of an obligation is replaced or the obligation ended. Who has begun a replaced course finishes it first.',
      ...{ access, parameters: [obligationId, courseId], requestBody: newCourse },
      responses: { '202': answer('The obligation; its duties follow by and by.', obligation) },
    },
  },
  '/api/obligations/{obligationId}/changes/{change}/undo': {
    post: {
      summary: 'Take back what was decided of a course or of the path',
      description: 'While nothing else was decided of the same place (`canUndo`); 409 afterwards.',
      ...{ access, parameters: [obligationId, inPath('change', 'Number of the change, `n`.')] },
      responses: { '202': answer('The obligation; its duties follow by and by.', obligation) },
    },
  },
};
const exceptionPaths: Paths = {
  '/api/obligations/{obligationId}/terms/preview': {
    post: {
      summary: 'Look at other terms before changing them',
      description: 'Nothing is kept.',
      ...{ access, parameters: [obligationId], requestBody: newTerms },
      responses: {
        '200': answer('Who comes and goes, and for how many duties the last day moves.', {
          type: 'object',
          properties: {
            ...{ people: count, comes: count, goes: count },
            isComplete: { type: 'boolean', description: 'False: at least so many.' },
            moves: { type: 'object', properties: { duties: count, from: day, to: day } },
          },
        }),
      },
    },
  },
  '/api/obligations/{obligationId}/terms': {
    put: {
      summary: 'Change title, note, audience and last day',
      description:
        'People are met by and by, and told once. Courses, and whether it is once or yearly, stay. A day that is over is refused: nobody becomes late by a change.',
      ...{ access, parameters: [obligationId], requestBody: newTerms },
      responses: { '202': answer('The obligation; its duties follow by and by.', obligation) },
    },
  },
  '/api/obligations/{obligationId}/exceptions': {
    get: {
      summary: 'Who is excepted from an obligation, or has another last day',
      description: 'The newest decision first, 50 a page; what was taken back or is over as well.',
      access,
      parameters: [obligationId, query('after', text, 'Of `next`.')],
      responses: {
        '200': answer('One page.', {
          type: 'object',
          properties: { exceptions: { type: 'array', items: exception }, next: text },
        }),
      },
    },
  },
  '/api/obligations/{obligationId}/exceptions/{personId}': {
    put: {
      summary: 'Except one person, or give them another last day',
      description: 'Replaces what was decided for them before. They are told, with the reason.',
      access,
      parameters: [obligationId, personId],
      requestBody: body({
        type: 'object',
        required: ['kind', 'reason'],
        properties: {
          kind: { enum: exceptionKinds },
          reason: { type: 'string', minLength: 5, maxLength: 300 },
          until: { ...day, description: 'Of `exempt`, such as the end of a leave.' },
          dueOn: { ...day, description: 'Of `later-day`, which needs it: later than the one that holds.' },
        },
      }),
      responses: { '200': answer('The exception.', exception) },
    },
    delete: {
      summary: 'Take an exception back',
      description: 'What holds for everybody holds for the person again, with at least thirty days.',
      ...{ access, parameters: [obligationId, personId] },
      responses: { '200': answer('The exception, taken back.', exception) },
    },
  },
};

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
      summary: 'Require courses, or a learning path, of an audience',
      description:
        'Whoever is in the audience gets them by and by, whoever comes into it later by themselves. Courses that admit by invitation are refused.',
      access,
      requestBody: body({
        type: 'object',
        required: ['title', 'audience', 'due'],
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
        required: ['audience', 'due'],
        properties: {
          courseIds: terms.courseIds,
          pathId: terms.pathId,
          audience,
          due,
          programme: terms.programme,
        },
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
  ...exceptionPaths,
  ...changePaths,
};
