import {
  answer,
  body,
  dateTime,
  inPath,
  type Json,
  type Paths,
  query,
  ref,
  text,
  uuid,
} from './operation.ts';

const read = ['scope:courses/read'] as const;
const write = ['scope:courses/write'] as const;
const courseId = inPath('courseId', 'One of the provider’s own courses.');
const dispatchId = inPath('dispatchId', 'UUID of a dispatch of an own course.');

const name: Json = { ...text, minLength: 1, maxLength: 200, description: 'Which system it is for.' };
const notes: Json = { ...text, maxLength: 2000, description: 'For the provider alone.' };
const capacity = { type: 'integer', minimum: 1, maximum: 1_000_000 };
const limits: Json = {
  capacity: {
    ...capacity,
    description: 'Learners at most; whoever has begun may always go on. Absent: any number.',
  },
  expiresAt: { ...dateTime, description: 'From then on nobody begins or opens a part. Absent: never.' },
};

/** Courses of a provider in other learning systems. */
export const dispatchPaths: Paths = {
  '/api/courses/{courseId}/dispatches': {
    get: {
      summary: 'List where a course runs elsewhere',
      access: read,
      parameters: [courseId],
      responses: {
        '200': answer('The latest first; at most 200.', {
          type: 'object',
          required: ['dispatches'],
          properties: { dispatches: { type: 'array', items: ref('Dispatch') } },
        }),
      },
    },
    post: {
      summary: 'Give a course to another learning system',
      description:
        'The system imports the package of the dispatch as SCORM 1.2 or cmi5; its learners take the course here, in a window of their own, and results are reported there. They get in once the course is published, and keep the version they began.',
      access: write,
      parameters: [courseId],
      requestBody: body(
        {
          type: 'object',
          required: ['name'],
          properties: { name, notes, ...limits },
          additionalProperties: false,
        },
        { name: 'LMS Kota Contoh', capacity: 200 },
      ),
      responses: {
        '201': {
          ...answer('Made; Location is the dispatch.', ref('Dispatch')),
          headers: { Location: { schema: text } },
        },
      },
    },
  },
  '/api/dispatches/{dispatchId}': {
    get: {
      summary: 'See a dispatch',
      access: read,
      parameters: [dispatchId],
      responses: { '200': answer('As it is now.', ref('Dispatch')) },
    },
    patch: {
      summary: 'Change a dispatch',
      description: 'What is left out stays; `null` takes a limit away.',
      access: write,
      parameters: [dispatchId],
      requestBody: body(
        {
          type: 'object',
          properties: {
            ...{ name, notes },
            enabled: { type: 'boolean', description: 'False: nobody begins or opens a part.' },
            capacity: { anyOf: [capacity, { type: 'null' }] },
            expiresAt: { anyOf: [dateTime, { type: 'null' }] },
            newKey: {
              const: true,
              description:
                'Packages that were downloaded before open nothing any more; learners keep what they reached.',
            },
          },
          additionalProperties: false,
        },
        { enabled: false },
      ),
      responses: { '200': answer('As it is now.', ref('Dispatch')) },
    },
  },
  '/api/dispatches/{dispatchId}/package': {
    get: {
      summary: 'Download the package for the other system',
      description:
        'A few kilobytes: a page, its script, and a key that can open launches of this dispatch alone.',
      access: write,
      parameters: [dispatchId, { ...query('format', { enum: ['scorm12', 'cmi5'] }), required: true }],
      responses: {
        '200': {
          description: 'The package.',
          content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } },
        },
      },
    },
  },
};

const result: Json = {
  type: 'object',
  required: ['satisfied', 'passed', 'percent'],
  properties: {
    satisfied: { type: 'boolean', description: 'Everything that the course wants is done.' },
    passed: { type: 'boolean', description: 'The same, and something of it was judged.' },
    score: { type: 'number', minimum: 0, maximum: 1, description: 'Mean of the parts that were scored.' },
    percent: { type: 'integer', minimum: 0, maximum: 100 },
  },
};

/** What packages of dispatches call from pages of other systems. */
export const dispatchLaunchPaths: Paths = {
  '/launch/dispatch/{dispatchId}/start': {
    post: {
      summary: 'Open a course for a learner of another system',
      description:
        'Any origin, no cookie: the key of the package is the credential, and `learner` a digest of what that system calls the person. 403 says why nobody gets in: `dispatch.disabled`, `dispatch.expired`, `dispatch.full`, `dispatch.withdrawn`; 404 also for a key that is not valid.',
      access: ['anyone'],
      parameters: [inPath('dispatchId', 'UUID of the dispatch.')],
      requestBody: body({
        type: 'object',
        required: ['key', 'learner'],
        properties: {
          key: { ...text, maxLength: 200 },
          learner: { ...text, pattern: '^[0-9a-fA-F]{64}$' },
        },
        additionalProperties: false,
      }),
      responses: {
        '201': answer('The learner may begin or go on.', {
          type: 'object',
          required: ['url', 'resultUrl', 'pass', 'title', 'result'],
          properties: {
            url: { ...text, description: 'Opens the course in a window of its own, within two minutes.' },
            resultUrl: text,
            pass: { ...text, description: 'Bearer token for `resultUrl`, for a day.' },
            title: { type: 'object', additionalProperties: text },
            result: ref('DispatchResult'),
          },
        }),
      },
    },
  },
  '/launch/dispatch/result': {
    get: {
      summary: 'How far the learner of a package is',
      description:
        'With the pass of a start in `Authorization: Bearer`; 403 `dispatch.pass-ended` when it is not valid any more.',
      access: ['anyone'],
      responses: { '200': answer('As it is now.', ref('DispatchResult')) },
    },
  },
};

export const dispatchSchemas: Json = {
  Dispatch: {
    type: 'object',
    required: ['dispatchId', 'courseId', 'name', 'notes', 'enabled', 'started', 'finished', 'createdAt'],
    properties: {
      dispatchId: uuid,
      courseId: text,
      ...{ name, notes },
      enabled: { type: 'boolean' },
      ...limits,
      started: { type: 'integer', minimum: 0, description: 'Learners who have begun.' },
      finished: { type: 'integer', minimum: 0, description: 'Learners who were seen to have finished.' },
      createdAt: dateTime,
    },
  },
  DispatchResult: result,
};
