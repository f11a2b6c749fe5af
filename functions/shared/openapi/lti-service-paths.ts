import { mediaTypes } from '@sinau/lti/services';
import { answer, dateTime, inPath, type Json, list, type Paths, query, text } from './operation.ts';

const context = inPath('contextId', '`context.id` of the launch.');
const lineItemId = inPath('lineItemId', 'Last part of the line item’s address.');
const positive: Json = { type: 'number', exclusiveMinimum: 0 };
const limit = query(
  'limit',
  { type: 'integer', minimum: 1 },
  'Most entries of a page; `Link` leads to the next.',
);
const page = query(
  'page',
  { type: 'string', pattern: '^[0-9a-fA-F]+$' },
  'As `Link` gives it; holds the filters too.',
);

const object = (properties: Json, required: readonly string[] = []): Json => ({
  type: 'object',
  ...(required.length > 0 && { required }),
  properties,
});

const lineItem = object(
  {
    id: { type: 'string', format: 'uri' },
    label: text,
    scoreMaximum: { ...positive, description: 'Also taken as text.' },
    resourceLinkId: { ...text, description: 'A link of the tool in this context; never changes.' },
    resourceId: text,
    tag: text,
    startDateTime: dateTime,
    endDateTime: dateTime,
    gradesReleased: { type: 'boolean' },
    submissionReview: { type: 'object' },
  },
  ['label', 'scoreMaximum'],
);

const score = object(
  {
    userId: text,
    timestamp: {
      ...dateTime,
      description: 'Any ISO 8601 with a zone, also `+0700`; compared to the nanosecond.',
    },
    scoreGiven: { type: 'number', minimum: 0, description: 'Also as text. May exceed `scoreMaximum`.' },
    scoreMaximum: { ...positive, description: 'Also as text. Scaled to that of the line item.' },
    activityProgress: { enum: ['Initialized', 'Started', 'InProgress', 'Submitted', 'Completed'] },
    gradingProgress: { enum: ['FullyGraded', 'Pending', 'PendingManual', 'Failed', 'NotReady'] },
    comment: text,
    submission: object({ startedAt: dateTime, submittedAt: dateTime }),
  },
  ['userId', 'timestamp', 'activityProgress', 'gradingProgress'],
);

const result = object(
  {
    id: text,
    scoreOf: text,
    userId: text,
    resultScore: { type: 'number' },
    resultMaximum: positive,
    comment: text,
  },
  ['id', 'scoreOf', 'userId', 'resultScore', 'resultMaximum'],
);

const member = object(
  {
    user_id: text,
    roles: { type: 'array', items: text },
    status: { enum: ['Active', 'Inactive', 'Deleted'] },
    name: text,
    given_name: text,
    family_name: text,
    email: text,
    lis_person_sourcedid: text,
    message: { type: 'array', items: { type: 'object' } },
  },
  ['user_id', 'roles', 'status'],
);

const container = object(
  {
    id: text,
    context: object({ id: text, label: text, title: text }),
    members: { type: 'array', items: member },
  },
  ['id', 'context', 'members'],
);

const said = (description: string, mediaType: string, schema: Json): Json => ({
  description,
  content: { [mediaType]: { schema } },
});
const sent = (mediaType: string, schema: Json): Json => ({
  required: true,
  content: { [mediaType]: { schema }, 'application/json': { schema } },
});

const reader = ['tool:lineitem', 'tool:lineitem.readonly'] as const;
const writer = ['tool:lineitem'] as const;

