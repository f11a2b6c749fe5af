import {
  certificationKinds,
  coreValues,
  courseFields,
  developmentForms,
  digitalPillars,
  mostFields,
  subjects,
} from '@sinau/catalogue';
import { jpBands, prices, ratingBands, searchSorts } from '@sinau/catalogue/search';
import { answer, count, dateTime, inPath, type Json, type Paths, query, ref, text } from './operation.ts';

const texts: Json = { type: 'object', additionalProperties: text };
const some = (items: Json): Json => ({ type: 'array', items, maxItems: 20 });
const oneOf = (values: readonly string[]): Json => ({ type: 'string', enum: [...values] });
const facet = (more: Json = {}): Json => ({
  type: 'array',
  items: { type: 'object', required: ['value', 'count'], properties: { value: text, count, ...more } },
});

const plainFacets = [
  ...['language', 'jp', 'form', 'competency', 'subject', 'price', 'rating'],
  ...['field', 'coreValue', 'digitalPillar', 'certification'],
];
const list: Json = {
  type: 'object',
  required: ['version', 'source', 'rows'],
  properties: {
    version: { type: 'integer', minimum: 1, description: 'Counts changes of the rows.' },
    source: text,
    rows: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'name', 'mark', 'since'],
        properties: {
          ...{ code: text, name: texts, mark: oneOf(['V', 'C', 'R']) },
          since: { type: 'integer', minimum: 1, description: 'Version that brought it.' },
          until: { type: 'integer', minimum: 2, description: 'The first version without it.' },
        },
      },
    },
  },
};

const averageRating: Json = {
  type: 'object',
  required: ['average', 'count'],
  properties: { average: { type: 'number', minimum: 1, maximum: 5 }, count },
};

export const cataloguePaths: Paths = {
  '/api/courses/{courseId}/ratings': {
    get: {
      summary: 'What learners say of a course',
      description:
        'Average, distribution and comments of one of your own courses, from five ratings up; below that there are no comments and nothing else. Who wrote is not told, and of the time only the day. A comment without text was hidden by an operator.',
      access: ['scope:courses/read'],
      parameters: [
        inPath('courseId', 'One of the provider’s own courses; others are answered as absent.'),
        query('after', text, 'Place where the page before ended.'),
      ],
      responses: { '200': answer('One page, changed last first.', ref('CourseRatings')) },
    },
  },
  '/api/catalogue': {
    get: {
      summary: 'Search the published courses',
      description:
        'Words are understood in Indonesian and English by their stems; a slip of the keyboard is corrected, and `corrected` says how. A parameter that stands for a filter may be given several times: one of its values is enough, and all filters must be met. Each filter is counted under the others. A publication is found some seconds later.',
      access: ['scope:courses/read'],
      parameters: [
        query('q', { type: 'string', maxLength: 200 }, 'Words; the last one may be a beginning.'),
        query('language', some({ type: 'string', minLength: 2, maxLength: 8 }), 'Main tag, as `id`.'),
        query('jp', some(oneOf(jpBands)), 'Range of lesson hours; the upper end is outside.'),
        query('form', some(oneOf(developmentForms)), 'Form of development.'),
        query('provider', some(text), 'Id of the provider.'),
        query('competency', some(text)),
        query('subject', some(oneOf(subjects))),
        query('price', some(oneOf(prices))),
        query('rating', some(oneOf(ratingBands)), 'At least so many stars on average.'),
        query('field', some(oneOf(courseFields)), 'Field of government affairs.'),
        query('coreValue', some(oneOf(coreValues)), 'Core value (BerAKHLAK).'),
        query('digitalPillar', some(oneOf(digitalPillars)), 'Pillar of digital literacy.'),
        query('certification', some(oneOf(certificationKinds)), 'Kind of certification, as SIASN has them.'),
        query('sort', { ...oneOf(searchSorts), default: 'relevance' }),
        query('locale', { ...oneOf(['id', 'en']), default: 'id' }, 'Whose titles an order by title follows.'),
        query('offset', { type: 'integer', minimum: 0, maximum: 100_000, default: 0 }),
        query('limit', { type: 'integer', minimum: 1, maximum: 100, default: 24 }),
      ],
      responses: { '200': answer('One page of what was found.', ref('CatalogueSearch')) },
    },
  },
  '/api/classifications': {
    get: {
      summary: 'Lists that courses are classified by',
      description:
        'Core values of civil servants (BerAKHLAK), fields of government affairs and kinds of certification as SIASN’s form for courses has them, and pillars of digital literacy. Each list says where it was found, its version and, row by row, how sure that is: `V` read in an official text, `C` agencies and public client code agree, `R` recalled. What was taken out of a list (`until`) stays with the courses that have it.',
      access: ['scope:courses/read'],
      responses: { '200': answer('All lists, whole.', ref('Classifications')) },
    },
  },
};

