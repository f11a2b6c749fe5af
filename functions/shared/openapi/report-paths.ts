import { answer, body, count, dateTime, inPath, type Json, type Paths, ref, text } from './operation.ts';

const access = ['scope:people/read'] as const;
const reportId = inPath('reportId', 'As the order answered it.');

export const reportPaths: Paths = {
  '/api/reports': {
    post: {
      summary: 'Ask for a report',
      description:
        'Of JP, duties or costs of a year, as CSV or Excel, for the whole agency or a unit with those below it (not costs). It is made by itself; five may wait or run at once, and one has at most 100,000 rows. Each row is counted as the numbers of `/api/compliance` are; the rule and the moment stand on a second sheet or in a second file.',
      access,
      requestBody: body(ref('ReportOrder'), { kind: 'jp', format: 'csv', year: 2026 }),
      responses: { '202': answer('Taken on.', ref('Report')) },
    },
    get: {
      summary: 'Reports of the agency, newest first',
      access,
      responses: { '200': answer('The last fifty.', ref('Reports')) },
    },
  },
  '/api/reports/{reportId}': {
    get: {
      summary: 'A report, with its files once it is done',
      description:
        'Addresses of files work for a quarter of an hour; ask again for new ones. Files are kept for a week.',
      access,
      parameters: [reportId],
      responses: { '200': answer('The report.', ref('Report')) },
    },
    delete: {
      summary: 'Cancel a report that waits or is being made',
      access,
      parameters: [reportId],
      responses: { '200': answer('As it stands now.', ref('Report')) },
    },
  },
};

const order: Readonly<Record<string, Json>> = {
  kind: { enum: ['jp', 'duties', 'cost'] },
  format: { enum: ['xlsx', 'csv'], default: 'csv' },
  year: { type: 'integer', minimum: 2000, maximum: 2100, description: 'This year when absent.' },
  unitId: { ...text, description: 'With the units below it; the whole agency when absent.' },
  locale: { enum: ['id', 'en'], default: 'id', description: 'Language of heads and rules.' },
};

export const reportSchemas: Readonly<Record<string, Json>> = {
  ReportOrder: { type: 'object', required: ['kind'], additionalProperties: false, properties: order },
  Report: {
    type: 'object',
    required: ['reportId', 'kind', 'format', 'year', 'state', 'rows', 'createdAt', 'requestedBy'],
    properties: {
      ...{ reportId: text, ...order, requestedBy: text, createdAt: dateTime, finishedAt: dateTime },
      state: { enum: ['waiting', 'running', 'done', 'failed', 'cancelled', 'expired'] },
      ...{ rows: count, expected: { ...count, description: 'As the numbers say.' } },
      asOf: { ...dateTime, description: 'When its first rows were read.' },
      availableUntil: { ...dateTime, description: 'From then on its files are gone.' },
      failure: { ...text, description: 'Why it failed, and what to do.' },
      files: {
        type: 'array',
        items: {
          type: 'object',
          required: ['name', 'bytes', 'url', 'urlExpiresInSeconds'],
          properties: {
            name: text,
            bytes: count,
            url: { type: 'string', format: 'uri' },
            urlExpiresInSeconds: count,
          },
        },
      },
    },
  },
  Reports: {
    type: 'object',
    required: ['reports'],
    properties: { reports: { type: 'array', items: ref('Report') } },
  },
};
