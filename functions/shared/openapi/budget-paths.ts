import {
  answer,
  body,
  count,
  dateTime,
  inPath,
  type Json,
  type Paths,
  query,
  ref,
  text,
  uuid,
} from './operation.ts';

const access = ['scope:budget/read'] as const;
const writeAccess = ['scope:budget/write'] as const;
const rupiah: Json = { type: 'integer', minimum: 0, description: 'Whole rupiah.' };
const amount: Json = { type: 'integer', minimum: 1, description: 'Whole rupiah.' };
const hours: Json = { type: 'number', minimum: 0, description: 'JP of all people together.' };
const date: Json = { type: 'string', format: 'date' };
const rev: Json = { type: 'integer', minimum: 1, description: 'As it was read.' };
const year = query('year', { type: 'integer', minimum: 2020, maximum: 2100 }, 'This year when absent.');
const pageToken = query('pageToken', text, 'Of the page before.');
const lineId = inPath('lineId', '`<year>.<code>` of a line of the agency.');
const bookingState: Json = { enum: ['reserved', 'committed', 'spent', 'released'] };
const source: Json = { enum: ['apbn', 'apbd', 'other'] };
const reason: Json = { type: 'string', minLength: 5, maxLength: 300 };
const evidence: Json = { type: 'string', minLength: 1, maxLength: 120, description: 'Number of the paper.' };
const grounds = { reason, evidence };

const object = (required: readonly string[], properties: Readonly<Record<string, Json>>): Json => ({
  ...{ type: 'object', additionalProperties: false, required, properties },
});
const page = (name: string, item: Json): Json => ({
  type: 'object',
  required: [name],
  properties: { [name]: { type: 'array', items: item }, nextPageToken: text },
});
const terms = {
  title: { type: 'string', minLength: 3, maxLength: 200 },
  source,
  account: { type: 'string', maxLength: 60, description: 'Akun or rekening, as the agency writes it.' },
};

const purpose: Json = {
  type: 'object',
  required: ['kind', 'id'],
  properties: { kind: { enum: ['event', 'plan-item'] }, id: text },
  description:
    'An event of the agency, or an item of its annual plan of the year of the line for which something is learned elsewhere; the realisation of the plan reads what is spent for it.',
};

