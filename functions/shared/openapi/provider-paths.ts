import { answer, body, header, inPath, type Json, type Paths, query, ref, text } from './operation.ts';

const read = ['scope:courses/read'] as const;
const write = ['scope:courses/write'] as const;
const idempotencyKey = header('Idempotency-Key', text, 'Runs the request once.');
const courseId = inPath('courseId', 'One of the provider’s own courses; others are answered as absent.');
const packageId = { type: 'string', pattern: '^[\\w-]{1,64}$' };

const location: Json = { Location: { schema: text } };

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
        idempotencyKey,
      ],
      requestBody: {
        required: true,
        content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } },
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
        'Send the package there with the method and headers of the answer, then `POST /api/imports`.',
      access: write,
      requestBody: body(ref('UploadRequest'), {
        fileName: 'keamanan-informasi.zip',
        contentType: 'application/zip',
        sizeBytes: 1_048_576,
      }),
      responses: { '201': answer('Where to put it.', ref('UploadTicket')) },
    },
  },
  '/api/imports': {
    post: {
      summary: 'Start the import of an uploaded package',
      description: 'Asking again is harmless.',
      access: write,
      parameters: [idempotencyKey],
      requestBody: body(
        {
          type: 'object',
          additionalProperties: false,
          required: ['jobId'],
          properties: { jobId: packageId },
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
      access: write,
      parameters: [courseId, idempotencyKey],
      responses: { '200': answer('As retired.', ref('Course')) },
    },
  },
};
