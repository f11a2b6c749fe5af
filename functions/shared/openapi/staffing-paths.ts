import { answer, body, count, inPath, type Json, type Paths, query, ref, text } from './operation.ts';

const place = {
  province: {
    type: 'string',
    pattern: '^[0-9]{2}$',
    description: 'Code of the province; absent: that of the unit above.',
  },
  remote: { type: 'boolean', description: 'In a remote place (3T), with everything below.' },
};
const unitId = inPath('unitId', 'Id of a unit.');
const day: Json = { type: 'string', format: 'date' };
const read = ['scope:people/read'] as const;
const write = ['scope:people/write'] as const;

export const staffingPaths: Paths = {
  '/api/units': {
    get: {
      summary: 'Units of the agency',
      description: 'The tree of a day, parents before children; counts are those of now.',
      access: read,
      parameters: [query('day', day, 'Today where left out.')],
      responses: { '200': answer('The tree.', ref('UnitTree')) },
    },
    post: {
      summary: 'Add a unit',
      access: write,
      requestBody: body({
        type: 'object',
        required: ['name'],
        properties: { name: text, parentId: text, from: day },
      }),
      responses: { '201': answer('The unit.', ref('Unit')) },
    },
  },
  '/api/units/{unitId}': {
    patch: {
      summary: 'Rename or move a unit, or say where it is',
      description:
        'With everything below it. `parentId` null moves it to the top. `from`: today or earlier, after its last change; how it was before stays known by day; of province and `remote` no day is kept. A circle is refused.',
      access: write,
      parameters: [unitId],
      requestBody: body({
        type: 'object',
        properties: {
          ...{ name: text, parentId: { anyOf: [text, { type: 'null' }] }, from: day },
          province: { anyOf: [place.province, { type: 'null' }] },
          remote: place.remote,
        },
      }),
      responses: { '200': answer('The unit.', ref('Unit')) },
    },
  },
  '/api/units/{unitId}/end': {
    post: {
      summary: 'End a unit, or open it again',
      description: 'With people in it or units below it is refused (409). `lastDay` null opens it again.',
      access: write,
      parameters: [unitId],
      requestBody: body({
        type: 'object',
        required: ['lastDay'],
        properties: { lastDay: { anyOf: [day, { type: 'null' }] } },
      }),
      responses: { '200': answer('The unit.', ref('Unit')) },
    },
  },
  '/api/units/{unitId}/people': {
    get: {
      summary: 'People of a unit and of all below it',
      description:
        'Unit by unit, each by name, 50 a page. Numbers are masked; disabled accounts are left out.',
      access: read,
      parameters: [unitId, query('after', text, 'Of `next`.')],
      responses: {
        '200': answer('One page.', {
          type: 'object',
          required: ['people'],
          properties: {
            people: {
              type: 'array',
              items: {
                type: 'object',
                required: ['personId', 'name', 'status'],
                properties: {
                  ...{ personId: text, name: text, status: { enum: ['invited', 'active'] }, unitId: text },
                  ...{ supervisorId: text, maskedEmployeeNumber: text },
                },
              },
            },
            next: { ...text, description: 'Address of the next page; absent on the last.' },
          },
        }),
      },
    },
  },
};

const unit = { unitId: text, name: text, parentId: text, validFrom: day, validTo: day, ...place };
const unitRequired = ['unitId', 'name', 'validFrom'];

export const staffingSchemas: Json = {
  Unit: {
    type: 'object',
    required: [...unitRequired, 'past'],
    properties: {
      ...unit,
      past: {
        type: 'array',
        description: 'How it was called and where it stood, each until its day.',
        items: {
          type: 'object',
          required: ['until', 'name'],
          properties: { until: day, name: text, parentId: text },
        },
      },
    },
  },
  UnitTree: {
    type: 'object',
    required: ['day', 'units', 'withoutUnit', 'ended'],
    properties: {
      day,
      units: {
        type: 'array',
        items: {
          type: 'object',
          required: [...unitRequired, 'people', 'branchPeople'],
          properties: { ...unit, people: count, branchPeople: count },
        },
      },
      withoutUnit: count,
      ended: { type: 'array', items: ref('Unit') },
    },
  },
};
