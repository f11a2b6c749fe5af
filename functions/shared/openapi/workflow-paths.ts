import { answer, body, closed, idempotencyKey, inPath, list, type Paths, ref, text } from './operation.ts';
import { rev } from './workflow-schemas.ts';

const read = ['scope:courses/read'] as const;
const write = ['scope:courses/write'] as const;
const review = ['scope:courses/review'] as const;
const either = ['scope:courses/read', 'scope:courses/review'] as const;
const courseId = inPath('courseId', 'One of the provider’s own courses; others are answered as absent.');
const version = inPath('version', 'Number of the version.');

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
