import { answer, body, inPath, type Json, type Paths, ref, uuid } from './operation.ts';

const where = [
  inPath('courseId', 'One of the provider’s own courses; others are answered as absent.'),
  inPath('version', 'Number of the version, published or not.'),
];
const auIndex: Json = { type: 'integer', minimum: 0, description: 'Position in document order, from 0.' };

export const trialPaths: Paths = {
  '/api/courses/{courseId}/versions/{version}/trials': {
    post: {
      summary: 'Try a part of a version as a learner',
      description:
        'Like the preview in the studio: nothing counts, nothing reaches statistics or agencies, and statements go into a record store of their own. A client has one trial a version; the next launch goes on with it.',
      access: ['scope:courses/write'],
      parameters: where,
      requestBody: body(
        {
          type: 'object',
          additionalProperties: false,
          required: ['auIndex'],
          properties: {
            auIndex,
            language: { enum: ['id', 'en'] },
            anew: { type: 'boolean', default: false, description: 'Forget what was tried before.' },
          },
        },
        { auIndex: 0, anew: true },
      ),
      responses: {
        '201': answer('Open `url` within two minutes; no cookie is needed.', ref('LaunchAnswer')),
      },
    },
    get: {
      summary: 'What the trial has reached, and what its content told the record store',
      access: ['scope:courses/read'],
      parameters: where,
      responses: {
        '200': answer('At most 30 statements, the latest first; before the first launch none.', {
          type: 'object',
          required: ['aus', 'statements'],
          properties: {
            registration: uuid,
            aus: {
              type: 'array',
              items: { type: 'object', properties: { auIndex, state: { type: 'string' } } },
            },
            statements: { type: 'array', items: { type: 'object' } },
          },
        }),
      },
    },
  },
};
