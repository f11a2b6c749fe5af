import { answer, dateTime, inPath, type Json, type Paths, ref, text } from './operation.ts';

const parameters = [
  inPath('personId', 'Internal id, as in records.'),
  inPath('year', 'e.g. 2026; this year at the latest.'),
];
const access = ['scope:credit/read'] as const;

export const transcriptPaths: Paths = {
  '/api/people/{personId}/transcripts/{year}': {
    post: {
      operationId: 'orderTranscript',
      summary: 'Have the transcript of a year made',
      description:
        'Printed from the ledger as it is within seconds, and told by GET. Sent again while one is being made, it asks for nothing more; what would say the same on the same day is not printed again.',
      access,
      parameters,
      responses: { '202': answer('How far it has come.', ref('Transcript')) },
    },
    get: {
      operationId: 'readTranscript',
      summary: 'How far the transcript of a year has come',
      access,
      parameters,
      responses: { '200': answer('With its latest edition, if there is one.', ref('Transcript')) },
    },
  },
  '/api/people/{personId}/transcripts/{year}/pdf': {
    get: {
      operationId: 'downloadTranscript',
      summary: 'The latest edition as PDF',
      description: 'Tagged, in Bahasa Indonesia. 409 while there is none.',
      access,
      parameters,
      responses: {
        '200': {
          description: 'The file.',
          content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } },
        },
      },
    },
  },
  '/api/people/{personId}/transcripts/{year}/clr': {
    get: {
      operationId: 'downloadTranscriptRecord',
      summary: 'The latest edition for machines (CLR 2.0)',
      description:
        'A `ClrCredential` with a proof of `eddsa-rdfc-2022`, whose parts carry one each; JP recognised are `creditsEarned`. It names nobody and gives way to the next edition in the list of revoked credentials. By `Accept: application/vc+jwt` the sum of the year as JWT. 409 while there is none.',
      access,
      parameters,
      responses: {
        '200': {
          description: 'The record.',
          content: {
            'application/vc+ld+json': { schema: { type: 'object' } },
            'application/vc+jwt': { schema: text },
          },
        },
      },
    },
  },
};

export const transcriptSchemas: Readonly<Record<string, Json>> = {
  Transcript: {
    type: 'object',
    required: ['personId', 'year', 'state'],
    properties: {
      ...{ personId: text, year: { type: 'integer' } },
      state: {
        enum: ['none', 'making', 'late', 'ready'],
        description: 'late: it should be there by now; ask for it again.',
      },
      number: { ...text, description: 'As it is printed, with the edition at its end.' },
      edition: { type: 'integer' },
      asOf: { ...dateTime, description: 'When the ledger was read.' },
      recognised: { ...text, description: 'JP.', examples: ['12.5'] },
      pdfSha256: text,
      verifyUrl: { ...text, description: 'Where anybody checks it.' },
    },
  },
};