export const budgetPaths: Paths = {
  '/api/budget/lines': {
    get: {
      summary: 'Budget lines of a year',
      description:
        'By code, with ceiling, what is reserved, committed and spent of it, and the room that is left. `reserved + committed + spent ≤ ceiling` holds at every moment.',
      access,
      parameters: [year],
      responses: {
        '200': answer('The lines.', {
          type: 'object',
          required: ['year', 'lines'],
          properties: { year: { type: 'integer' }, lines: { type: 'array', items: ref('BudgetLine') } },
        }),
      },
    },
    post: {
      summary: 'Open a budget line',
      description: 'One of a code in a year; 409 when there is one.',
      access: writeAccess,
      requestBody: body(
        object(['year', 'code', 'title', 'source', 'ceiling'], {
          year: { type: 'integer', minimum: 2020, maximum: 2100 },
          code: { type: 'string', pattern: '^[A-Za-z0-9][\\w.-]{0,39}$' },
          ...terms,
          ceiling: rupiah,
        }),
        { year: 2099, code: 'DL.1', title: 'Diklat teknis', source: 'apbn', ceiling: 100_000_000 },
      ),
      responses: { '201': answer('Opened.', ref('BudgetLine')) },
    },
  },
  '/api/budget/lines/{lineId}': {
    get: {
      summary: 'A budget line',
      access,
      parameters: [lineId],
      responses: { '200': answer('As it stands.', ref('BudgetLine')) },
    },
    put: {
      summary: 'Change what a line is called and booked under',
      access: writeAccess,
      parameters: [lineId],
      requestBody: body(object(['rev', 'title', 'source'], { rev, ...terms }), {
        ...{ rev: 1, title: 'Diklat teknis', source: 'apbn' },
      }),
      responses: { '200': answer('As it is now.', ref('BudgetLine')) },
    },
  },
  '/api/budget/lines/{lineId}/ceiling': {
    put: {
      summary: 'Set the ceiling of a line',
      description:
        'Never below what is bound (409). Room that comes goes to those who wait for it, within seconds.',
      access: writeAccess,
      parameters: [lineId],
      requestBody: body(
        object(['rev', 'ceiling', 'reason', 'evidence'], { rev, ceiling: rupiah, ...grounds }),
        {
          ...{ rev: 1, ceiling: 150_000_000, reason: 'Revisi DIPA ke-2', evidence: 'REV-2/2099' },
        },
      ),
      responses: { '200': answer('As it is now.', ref('BudgetLine')) },
    },
  },
  '/api/budget/lines/{lineId}/state': {
    put: {
      summary: 'Close a line, or open it again',
      description: 'A closed line binds nothing more; what is bound goes on to its end.',
      access: writeAccess,
      parameters: [lineId],
      requestBody: body(
        object(['rev', 'state', 'reason', 'evidence'], {
          rev,
          state: { enum: ['open', 'closed'] },
          ...grounds,
        }),
        { rev: 1, state: 'closed', reason: 'Akhir tahun anggaran', evidence: 'ND-7/2099' },
      ),
      responses: { '200': answer('As it is now.', ref('BudgetLine')) },
    },
  },
  '/api/budget/lines/{lineId}/bookings': {
    get: {
      summary: 'What makes a number of a line',
      description: 'Bookings in one state, the newest change first. May lag by seconds.',
      access,
      parameters: [lineId, query('state', { ...bookingState, default: 'reserved' }), pageToken],
      responses: { '200': answer('A page.', page('bookings', ref('BudgetBooking'))) },
    },
    post: {
      summary: 'Bind money of a line',
      description:
        'With a reason and the number of its evidence. Under one `bookingId` it is bound once: a repetition is answered as the first. 409 when the line is closed or has no room.',
      access: writeAccess,
      parameters: [lineId],
      requestBody: body(
        object(['kind', 'amount', 'reason', 'evidence'], {
          bookingId: { ...uuid, description: 'The sender’s own; one is made when it is absent.' },
          kind: { enum: ['reserved', 'committed', 'spent'] },
          ...{ amount, ...grounds, people: count, jp: hours, purpose },
        }),
        { kind: 'committed', amount: 5_000_000, reason: 'Honor narasumber', evidence: 'SPK-12/2099' },
      ),
      responses: { '201': answer('Bound.', ref('BudgetBooking')) },
    },
  },
  '/api/budget/lines/{lineId}/bookings/{bookingId}/steps': {
    post: {
      summary: 'Take the next step of a booking',
      description:
        'From the state that was read; one that comes twice is refused (409). What seats have bound goes on with their enrolments alone.',
      access: writeAccess,
      parameters: [lineId, inPath('bookingId', 'Of a booking of that line.')],
      requestBody: body(
        object(['from', 'to', 'reason', 'evidence'], {
          from: { enum: ['reserved', 'committed', 'spent'] },
          to: { enum: ['committed', 'spent', 'released'] },
          amount: { ...amount, description: 'Where another is agreed or paid than was bound.' },
          ...{ ...grounds, people: count, jp: hours },
        }),
        {
          from: 'committed',
          to: 'spent',
          reason: 'Honor dibayar',
          evidence: 'KW-3/2099',
          people: 20,
          jp: 80,
        },
      ),
      responses: { '200': answer('As it stands.', ref('BudgetBooking')) },
    },
  },
  '/api/budget/lines/{lineId}/entries': {
    get: {
      summary: 'Everything that has changed a line',
      description: 'The newest first; never changed. Counters of the line are their sums.',
      access,
      parameters: [lineId, pageToken],
      responses: { '200': answer('A page.', page('entries', ref('BudgetEntry'))) },
    },
  },
  '/api/budget/course-costs': {
    get: {
      summary: 'What used seats of each course have cost',
      access,
      parameters: [year],
      responses: {
        '200': answer('The most expensive first.', {
          type: 'object',
          required: ['year', 'courses'],
          properties: {
            year: { type: 'integer' },
            courses: {
              type: 'array',
              items: {
                type: 'object',
                required: ['courseId', 'spent', 'people', 'jp'],
                properties: { courseId: text, spent: rupiah, people: count, jp: hours },
              },
            },
          },
        }),
      },
    },
  },
  '/api/budget/unit-costs': {
    get: {
      summary: 'Unit costs to compare with',
      description: 'Those that hold today in western Indonesia, and those that held before or will.',
      access,
      responses: {
        '200': answer('The costs.', {
          type: 'object',
          required: ['asOf', 'current', 'others'],
          properties: {
            asOf: date,
            current: { type: 'array', items: ref('UnitCost') },
            others: { type: 'array', items: ref('UnitCost') },
          },
        }),
      },
    },
    post: {
      summary: 'Add a unit cost',
      description:
        'A row is never changed: another amount is another row with its first day. By `classroom-jp` what is saved is told.',
      access: writeAccess,
      requestBody: body(ref('UnitCost'), {
        ...{ code: 'classroom-jp', title: 'Tatap muka per JP', unit: 'jp', amount: 90_000 },
        ...{ basis: 'Kontrak 12/2098', verified: true, from: '2099-01-01' },
      }),
      responses: { '201': answer('Added.', ref('UnitCost')) },
    },
  },
  '/api/budget/indicators': {
    get: {
      summary: 'The eleven indicators of a year',
      description:
        'Each with what it was made of (`from` and `by`: divided, or for differences subtracted). Of less than five people nothing is told (`lack: small`), to every client alike. Marks: `simulation` is not BKN’s index, `correlation` tells no cause, `proxy` is the closest count there is.',
      access,
      parameters: [year],
      responses: {
        '200': answer('The indicators, in their order.', {
          type: 'object',
          required: ['year', 'indicators'],
          properties: { year: { type: 'integer' }, indicators: { type: 'array', items: ref('Indicator') } },
        }),
      },
    },
  },
  '/api/quotas/{quotaId}/budget-line': {
    put: {
      summary: 'Say on which line the seats of a quota are bound',
      description:
        'From the next seat on, and what the agency pays alone; also of a quota that operators have set. Without `budgetLine` nothing is bound any more. The line is of the year in which the quota lies.',
      access: writeAccess,
      parameters: [inPath('quotaId', 'Of a quota of the agency.')],
      requestBody: body(
        object(['rev'], { rev, budgetLine: { type: 'string', description: 'A `lineId`.' } }),
        {
          ...{ rev: 1, budgetLine: '2099.DL.1' },
        },
      ),
      responses: { '200': answer('As it is now.', ref('Quota')) },
    },
  },
};

