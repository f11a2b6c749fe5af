import { answer, inPath, type Json, type Paths, query, text, uuid } from './operation.ts';

const access = ['scope:competence/read'] as const;
const sourcedId = inPath('sourcedId', 'Identifier of CASE, a UUID.');
const base = '/ims/case/v1p1';

const shape = (required: readonly string[], more: Readonly<Record<string, Json>> = {}): Json => ({
  type: 'object',
  required,
  properties: { identifier: uuid, uri: { type: 'string', format: 'uri' }, ...more },
});
const list: Json = { type: 'array', items: { type: 'object' } };
const document = shape(['identifier', 'uri', 'creator', 'title', 'lastChangeDateTime'], {
  ...{ creator: text, title: text, caseVersion: { const: '1.1' } },
});
const item = shape(['identifier', 'uri', 'fullStatement', 'lastChangeDateTime'], {
  ...{ fullStatement: text, humanCodingScheme: text, CFItemType: text },
});

const one = (summary: string, schema: Json): Paths[string] => ({
  get: {
    summary,
    access,
    parameters: [sourcedId],
    responses: { '200': answer('As the binding shapes it.', schema) },
  },
});

/** Shapes are those of the specification; here stands what tells them apart. */
export const casePaths: Paths = {
  [`${base}/CFDocuments`]: {
    get: {
      summary: 'Frameworks: the nine national competencies, and the agency’s dictionary',
      description:
        'getAllCFDocuments. How many there are stands in `X-Total-Count`. Filters are not offered.',
      access,
      parameters: [
        query('limit', { type: 'integer', minimum: 1, maximum: 1000, default: 100 }),
        query('offset', { type: 'integer', minimum: 0, default: 0 }),
        query('sort', { enum: ['identifier', 'title', 'creator', 'lastChangeDateTime'] }),
        query('orderBy', { enum: ['asc', 'desc'], default: 'asc' }),
        query('fields', text, 'Names of fields, separated by commas.'),
      ],
      responses: {
        '200': answer('The frameworks.', {
          ...{ type: 'object', required: ['CFDocuments'] },
          properties: { CFDocuments: { type: 'array', items: document } },
        }),
      },
    },
  },
  [`${base}/CFDocuments/{sourcedId}`]: one('A framework (getCFDocument)', document),
  [`${base}/CFPackages/{sourcedId}`]: one('A framework with all that is in it (getCFPackage)', {
    ...{ type: 'object', required: ['CFDocument'] },
    properties: { CFDocument: document, CFItems: list, CFAssociations: list, CFRubrics: list },
  }),
  [`${base}/CFItems/{sourcedId}`]: one('A competency (getCFItem)', item),
  [`${base}/CFItemAssociations/{sourcedId}`]: one(
    'A competency and what it belongs to (getCFItemAssociations)',
    {
      ...{ type: 'object', required: ['CFItem', 'CFAssociations'] },
      properties: { CFItem: item, CFAssociations: list },
    },
  ),
  [`${base}/CFAssociations/{sourcedId}`]: one(
    'That one thing belongs to another (getCFAssociation)',
    shape(['identifier', 'uri', 'associationType', 'originNodeURI', 'destinationNodeURI']),
  ),
  [`${base}/CFRubrics/{sourcedId}`]: one(
    'Levels of the competencies of a framework (getCFRubric)',
    shape(['identifier', 'uri', 'lastChangeDateTime'], { CFRubricCriteria: list }),
  ),
};