export const catalogueSchemas: Json = {
  Classifications: {
    type: 'object',
    required: ['coreValues', 'fields', 'digitalPillars', 'certification'],
    properties: { coreValues: list, fields: list, digitalPillars: list, certification: list },
  },
  Classification: {
    type: 'object',
    description:
      'What a course is about in lists that everybody has (`/api/classifications`); each may stay empty, and names a code once.',
    additionalProperties: false,
    properties: {
      coreValues: { type: 'array', items: oneOf(coreValues) },
      fields: {
        ...{ type: 'array', items: oneOf(courseFields), maxItems: mostFields },
        description: 'The first one is the main one, which files for SIASN name.',
      },
      digitalPillars: { type: 'array', items: oneOf(digitalPillars) },
      certification: oneOf(certificationKinds),
    },
  },
  CourseRatings: {
    type: 'object',
    required: ['comments'],
    properties: {
      average: { type: 'number', minimum: 1, maximum: 5 },
      count,
      histogram: { type: 'object', description: 'People by stars.', additionalProperties: count },
      comments: {
        type: 'array',
        items: {
          type: 'object',
          required: ['commentId', 'stars', 'day', 'state'],
          properties: {
            commentId: text,
            stars: { type: 'integer', minimum: 1, maximum: 5 },
            text,
            day: { type: 'string', format: 'date' },
            state: oneOf(['shown', 'reported', 'hidden']),
          },
        },
      },
      next: { ...text, description: 'Address of the next page; absent on the last.' },
    },
  },
  CatalogueSearch: {
    type: 'object',
    required: ['total', 'courses', 'facets', 'partial', 'suggestions'],
    properties: {
      total: count,
      courses: { type: 'array', items: ref('CatalogueCourse') },
      facets: {
        type: 'object',
        required: [...plainFacets, 'provider'],
        properties: {
          ...Object.fromEntries(plainFacets.map((name) => [name, facet()])),
          provider: facet({ name: text }),
        },
      },
      corrected: { ...text, description: 'The words as they were understood.' },
      partial: { type: 'boolean', description: 'No course has all words; these have as many as any.' },
      suggestions: { type: 'array', items: text, description: 'Searches that would find something.' },
      next: { ...text, description: 'Address of the next page; absent on the last.' },
    },
  },
  CatalogueCourse: {
    type: 'object',
    required: ['courseId', 'title', 'jp', 'provider', 'publishedAt', 'url'],
    properties: {
      courseId: text,
      title: texts,
      description: { ...texts, description: 'Its beginning.' },
      jp: { ...text, description: 'Lesson hours, as `"2.5"`.' },
      form: oneOf(developmentForms),
      subject: oneOf(subjects),
      competencies: { type: 'array', items: text },
      languages: { type: 'array', items: text },
      price: { type: 'integer', minimum: 0, description: 'Whole rupiah; 0 is free of charge.' },
      minutes: { type: 'integer', minimum: 1 },
      classification: ref('Classification'),
      rating: { ...averageRating, description: 'From five ratings up; the count in steps.' },
      provider: {
        type: 'object',
        required: ['providerId', 'name'],
        properties: { providerId: text, name: text },
      },
      publishedAt: dateTime,
      url: { ...text, description: 'Page of the course in the portal.' },
    },
  },
};