const sums = { reserved: rupiah, committed: rupiah, spent: rupiah };
const signed: Json = { type: 'integer', description: 'Whole rupiah, with its sign.' };
const cause: Json = {
  oneOf: [
    {
      type: 'object',
      required: ['kind', 'registration', 'courseId', 'providerId'],
      properties: { kind: { const: 'enrolment' }, registration: uuid, courseId: text, providerId: text },
    },
    {
      type: 'object',
      required: ['kind', 'eventId'],
      properties: { kind: { const: 'event' }, eventId: text },
    },
    {
      type: 'object',
      required: ['kind', 'reason', 'evidence'],
      properties: { kind: { const: 'hand' }, reason: text, evidence: text, purpose },
    },
  ],
};

export const budgetSchemas: Readonly<Record<string, Json>> = {
  BudgetLine: {
    type: 'object',
    required: [
      ...['lineId', 'year', 'code', 'title', 'source', 'ceiling', 'reserved', 'committed', 'spent', 'room'],
      ...['waiting', 'people', 'jp', 'running', 'state', 'createdAt', 'updatedAt', 'rev'],
    ],
    properties: {
      ...{ lineId: text, year: { type: 'integer' }, code: text, title: text, source, account: text },
      ...{ ceiling: rupiah, ...sums, room: rupiah },
      waiting: { ...count, description: 'People who wait for room.' },
      people: { ...count, description: 'Who finished what was spent.' },
      jp: hours,
      running: { ...count, description: 'People whom what is reserved or committed is for.' },
      ...{ state: { enum: ['open', 'closed'] }, createdAt: dateTime, updatedAt: dateTime, rev },
    },
  },
  BudgetBooking: {
    type: 'object',
    required: ['bookingId', 'cause', 'amount', 'state', 'people', 'jp', 'createdAt', 'updatedAt'],
    properties: {
      bookingId: { ...text, description: 'For a seat the registration of its enrolment.' },
      ...{ cause, amount, state: bookingState, people: count, jp: hours },
      ...{ createdAt: dateTime, updatedAt: dateTime },
    },
  },
  BudgetEntry: {
    type: 'object',
    required: ['entryId', 'at', 'kind', 'ceiling', 'sums'],
    properties: {
      ...{ entryId: text, at: dateTime },
      kind: {
        enum: [
          ...['opened', 'ceiling', 'terms', 'closed', 'reopened'],
          ...['reserved', 'committed', 'spent', 'released'],
        ],
      },
      ceiling: signed,
      sums: { type: 'object', properties: { reserved: signed, committed: signed, spent: signed } },
      ...{ bookingId: text, cause },
      by: { type: 'object', properties: { id: text, name: text, as: { enum: ['agency', 'client'] } } },
      grounds: { type: 'object', properties: { reason: text, evidence: text } },
    },
  },
  UnitCost: {
    type: 'object',
    additionalProperties: false,
    required: ['code', 'title', 'unit', 'amount', 'basis', 'verified', 'from'],
    properties: {
      code: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{1,39}$' },
      title: { type: 'string', minLength: 3, maxLength: 120 },
      unit: { enum: ['person', 'person-day', 'jp'] },
      amount,
      basis: { type: 'string', minLength: 3, maxLength: 200, description: 'Rule, contract or price list.' },
      verified: { type: 'boolean', description: 'Somebody has read it there.' },
      from: date,
    },
  },
  Indicator: {
    type: 'object',
    required: ['name', 'figures', 'marks'],
    properties: {
      name: {
        enum: [
          ...['cost-per-jp', 'cost-per-participant', 'cost-per-gap-point', 'coverage', 'average-jp'],
          ...['completion', 'absorption', 'saving', 'index-delta', 'plan-fit', 'outcome'],
        ],
      },
      marks: { type: 'array', items: { enum: ['simulation', 'correlation', 'proxy'] } },
      figures: {
        type: 'array',
        items: {
          type: 'object',
          required: ['of', 'unit'],
          properties: {
            of: text,
            unit: { enum: ['rupiah', 'share', 'jp', 'points', 'score'] },
            value: { type: 'number', description: 'Absent: there is none, and `lack` says why.' },
            lack: { enum: ['nothing', 'small', 'unset', 'no-before'] },
            ...{ from: { type: 'number' }, by: { type: 'number' } },
          },
        },
      },
    },
  },
};
