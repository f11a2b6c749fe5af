import { moduleKinds } from '@sinau/catalogue';
import { quizLimits } from '@sinau/quiz';
import {
  answer,
  body,
  closed,
  dateTime,
  idempotencyKey,
  inPath,
  type Json,
  list,
  type Paths,
  ref,
  text,
} from './operation.ts';

const read = ['scope:courses/read'] as const;
const write = ['scope:courses/write'] as const;
const review = ['scope:courses/review'] as const;
const either = ['scope:courses/read', 'scope:courses/review'] as const;
const courseId = inPath('courseId', 'One of the provider’s own courses; others are answered as absent.');
const version = inPath('version', 'Number of the version.');
const rev: Json = {
  type: 'integer',
  minimum: 1,
  description: '`rev` of the course as it was read; another one gets 409.',
};
const words: Json = {
  type: 'object',
  description: 'Text by BCP 47 tag.',
  additionalProperties: { type: 'string', minLength: 1, maxLength: 4000 },
  maxProperties: 20,
};
const moveOn: Json = {
  enum: ['NotApplicable', 'Passed', 'Completed', 'CompletedAndPassed', 'CompletedOrPassed'],
  description: 'When a module that is not cmi5 counts as done.',
};
const frame: Json = {
  type: 'boolean',
  description: 'Of a tool: shown inside the page of the player, where browsers and the tool allow it.',
};
const statusMayFall: Json = {
  type: 'boolean',
  default: false,
  description:
    'Of SCORM: a lower status that the package reports later takes the place of the one reached. What the course has recorded stays.',
};
const share: Json = {
  type: 'number',
  minimum: 0.05,
  maximum: 1,
  description: 'Share that must have been seen.',
};