/** Services that tools call by themselves: Security Framework 1.0, AGS 2.0, NRPS 2.0. */
export const ltiServicePaths: Paths = {
  '/lti/token': {
    post: {
      operationId: 'issueToolToken',
      summary: 'An access token for a tool, by a signed assertion (RFC 7523)',
      description:
        'The assertion is signed by RS256 with a key of the tool; `aud` is this address or the issuer; its `jti` works once. Scopes that the tool was not granted are left out.',
      access: ['anyone'],
      requestBody: {
        required: true,
        content: {
          'application/x-www-form-urlencoded': {
            schema: object(
              {
                grant_type: { const: 'client_credentials' },
                client_assertion_type: { const: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' },
                client_assertion: text,
                scope: { ...text, description: 'Separated by spaces.' },
              },
              ['grant_type', 'client_assertion_type', 'client_assertion', 'scope'],
            ),
          },
        },
      },
      responses: {
        200: answer(
          'The token.',
          object(
            {
              access_token: text,
              token_type: { const: 'bearer' },
              expires_in: { type: 'integer' },
              scope: text,
            },
            ['access_token', 'token_type', 'expires_in', 'scope'],
          ),
        ),
        '4XX': answer(
          'Refused (RFC 6749, 5.2).',
          object({ error: text, error_description: text }, ['error']),
        ),
      },
    },
  },
  '/lti/ags/contexts/{contextId}/line-items': {
    get: {
      operationId: 'listLineItems',
      summary: 'Line items of the tool in a context',
      access: reader,
      parameters: [
        context,
        query('resource_link_id', text),
        query('resource_id', text),
        query('tag', text),
        limit,
        page,
      ],
      responses: { 200: said('A page of them.', mediaTypes.lineItemContainer, list(lineItem)) },
    },
    post: {
      operationId: 'createLineItem',
      summary: 'A new line item of the tool',
      description:
        'Scores of the first one of a link are results of the course; those of others are kept and shown.',
      access: writer,
      parameters: [context],
      requestBody: sent(mediaTypes.lineItem, lineItem),
      responses: { 201: said('As it is kept, with its id.', mediaTypes.lineItem, lineItem) },
    },
  },
  '/lti/ags/contexts/{contextId}/line-items/{lineItemId}': {
    get: {
      operationId: 'readLineItem',
      summary: 'One line item',
      access: reader,
      parameters: [context, lineItemId],
      responses: { 200: said('As it is.', mediaTypes.lineItem, lineItem) },
    },
    put: {
      operationId: 'replaceLineItem',
      summary: 'Says anew what a line item is',
      description: 'Its id and link stay; what is not said is gone.',
      access: writer,
      parameters: [context, lineItemId],
      requestBody: sent(mediaTypes.lineItem, lineItem),
      responses: { 200: said('As it is kept.', mediaTypes.lineItem, lineItem) },
    },
    delete: {
      operationId: 'deleteLineItem',
      summary: 'Deletes a line item with its scores',
      access: writer,
      parameters: [context, lineItemId],
      responses: { 204: answer('Gone.'), 405: answer('The course declares it with a link.') },
    },
  },
  '/lti/ags/contexts/{contextId}/line-items/{lineItemId}/scores': {
    post: {
      operationId: 'postScore',
      summary: 'A score of one user',
      description:
        'Only `FullyGraded` counts. `Initialized` without a score takes it back; any other without a score is progress alone. The same again is safe.',
      access: ['tool:score'],
      parameters: [context, lineItemId],
      requestBody: sent(mediaTypes.score, score),
      responses: {
        200: answer(
          'Kept, or known already. Tools of the field (Moodle) take a score as sent for this status alone.',
        ),
        404: answer('`user_not_found`, `line_item_not_found` or `context_not_found`.'),
        409: answer('`score_outdated`: a later one is on record.'),
        422: answer('`user_not_gradable`: the user does not take the course.'),
      },
    },
  },
  '/lti/ags/contexts/{contextId}/line-items/{lineItemId}/results': {
    get: {
      operationId: 'listToolResults',
      summary: 'What the platform counts in a line item',
      access: ['tool:result.readonly'],
      parameters: [context, lineItemId, query('user_id', text), limit, page],
      responses: { 200: said('A page of them.', mediaTypes.resultContainer, list(result)) },
    },
  },
  '/lti/nrps/contexts/{contextId}/memberships': {
    get: {
      operationId: 'readMemberships',
      summary: 'Who takes the course',
      description:
        'People are told of as in a launch: by a pseudonym, and by what the agreement with the provider allows at this moment. Without `limit` up to 2,000 people come at once, and then pages. `Link` with `rel="differences"` leads to what changes from here on.',
      access: ['tool:contextmembership.readonly'],
      parameters: [
        context,
        query('role', text, 'URI, or short name of a role in a context.'),
        query('rlid', text, 'A link of the tool: members as its launch would name them.'),
        limit,
        page,
        query('since', { type: 'string', pattern: '^[0-9a-fA-F]+$' }, 'As `Link` gives it: changes alone.'),
      ],
      responses: { 200: said('A page of it.', mediaTypes.membershipContainer, container) },
    },
  },
};
