import { answer, body, dateTime, inPath, type Json, type Paths, ref, text } from './operation.ts';

const read = ['scope:agreements/read'] as const;
const write = ['scope:agreements/write'] as const;
const sharing = ['scope:sharing/write'] as const;
const providerId = inPath('providerId', 'A provider.');
const version = [
  providerId,
  inPath('agreementId', 'An agreement with it.'),
  inPath('version', 'Number of the version, from 1.'),
];

const attributes: Json = {
  type: 'array',
  minItems: 1,
  items: { enum: ['name', 'email', 'employee-number', 'agency', 'unit', 'locale'] },
  description: 'What may leave beside the pseudonym; each once.',
};
const reason: Json = { ...text, minLength: 3, maxLength: 500 };
const rev: Json = { type: 'integer', minimum: 1, description: 'Of the version that was read.' };

const words: Json = {
  title: { ...text, minLength: 3, maxLength: 200, description: 'Number or name of the document.' },
  purpose: { ...text, minLength: 10, maxLength: 1000, description: 'For the people the data are about.' },
  legalBasis: {
    enum: ['consent', 'contract', 'legal-obligation', 'vital-interest', 'public-task', 'legitimate-interest'],
    description: 'UU 27/2022, article 20(2).',
  },
  attributes,
  agencyIds: {
    type: 'array',
    minItems: 1,
    maxItems: 300,
    items: text,
    description: 'Whose people; absent: those of all agencies.',
  },
  validFrom: dateTime,
  validUntil: { ...dateTime, description: 'The first moment that is no longer covered.' },
};
const needed = ['title', 'purpose', 'legalBasis', 'attributes', 'validFrom', 'validUntil'];
const request: Json = { type: 'object', required: needed, properties: words, additionalProperties: false };
const example = {
  ...{ title: 'PKS 12/2026', purpose: 'Sertifikat memuat nama peserta.', legalBasis: 'public-task' },
  ...{ attributes: ['name', 'email'], validFrom: '2026-01-01T00:00:00+07:00' },
  validUntil: '2027-01-01T00:00:00+07:00',
};
const one = (description: string) => answer(description, ref('Agreement'));
const list = (description: string) =>
  answer(description, {
    type: 'object',
    required: ['agreements'],
    properties: { agreements: { type: 'array', items: ref('Agreement') } },
  });
const made = {
  '201': { ...one('A draft; nothing leaves by it.'), headers: { Location: { schema: text } } },
};

