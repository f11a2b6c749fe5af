import { moduleKinds } from '@sinau/catalogue';
import { answer, body, idempotencyKey, inPath, location, type Paths, query, ref, text } from './operation.ts';

const read = ['scope:courses/read'] as const;
const write = ['scope:courses/write'] as const;
const courseId = inPath('courseId', 'One of the provider’s own courses; others are answered as absent.');
const packageId = { type: 'string', pattern: '^[\\w-]{1,64}$' };

export const providerPaths: Paths = {
  '/api/openapi.json': {
    get: {
      summary: 'This document',
      access: ['anyone'],
      responses: { '200': answer('OpenAPI 3.1.', { type: 'object' }) },
    },
  },
  '/api/packages': {
    post: {
      summary: 'Send a small package as the body',
      description:
        'Up to 8 MB, behind API Gateway about 4.4 MB; larger ones go by `/api/uploads`. The import is waited for a while; then the answer is the job.',
      access: write,
      parameters: [
        query('fileName', { type: 'string', maxLength: 255, default: 'package' }),
        query('courseId', packageId, 'Given: it goes into this course.'),
        query(
          'module',
          packageId,
          'Module whose package it replaces, or `new`; needed when there are several.',
        ),
        query(
          'kind',
          { type: 'string', enum: moduleKinds },
          'Any other kind is refused. A Markdown article is taken only with `article`.',
        ),
        idempotencyKey,
      ],
      requestBody: {
        required: true,
        content: {
          'application/zip': { schema: { type: 'string', format: 'binary' } },
          'application/json': {
            schema: {
              type: 'object',
              description: 'A quiz of Sinau: `"sinauQuiz": 1` and title, sections with questions, rules.',
            },
          },
        },
      },
      responses: {
        '201': { ...answer('Imported; Location is the course.', ref('Import')), headers: location },
        '202': { ...answer('On its way; Location is the job.', ref('Import')), headers: location },
        '422': {
          description: 'The package was refused; `issues` name file, rule and mend.',
          content: { 'application/problem+json': { schema: ref('Problem') } },
        },
      },
    },
  },
  '/api/uploads': {
    post: {
      summary: 'Ask for an address to upload a package to',
      description:
        'Send the package there with the method and headers of the answer, then `POST /api/imports`. With `inParts` there is no address yet: ask for those of the parts, PUT each part of `partSizeBytes` (the last one is shorter), and go on after any cut with what has not arrived.',
      access: write,
      requestBody: body(ref('UploadRequest'), {
        fileName: 'keamanan-informasi.zip',
        contentType: 'application/zip',
        sizeBytes: 1_048_576,
      }),
      responses: {
        '201': answer('Where to put it, or into how many parts it goes.', {
          oneOf: [ref('UploadTicket'), ref('PartTicket')],
        }),
      },
    },
  },
  '/api/uploads/{jobId}': {
    get: {
      summary: 'See how far an upload in parts is',
      description: 'Parts are kept for a week. What the store has given up is not listed: send it again.',
      access: write,
      parameters: [inPath('jobId', 'Of one of the provider’s own uploads.')],
      responses: { '200': answer('What has arrived.', ref('UploadProgress')) },
    },
    delete: {
      summary: 'Give up an upload',
      description: 'What has arrived is deleted. Asking again is harmless; a begun import is not ended.',
      access: write,
      parameters: [inPath('jobId', 'Of one of the provider’s own uploads.')],
      responses: { '204': { description: 'Given up.' } },
    },
  },
  '/api/uploads/{jobId}/parts': {
    post: {
      summary: 'Ask for the addresses of parts',
      description:
        'Each takes one PUT of exactly `sizeBytes` for an hour; the answer to it has the part’s `ETag`. A part sent again replaces the one before.',
      access: write,
      parameters: [inPath('jobId', 'Of one of the provider’s own uploads.')],
      requestBody: body(
        {
          type: 'object',
          additionalProperties: false,
          required: ['partNumbers'],
          properties: {
            partNumbers: {
              type: 'array',
              items: { type: 'integer', minimum: 1, maximum: 10_000 },
              minItems: 1,
              maxItems: 100,
            },
          },
        },
        { partNumbers: [1, 2, 3] },
      ),
      responses: { '200': answer('Where to put them.', ref('PartUrls')) },
    },
  },
  '/api/imports': {
    post: {
      summary: 'Start the import of an uploaded package',
      description:
        'Asking again is harmless. Of an upload in parts, `parts` may say what the sender has seen arrive: it is refused when somebody else has sent one of them.',
      access: write,
      parameters: [idempotencyKey],
      requestBody: body(
        {
          type: 'object',
          additionalProperties: false,
          required: ['jobId'],
          properties: {
            jobId: packageId,
            parts: {
              type: 'array',
              maxItems: 1000,
              items: {
                type: 'object',
                additionalProperties: false,
                required: ['partNumber', 'etag'],
                properties: { partNumber: { type: 'integer' }, etag: text },
              },
            },
          },
        },
        { jobId: '0f8c2f0e-54f7-4c2e-9a51-0e5d3c1d7a11' },
      ),
      responses: { '202': { ...answer('On its way.', ref('Import')), headers: location } },
    },
    get: {
      summary: 'List the latest imports',
      access: read,
      responses: {
        '200': answer('Newest first.', {
          type: 'object',
          required: ['imports'],
          properties: { imports: { type: 'array', items: ref('Import') } },
        }),
      },
    },
  },
  '/api/imports/{jobId}': {
    get: {
      summary: 'See an import and its report',
      access: read,
      parameters: [inPath('jobId', 'Of one of the provider’s own imports.')],
      responses: { '200': answer('The job.', ref('Import')) },
    },
  },
  '/api/courses': {
    get: {
      summary: 'List the provider’s own courses',
      access: read,
      parameters: [query('after', text, 'From `next` of the page before.')],
      responses: {
        '200': answer('Last changed first, 50 a page.', {
          type: 'object',
          required: ['courses'],
          properties: { courses: { type: 'array', items: ref('Course') }, next: text },
        }),
      },
    },
  },
  '/api/courses/{courseId}': {
    get: {
      summary: 'See a course with its versions',
      access: read,
      parameters: [courseId],
      responses: { '200': answer('The course.', ref('CourseWithVersions')) },
    },
    patch: {
      summary: 'Change the draft of a course',
      description: 'What is left out stays. Learners see nothing of it before a version is published.',
      access: write,
      parameters: [courseId],
      requestBody: body(ref('DraftEdit'), { rev: 3, jp: '4', title: { id: 'Keamanan informasi' } }),
      responses: { '200': answer('The course.', ref('Course')) },
    },
    delete: {
      summary: 'Delete a course that nobody has taken',
      description:
        'With every version, package and file. Refused with 409 while it is published (retire it first), and once anybody has enrolled or asked to. Statements of trials and of guests stay; they can launch no more. Asking again is harmless.',
      access: write,
      parameters: [courseId],
      responses: { '204': { description: 'Deleted.' } },
    },
  },
  '/api/courses/{courseId}/publish': {
    post: {
      summary: 'Open a version to learners without a reviewer',
      description:
        'For providers whom an operator has given the scope; others submit. Running learners follow `versionRule`.',
      access: ['scope:courses/publish'],
      parameters: [courseId, idempotencyKey],
      requestBody: body(ref('PublishRequest'), { jp: '4', title: { id: 'Keamanan informasi' } }),
      responses: { '200': answer('As published.', ref('Course')) },
    },
  },
  '/api/courses/{courseId}/retire': {
    post: {
      summary: 'Close a course to new learners',
      description:
        'Who is enrolled goes on. A version that waits for a reviewer is withdrawn; the course comes back by submitting it again.',
      access: write,
      parameters: [courseId, idempotencyKey],
      responses: { '200': answer('As retired.', ref('Course')) },
    },
  },
};