export const workflowSchemas: Json = {
  CourseDetails: closed(
    {
      form: { type: 'string', description: 'Form of development, e.g. `NKL03` for e-learning.' },
      subject: text,
      competencies: list({ type: 'string', maxLength: 200 }, 20),
      languages: list(text, 10),
      audience: words,
      price: { type: 'integer', minimum: 0, description: 'Whole rupiah; 0 is free.' },
      minutes: { type: 'integer', minimum: 1 },
      classification: {
        allOf: [ref('Classification')],
        description: 'Left out: as it was. Send it with empty lists to take it away.',
      },
    },
    [],
  ),
  Admission: closed(
    {
      mode: { enum: ['open', 'approval', 'invitation'] },
      seats: { type: 'integer', minimum: 1 },
      opensAt: dateTime,
      closesAt: dateTime,
      classesFrom: {
        type: 'string',
        format: 'date',
        description:
          'First day of classes of a provider that holds them on dates, in Jakarta. Enrolment does not hang on it.',
      },
    },
    [],
  ),
  CourseModule: {
    type: 'object',
    required: ['moduleId', 'kind', 'packageId', 'title', 'auCount', 'required', 'after'],
    properties: {
      moduleId: { type: 'string', description: 'Stays when the package is replaced.' },
      kind: { enum: moduleKinds },
      packageId: { type: 'string', description: 'The import it came from.' },
      title: words,
      auCount: { type: 'integer', minimum: 1 },
      required: { type: 'boolean' },
      after: { type: 'array', items: text, description: 'Modules that must be done before.' },
      moveOn,
      share,
      statusMayFall,
      quiz: ref('QuizRules'),
      completion: ref('CompletionRule'),
      frame,
    },
  },
  QuizRules: {
    ...closed(
      {
        timeLimitSeconds: { type: 'integer', minimum: 10, maximum: quizLimits.timeLimitSeconds },
        maxAttempts: { type: 'integer', minimum: 1, maximum: quizLimits.attempts },
        passMark: { type: 'number', minimum: 0.01, maximum: 1 },
        shuffleQuestions: { type: 'boolean' },
        review: { enum: ['score', 'marks', 'answers'] },
        reviewFrom: { enum: ['submission', 'end'] },
      },
      ['shuffleQuestions', 'review', 'reviewFrom'],
    ),
    description: 'How a quiz is taken; all rules together.',
  },
  CompletionRule: {
    oneOf: [
      closed({ by: { enum: ['score', 'completed'] } }, ['by']),
      closed({ by: { const: 'pass' }, passMark: { type: 'number', minimum: 0, maximum: 1 } }, [
        'by',
        'passMark',
      ]),
    ],
    description:
      'Of what another system shows: done by any final score, by a final score of at least `passMark`, or when that system says completed.',
  },
  LtiPlacement: closed(
    {
      clientId: text,
      deploymentId: text,
      url: { type: 'string', description: "Absent: the tool's own target_link_uri." },
      text,
      custom: { type: 'object', additionalProperties: text },
      lineItem: closed(
        {
          scoreMaximum: { type: 'number', description: 'More than 0.' },
          label: text,
          resourceId: text,
          tag: text,
        },
        ['scoreMaximum', 'label'],
      ),
      availableFrom: dateTime,
      availableUntil: dateTime,
      submissionUntil: dateTime,
    },
    ['clientId', 'deploymentId', 'custom'],
  ),
  DraftEdit: closed(
    {
      rev,
      title: words,
      description: words,
      jp: { type: 'string', maxLength: 10 },
      details: ref('CourseDetails'),
      modules: {
        ...list(
          closed(
            {
              moduleId: text,
              title: words,
              required: { type: 'boolean' },
              after: list(text, 100),
              moveOn,
              share,
              statusMayFall,
              quiz: ref('QuizRules'),
              completion: ref('CompletionRule'),
              frame,
            },
            ['moduleId'],
          ),
          100,
        ),
        description: 'All that remain, in their new order.',
      },
    },
    ['rev'],
  ),
  NewModule: {
    oneOf: [
      closed({ kind: { const: 'link' }, title: text, url: { type: 'string', format: 'uri' } }, [
        'kind',
        'title',
        'url',
      ]),
      closed(
        {
          kind: { enum: ['video', 'audio'] },
          title: text,
          url: {
            type: 'string',
            format: 'uri',
            description: 'Of the file itself, at a host that the platform allows.',
          },
        },
        ['kind', 'title', 'url'],
      ),
      closed(
        { kind: { const: 'article' }, title: text, text: { type: 'string', description: 'Markdown.' } },
        ['kind', 'title', 'text'],
      ),
      closed(
        {
          kind: { const: 'external' },
          title: text,
          url: {
            type: 'string',
            format: 'uri',
            description: 'Of a page that your own system shows its learners.',
          },
        },
        ['kind', 'title', 'url'],
      ),
      closed({ kind: { const: 'lti' }, title: text, placement: ref('LtiPlacement'), frame }, [
        'kind',
        'title',
        'placement',
      ]),
      closed({ kind: { const: 'package' }, packageId: text }, ['kind', 'packageId']),
    ],
  },
  Review: {
    type: 'object',
    required: [
      'courseId',
      'version',
      'title',
      'state',
      'submittedBy',
      'submittedAt',
      'checked',
      'comments',
      'url',
    ],
    properties: {
      courseId: text,
      version: { type: 'integer', minimum: 1 },
      title: words,
      state: { enum: ['submitted', 'approved', 'returned', 'withdrawn'] },
      submittedBy: text,
      submittedAt: dateTime,
      decidedBy: text,
      decidedAt: dateTime,
      checked: list(text, 6),
      comments: {
        type: 'array',
        items: {
          type: 'object',
          required: ['by', 'side', 'at', 'text'],
          properties: {
            by: text,
            side: { enum: ['author', 'reviewer'] },
            at: dateTime,
            text,
            moduleId: text,
          },
        },
      },
      url: text,
    },
  },
};

