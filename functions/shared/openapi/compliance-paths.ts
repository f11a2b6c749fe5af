import { employmentStatuses } from '@sinau/kernel';
import { answer, count, type Json, type Paths, query, ref, text } from './operation.ts';

const hours: Json = { type: 'string', description: 'JP, with at most two decimals.', examples: ['2.5'] };
const date: Json = { type: 'string', format: 'date' };
const standing: Json = { enum: ['met', 'below', 'within', 'at-maximum', 'unruled'] };
const steps = ['required', 'enrolled', 'started', 'finished', 'recognised'];

const year = query('year', { type: 'integer', minimum: 2000, maximum: 2100 }, 'This year when absent.');
const unitId = query('unitId', text, 'With the units below it; the whole agency when absent.');
const own = query(
  'own',
  { type: 'boolean' },
  'Without the units below; without `unitId`: people in no unit.',
);
const pageToken = query('pageToken', text, 'Of the page before.');

export const compliancePaths: Paths = {
  '/api/compliance': {
    get: {
      summary: 'How the agency stands',
      description:
        'Of the year and of a unit: how many people there are, what the year’s rule says of them (`met` or `below` a minimum; `within` or `at-maximum` of a maximum, which is no target), recognised JP, who is overdue; how far the duties of the whole agency, of the unit (`unitDuties`) and of each part have come, each step with those who came farther. People count where they work, by the calendar of western Indonesia; numbers follow within seconds. Parts of less than five people, and as many next to them that nobody finds them by subtracting, are hidden from clients without the scope `people/read`.',
      access: ['scope:credit/read'],
      parameters: [year, unitId],
      responses: { '200': answer('The numbers.', ref('ComplianceNumbers')) },
    },
  },
  '/api/compliance/people': {
    get: {
      summary: 'People who stand alike in a year',
      description: 'Exactly as many as the number says, unit by unit and by name.',
      access: ['scope:people/read'],
      parameters: [
        { ...query('standing', standing, 'As the numbers call it.'), required: true },
        ...[year, unitId, own, pageToken],
      ],
      responses: { '200': answer('A page.', ref('CompliancePeople')) },
    },
  },
  '/api/compliance/duties': {
    get: {
      summary: 'Duties that have come at least so far',
      description: 'Those that came farthest first.',
      access: ['scope:people/read'],
      parameters: [
        query('step', { enum: steps }, '`required` when absent: all that were not released.'),
        query('obligationId', text, 'Of one obligation.'),
        query('period', text, 'Its year, or `once`; the year when absent.'),
        ...[year, unitId, own, pageToken],
      ],
      responses: { '200': answer('A page.', ref('ComplianceDuties')) },
    },
  },
  '/api/compliance/overdue': {
    get: {
      summary: 'People with an open duty whose last day is over',
      description: 'Of the agency longest overdue first; of a unit so unit by unit.',
      access: ['scope:people/read'],
      parameters: [unitId, own, pageToken],
      responses: { '200': answer('A page.', ref('ComplianceOverdue')) },
    },
  },
};

const coverage = {
  people: count,
  standings: {
    type: 'object',
    required: ['met', 'below', 'within', 'at-maximum', 'unruled'],
    properties: { met: count, below: count, within: count, 'at-maximum': count, unruled: count },
  },
  recognised: hours,
  overdue: {
    ...count,
    description: 'People with an open duty whose last day is over, by the time where they work.',
  },
};

const reached = Object.fromEntries(steps.map((step) => [step, count]));

const funnel = {
  ...reached,
  released: count,
  overdue: {
    ...count,
    description: 'Open duties whose last day is over, by the time where the person works.',
  },
};

const hidden = { type: 'boolean', description: 'Too few people to tell more of them.' };

const listOf = (name: string, properties: Readonly<Record<string, Json>>): Json => ({
  type: 'object',
  required: [name],
  properties: {
    [name]: { type: 'array', items: { type: 'object', required: ['personId'], properties } },
    nextPageToken: text,
  },
});

export const complianceSchemas: Readonly<Record<string, Json>> = {
  ComplianceNumbers: {
    type: 'object',
    required: ['year', 'asOf', 'countedOn', 'people', 'standings', 'parts', 'duties', 'obligations'],
    properties: {
      year: { type: 'integer' },
      asOf: { type: 'string', format: 'date-time' },
      countedOn: { ...date, description: 'Day of western Indonesia.' },
      unit: { type: 'object', required: ['unitId', 'name'], properties: { unitId: text, name: text } },
      ...coverage,
      parts: {
        type: 'array',
        description: 'Units right below; without `unitId`: people of none of them.',
        items: {
          type: 'object',
          required: ['people'],
          properties: {
            ...{ unitId: text, name: text, ...coverage },
            hidden,
            duties: { type: 'object', properties: { ...reached, hidden } },
          },
        },
      },
      unitDuties: { type: 'object', properties: { ...reached, hidden } },
      duties: { type: 'object', properties: { ...funnel, hidden } },
      obligations: {
        type: 'array',
        items: {
          type: 'object',
          required: ['obligationId', 'period'],
          properties: { obligationId: text, period: text, ...funnel, hidden },
        },
      },
      counting: { ...count, description: 'People counted so far, while a year is new.' },
    },
  },
  CompliancePeople: listOf('people', {
    ...{ personId: text, unitId: text, status: { enum: [...employmentStatuses] } },
    ...{ recognised: hours, minimum: hours, maximum: hours },
  }),
  ComplianceDuties: listOf('duties', {
    ...{ personId: text, unitId: text, obligationId: text, period: text, courseId: text },
    pathId: { ...text, description: 'In place of `courseId` when a learning path is required.' },
    ...{ state: { enum: steps }, dueOn: date },
  }),
  ComplianceOverdue: listOf('people', { personId: text, unitId: text, open: count, dueOn: date }),
};