/** What providers may hear of people. */
export const agreementPaths: Paths = {
  '/api/providers/{providerId}/agreements': {
    get: {
      summary: 'List the data agreements with a provider',
      description:
        'Every version, the latest first. Machines of the platform see all; those of a provider its own, without drafts.',
      access: read,
      parameters: [providerId],
      responses: { '200': list('As they are now.') },
    },
    post: {
      summary: 'Draft an agreement',
      description: 'For machines of the platform, like every other step.',
      access: write,
      parameters: [providerId],
      requestBody: body(request, example),
      responses: made,
    },
  },
  '/api/providers/{providerId}/agreements/revoke-all': {
    post: {
      summary: 'Revoke every agreement with a provider',
      description: 'In an emergency. From the next launch, roster or enrolment on, pseudonyms alone leave.',
      access: write,
      parameters: [providerId],
      requestBody: body({
        type: 'object',
        required: ['reason'],
        properties: { reason },
        additionalProperties: false,
      }),
      responses: { '200': list('Those that were revoked by this.') },
    },
  },
  '/api/providers/{providerId}/agreements/{agreementId}/versions': {
    post: {
      summary: 'Draft the next version of an agreement',
      description: 'The active version holds until this one is activated, and is never changed.',
      access: write,
      parameters: version.slice(0, 2),
      requestBody: body(request, example),
      responses: made,
    },
  },
  '/api/providers/{providerId}/agreements/{agreementId}/{version}': {
    get: {
      summary: 'See one version',
      access: read,
      parameters: version,
      responses: { '200': one('As it is now.') },
    },
    put: {
      summary: 'Change a draft',
      access: write,
      parameters: version,
      requestBody: body(
        {
          type: 'object',
          required: ['rev', ...needed],
          properties: { rev, ...words },
          additionalProperties: false,
        },
        { rev: 1, ...example },
      ),
      responses: { '200': one('As it is now.') },
    },
    delete: {
      summary: 'Remove a draft',
      access: write,
      parameters: version,
      responses: { '204': answer('Removed.') },
    },
  },
  '/api/providers/{providerId}/agreements/{agreementId}/{version}/activate': {
    post: {
      summary: 'Activate a draft',
      description:
        'Its words stay from then on; the version before it ends in the same moment. 409 `agreements.overlaps` when another agreement could hold for the same people at the same time.',
      access: write,
      parameters: version,
      requestBody: body({
        type: 'object',
        required: ['rev'],
        properties: { rev },
        additionalProperties: false,
      }),
      responses: { '200': one('As it is now.') },
    },
  },
  '/api/providers/{providerId}/agreements/{agreementId}/{version}/close': {
    post: {
      summary: 'End or revoke an active version',
      access: write,
      parameters: version,
      requestBody: body({
        type: 'object',
        required: ['as', 'reason'],
        properties: { as: { enum: ['ended', 'revoked'] }, reason },
        additionalProperties: false,
      }),
      responses: { '200': one('As it is now.') },
    },
  },
  '/api/sharing': {
    get: {
      summary: 'See what leaves of the agency’s people',
      description:
        'For machines of an agency: providers that an agreement lets hear of its people, that have heard, or that it decided about.',
      access: sharing,
      responses: {
        '200': answer('By name.', {
          type: 'object',
          required: ['providers'],
          properties: { providers: { type: 'array', items: ref('ProviderSharing') } },
        }),
      },
    },
  },
  '/api/sharing/{providerId}': {
    get: {
      summary: 'See what the agency decided about a provider',
      access: sharing,
      parameters: [providerId],
      responses: {
        '200': answer('The latest first.', {
          type: 'object',
          required: ['decisions'],
          properties: { decisions: { type: 'array', items: ref('SharingDecision') } },
        }),
      },
    },
    put: {
      summary: 'Stop what leaves to a provider, or permit it again',
      description:
        'For the people of the agency of the client, from the next launch, roster or enrolment on, and for agreements that come later, too.',
      access: sharing,
      parameters: [providerId],
      requestBody: body(
        {
          type: 'object',
          required: ['stopped'],
          properties: { stopped: { type: 'boolean' }, reason },
          additionalProperties: false,
        },
        { stopped: true, reason: 'Keberatan pegawai' },
      ),
      responses: { '200': answer('As it stands.', ref('SharingDecision')) },
    },
  },
};

const state: Json = { enum: ['draft', 'active', 'ended', 'revoked'] };
const trace: Json = {
  type: 'object',
  required: ['first', 'last', 'times'],
  properties: {
    first: dateTime,
    last: dateTime,
    times: { type: 'integer', description: 'Counted by person: a roster of thirty counts thirty.' },
  },
};

export const agreementSchemas: Readonly<Record<string, Json>> = {
  Agreement: {
    type: 'object',
    required: ['providerId', 'agreementId', 'version', 'state', 'standing', 'createdAt', 'rev', ...needed],
    properties: {
      ...{ providerId: text, agreementId: text, version: { type: 'integer' }, state, ...words },
      standing: {
        enum: ['draft', 'upcoming', 'in-force', 'expired', 'ended', 'revoked'],
        description: 'The state, and what the clock says of it.',
      },
      ...{ createdAt: dateTime, activatedAt: dateTime, closedAt: dateTime, closedBecause: text, rev },
    },
  },
  SharingDecision: {
    type: 'object',
    required: ['agencyId', 'providerId', 'stopped', 'at', 'rev'],
    properties: {
      ...{ agencyId: text, providerId: text, stopped: { type: 'boolean' }, at: dateTime, reason: text },
      by: { ...text, description: 'Id of a person; absent: a machine.' },
      rev: { type: 'integer' },
    },
  },
  ProviderSharing: {
    type: 'object',
    required: ['providerId', 'name', 'disclosed'],
    properties: {
      ...{ providerId: text, name: text },
      agreement: { ...ref('Agreement'), description: 'In force now; absent: pseudonyms alone leave.' },
      decision: ref('SharingDecision'),
      disclosed: {
        type: 'array',
        items: {
          type: 'object',
          required: ['providerId', 'channel', 'attributes'],
          properties: {
            providerId: text,
            channel: { enum: ['launch', 'roster', 'enrolment'] },
            attributes: { type: 'object', additionalProperties: trace },
          },
        },
      },
    },
  },
};