export const workflowPaths: Paths = {
  '/api/courses/{courseId}/modules': {
    post: {
      summary: 'Add a module that needs no upload',
      description:
        'A link, a video or audio file that stays where it lies, an article in Markdown, or a package that was imported into this course before. Addresses are https and have a public host name. A recording at a host that the operators do not allow is refused (422); the refusal names those that are.',
      access: write,
      parameters: [courseId, idempotencyKey],
      requestBody: body(ref('NewModule'), {
        kind: 'link',
        title: 'Peraturan',
        url: 'https://contoh.go.id/aturan',
      }),
      responses: { '201': answer('The course with its draft.', ref('Course')) },
    },
  },
  '/api/courses/{courseId}/settings': {
    patch: {
      summary: 'Say who gets in, and what a new version does to running learners',
      description: 'Counts at once, without review.',
      access: write,
      parameters: [courseId],
      requestBody: body(
        closed(
          {
            rev,
            admission: ref('Admission'),
            versionRule: { enum: ['stay', 'move-not-started', 'move-with-results'] },
          },
          ['rev'],
        ),
        { rev: 4, admission: { mode: 'approval', seats: 30 } },
      ),
      responses: { '200': answer('The course.', ref('Course')) },
    },
  },
  '/api/courses/{courseId}/versions': {
    post: {
      summary: 'Freeze the draft as a version',
      description: 'Answers the latest version when nothing has changed since. Submission does it too.',
      access: write,
      parameters: [courseId, idempotencyKey],
      responses: { '201': answer('The version.', { type: 'object' }) },
    },
  },
  '/api/courses/{courseId}/versions/{version}/structure': {
    get: {
      summary: 'Export the cmi5 course structure of a version',
      description:
        'The `cmi5.xml` of a cmi5 package as its publisher wrote it; else the structure that the course was made into, in which parts of other kinds stand with the page of this platform that plays them.',
      access: read,
      parameters: [courseId, version],
      responses: {
        '200': { description: 'cmi5.xml', content: { 'application/xml': { schema: text } } },
      },
    },
  },
  '/api/courses/{courseId}/versions/{version}/package': {
    get: {
      summary: 'Export a version as a cmi5 package',
      description:
        'A link to the upload as it came, or to its files put together again; a course of several cmi5 packages becomes one. Refused with 409 where a module is no cmi5, or where more than 2,000 files or 256 MiB would have to be put together.',
      access: read,
      parameters: [courseId, version],
      responses: {
        '200': answer('Where the package lies; the link works without a token.', {
          type: 'object',
          required: ['url', 'fileName', 'expiresInSeconds'],
          properties: {
            url: { type: 'string', format: 'uri' },
            fileName: text,
            expiresInSeconds: { type: 'integer' },
          },
        }),
      },
    },
  },
  '/api/courses/{courseId}/submit': {
    post: {
      summary: 'Submit the draft for review',
      description:
        'Freezes it first. Refused with 409 without title, JP above 0 or a module that counts; `issues` names what is missing. A version that still waits is withdrawn.',
      access: write,
      parameters: [courseId, idempotencyKey],
      requestBody: body(closed({ comment: text }, []), { comment: 'Versi pertama.' }),
      responses: { '201': answer('The review.', ref('Review')) },
    },
  },
  '/api/courses/{courseId}/withdraw': {
    post: {
      summary: 'Take a submission back',
      access: write,
      parameters: [courseId, idempotencyKey],
      responses: { '200': answer('The course.', ref('Course')) },
    },
  },
  '/api/reviews': {
    get: {
      summary: 'List what waits for a reviewer',
      description: 'The longest waiting first, at most 100; without the caller’s own submissions.',
      access: review,
      responses: {
        '200': answer('Open reviews.', {
          type: 'object',
          required: ['reviews'],
          properties: { reviews: { type: 'array', items: ref('Review') } },
        }),
      },
    },
  },
  '/api/courses/{courseId}/versions/{version}/review': {
    get: {
      summary: 'See a version and its review',
      access: either,
      parameters: [courseId, version],
      responses: { '200': answer('The review, with the version as `content`.', ref('Review')) },
    },
  },
  '/api/courses/{courseId}/versions/{version}/review/comments': {
    post: {
      summary: 'Comment on a version',
      access: either,
      parameters: [courseId, version, idempotencyKey],
      requestBody: body(closed({ text, moduleId: text }, ['text']), { text: 'Sudah diperbaiki.' }),
      responses: { '201': answer('The review.', ref('Review')) },
    },
  },
  '/api/courses/{courseId}/versions/{version}/review/decision': {
    post: {
      summary: 'Publish a version, or send it back',
      description:
        'Whoever submitted it may not decide. Approval wants every item of the checklist, and the `rev` that the review was answered with: it is refused (409) when the rule for running learners or the published version has changed since.',
      access: review,
      parameters: [courseId, version, idempotencyKey],
      requestBody: body(
        {
          oneOf: [
            closed({ outcome: { const: 'approve' }, rev, checked: list(text, 6), comment: text }, [
              'outcome',
              'rev',
              'checked',
            ]),
            closed({ outcome: { const: 'return' }, checked: list(text, 6), comment: text }, [
              'outcome',
              'comment',
            ]),
          ],
        },
        {
          outcome: 'approve',
          rev: 7,
          checked: ['content', 'wording', 'jp', 'accessibility', 'rights', 'privacy'],
        },
      ),
      responses: { '200': answer('The review.', ref('Review')) },
    },
  },
};
