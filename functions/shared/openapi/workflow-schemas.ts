import { moduleKinds } from '@sinau/catalogue';
import { quizLimits } from '@sinau/quiz';
import { closed, dateTime, type Json, list, ref, text } from './operation.ts';

export const rev: Json = {
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
