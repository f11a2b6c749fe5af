import { answer, body, inPath, type Json, type Paths, query, required, text, uuid } from './operation.ts';

const id = inPath('connectionId', 'A connection of the kind `xapi`.');
const version: Json = {
  ...{ name: 'X-Experience-API-Version', in: 'header', required: true },
  ...{ description: '1.0.x', schema: text },
};
const statement: Json = { type: 'object', description: 'A statement of xAPI 1.0.3.' };
const example = {
  actor: { account: { homePage: 'https://moodle.kampus.example', name: '1734' } },
  verb: { id: 'http://id.tincanapi.com/verb/completed' },
  object: { id: 'https://moodle.kampus.example/course/view.php?id=4' },
  timestamp: '2026-11-24T14:31:41+07:00',
};
const credentials =
  'Basic credentials: the id of the connection and its secret. Nothing becomes part of the national record; see docs/provider-results.md.';

export const statementPaths: Paths = {
  '/api/connections/{connectionId}/xapi/about': {
    get: {
      summary: 'Versions of xAPI that are taken from systems of providers',
      access: ['anyone'],
      parameters: [id],
      responses: {
        '200': answer('Always the same.', {
          type: 'object',
          properties: { version: { type: 'array', items: text } },
        }),
      },
    },
  },
  '/api/connections/{connectionId}/xapi/statements': {
    get: {
      summary: 'Try the credentials of a system',
      description: `${credentials} What was sent cannot be read here: the list is empty.`,
      access: ['anyone'],
      parameters: [id],
      responses: {
        '200': answer('The credentials are right.', {
          type: 'object',
          properties: { statements: { type: 'array', items: statement }, more: text },
        }),
      },
    },
    post: {
      summary: 'Send statements of an LMS',
      description: `${credentials} At most 500 statements and 1 MB. One that breaks the rules of xAPI has all of them refused; those that say no result of a course are accepted and dropped.`,
      access: ['anyone'],
      parameters: [id, version],
      requestBody: body({ anyOf: [statement, { type: 'array', maxItems: 500, items: statement }] }, [
        example,
      ]),
      responses: { '200': answer('Their ids, in order.', { type: 'array', items: uuid }) },
    },
    put: {
      summary: 'Send one statement of an LMS',
      description: credentials,
      access: ['anyone'],
      parameters: [id, version, required(query('statementId', uuid))],
      requestBody: body(statement, example),
      responses: { '204': { description: 'Accepted.' } },
    },
  },
};
