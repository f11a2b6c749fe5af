import { answer, count, dateTime, inPath, type Json, list, type Paths, query, text } from './operation.ts';

const access = ['scope:enrolments/write'] as const;
const pathId = inPath('pathId', 'Id of a learning path of the agency.');
const pageToken = query('pageToken', text, '`nextPageToken` of the page before.');
const languages: Json = { type: 'object', additionalProperties: text };

const summary: Json = {
  pathId: text,
  title: text,
  state: { enum: ['draft', 'published', 'retired'] },
  version: { ...count, description: 'The current one; 0 before the first was published.' },
  updatedAt: dateTime,
  active: { ...count, description: 'People who are on it.' },
  completed: { ...count, description: 'People who have finished it.' },
};

const step: Json = {
  type: 'object',
  properties: {
    stepId: { ...text, description: 'The same through all versions.' },
    kind: { enum: ['course', 'event'] },
    of: { ...text, description: 'Id of the course or event.' },
    title: languages,
    after: { ...list(text), description: 'Ids of steps, and of whole groups, that come first.' },
  },
};

const group: Json = {
  type: 'object',
  properties: {
    ...{ groupId: text, title: text },
    needs: { oneOf: [{ const: 'all' }, count], description: 'All of its steps, or so many of them.' },
    steps: list(step),
  },
};

const terms: Json = {
  about: text,
  audience: { enum: ['all', 'agency', 'units'] },
  unitIds: list(text),
  strict: {
    type: 'boolean',
    description: 'Whoever is on it cannot enrol in a locked course by the catalogue either.',
  },
  groups: list(group),
};

const person: Json = {
  type: 'object',
  properties: {
    personId: text,
    state: { enum: ['active', 'completed', 'left'] },
    version: { ...count, description: 'The one that they began, or were moved to.' },
    joinedAt: dateTime,
    completedAt: { ...dateTime, description: 'When the last thing that was needed was finished.' },
    needed: { ...count, description: 'Steps that are required.' },
    done: { ...count, description: 'Of those that are required.' },
    steps: list({ type: 'object', properties: { stepId: text, at: dateTime } }),
  },
};

const page = (name: string, items: Json): Json => ({
  type: 'object',
  required: [name],
  properties: { [name]: list(items), nextPageToken: text },
});

export const learningPathPaths: Paths = {
  '/api/learning-paths': {
    get: {
      summary: 'Learning paths of the agency',
      description: 'The newest first, 50 a page, with how many people are on each.',
      access,
      parameters: [pageToken],
      responses: {
        '200': answer('The paths.', page('learningPaths', { type: 'object', properties: summary })),
      },
    },
  },
  '/api/learning-paths/{pathId}': {
    get: {
      summary: 'One learning path',
      description: 'As its current version says; of one that was never published, as its draft does.',
      access,
      parameters: [pathId],
      responses: { '200': answer('The path.', { type: 'object', properties: { ...summary, ...terms } }) },
    },
  },
  '/api/learning-paths/{pathId}/people': {
    get: {
      summary: 'Who is on a learning path, and how far',
      description: '100 a page, by id. Those who have left are listed as such.',
      access,
      parameters: [pathId, pageToken],
      responses: { '200': answer('The people.', page('people', person)) },
    },
  },
};
