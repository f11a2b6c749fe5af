import { answer, count, dateTime, inPath, type Json, type Paths, ref, text } from './operation.ts';

const courseId = inPath('courseId', 'One of the provider’s own courses; others are answered as absent.');
const texts: Json = { type: 'object', additionalProperties: text };
const listOf = (name: string, items: Json): Json => ({
  type: 'object',
  required: [name],
  properties: { [name]: { type: 'array', items } },
});
const bodyOf = (properties: Record<string, Json>, example: Json): Json => ({
  required: true,
  content: {
    'application/json': {
      schema: { type: 'object', additionalProperties: false, required: Object.keys(properties), properties },
      example,
    },
  },
});

export const courseDeskPaths: Paths = {
  '/api/courses/{courseId}/changes': {
    get: {
      summary: 'What publication of the draft would change',
      description: 'Against the published version; without `changes` before the first publication.',
      access: ['scope:courses/read'],
      parameters: [courseId],
      responses: {
        '200': answer('Module by module and part by part.', {
          type: 'object',
          properties: { changes: ref('CourseChanges') },
        }),
      },
    },
  },
  '/api/courses/{courseId}/packages': {
    get: {
      summary: 'Every package of a course, used by its draft or not',
      access: ['scope:courses/read'],
      parameters: [courseId],
      responses: { '200': answer('Newest first.', listOf('packages', ref('CoursePackage'))) },
    },
  },
  '/api/courses/{courseId}/ratings/report': {
    post: {
      summary: 'Report a comment to the operators',
      access: ['scope:courses/write'],
      parameters: [courseId],
      requestBody: bodyOf({ commentId: text }, { commentId: '2026-03-02~…' }),
      responses: { '204': { description: 'Reported; again changes nothing.' } },
    },
  },
  '/api/courses/{courseId}/invitations': {
    get: {
      summary: 'Invitations of the provider to a published course',
      access: ['scope:courses/read'],
      parameters: [courseId],
      responses: { '200': answer('Newest first.', listOf('invitations', ref('CourseInvitation'))) },
    },
    post: {
      summary: 'Invite to a published course',
      description:
        'For a course that admits by invitation. The answer alone has the code; it cannot be read again.',
      access: ['scope:courses/write'],
      parameters: [courseId],
      requestBody: bodyOf(
        {
          label: { type: 'string', minLength: 1, maxLength: 100 },
          maxUses: { type: 'integer', minimum: 1, maximum: 10_000 },
          days: { type: 'integer', minimum: 1, maximum: 366 },
        },
        { label: 'Angkatan I', maxUses: 40, days: 14 },
      ),
      responses: { '201': answer('With `code` and `link`.', ref('CourseInvitation')) },
    },
  },
  '/api/courses/{courseId}/invitations/{invitationId}/revoke': {
    post: {
      summary: 'Revoke an invitation',
      description: 'Nobody gets in with it any more; those who are in stay.',
      access: ['scope:courses/write'],
      parameters: [courseId, inPath('invitationId', 'From the list.')],
      responses: { '204': { description: 'Revoked.' } },
    },
  },
};

export const courseDeskSchemas: Json = {
  CourseChanges: {
    type: 'object',
    required: ['from', 'to', 'modules', 'parts', 'carried'],
    properties: {
      ...{ from: count, to: count },
      modules: { type: 'array', items: { type: 'object' } },
      parts: { type: 'array', items: { type: 'object' } },
      carried: { ...count, description: 'Parts whose results a learner who moves takes along.' },
    },
  },
  CoursePackage: {
    type: 'object',
    required: ['packageId', 'kind', 'title', 'fileName', 'importedAt', 'used'],
    properties: {
      ...{ packageId: text, kind: text, title: texts, auCount: count, fileCount: count, totalBytes: count },
      ...{ fileName: text, importedAt: dateTime, used: { type: 'boolean' } },
    },
  },
  CourseInvitation: {
    type: 'object',
    required: ['invitationId', 'label', 'uses', 'maxUses', 'expiresAt', 'createdAt'],
    properties: {
      ...{ invitationId: text, label: text, uses: count, maxUses: count },
      ...{ expiresAt: dateTime, createdAt: dateTime },
      ended: { enum: ['revoked', 'expired', 'used-up'] },
      code: { ...text, description: 'When it was made, once.' },
      link: { ...text, description: 'Opens the course with the code filled in.' },
    },
  },
};
