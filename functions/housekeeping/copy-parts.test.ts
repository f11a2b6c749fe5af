import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { createMemoryObjectStore, createMemoryQueue } from '@sinau/platform/testing';
import { expect, it } from 'vitest';
import { composePrivacy } from './compose-privacy.ts';

/**
 * What of each domain is in the copy that somebody asks of their data: names of its places, or why it keeps nothing of a person that
 * is not in another place. A domain that is new fails the test until it is written down here.
 */
const copied: Readonly<Record<string, readonly string[] | string>> = {
  adoption: ['nudges', 'habits'],
  agreements: ['disclosures'],
  'annual-plan':
    'What people of an agency have learned, counted of lesson hours, which are copied; of officers it keeps who planned what.',
  audit: ['readings'],
  budget:
    'Money of an agency; what a seat binds names the enrolment, which is copied with its price. Of officers it keeps who did it.',
  catalogue: ['saved', 'ratings'],
  collaboration: ['coaching', 'communities', 'community-board'],
  competency: ['competence'],
  compliance: 'Counted of duties and lesson hours, which are copied.',
  connectors: ['provider-enrolments', 'results'],
  credentials: ['certificates', 'transcripts'],
  credit: ['lesson-hours'],
  delivery: ['registrations', 'scorm', 'quiz', 'toolScores', 'tool-waits'],
  dispatch: 'Learners of other systems, whom nobody here knows as a person.',
  enrolment: ['enrolments', 'seat-lists'],
  evaluation: ['evaluations'],
  exports: 'Files of an agency, made of records that are copied.',
  'external-learning': ['learning-elsewhere'],
  feedback:
    'What citizens say without a name; of officers it keeps who let a comment through, and who sent a list of counts.',
  identity: ['identity'],
  insight: 'Counted of statements, which are copied; it names nobody.',
  lrs: ['statements', 'documents'],
  'lti-tool': ['linked-accounts'],
  notifications: ['inbox'],
  obligations: ['duties'],
  planning: ['weekly-plan'],
  privacy: ['data-requests'],
  professionalism: ['index-facts', 'official-index'],
  programmes: ['events', 'learning-paths'],
  push: 'Sends what the feeds of agencies say; keeps nothing of a person.',
  questions: 'Questions of providers, and nothing of who answers them.',
  recognition: ['recognitions'],
  records: 'Lines of agencies, made of statements, which are copied.',
  sealing: 'Rows of documents, which are copied as certificates and transcripts.',
  'siasn-sync': ['siasn'],
  talent: ['talent'],
  staffing: 'Lists of an agency, which go after some days; what came of them is copied with the person.',
};

it('P1: every domain says what of it is in a copy of somebody’s data, and each place named is there', () => {
  const root = resolve(import.meta.dirname, '../../packages/domains');
  const domains = readdirSync(root, { withFileTypes: true }).filter((one) => one.isDirectory());
  expect(domains.map(({ name }) => name).toSorted()).toEqual(Object.keys(copied).toSorted());
  const dynamo = {} as never;
  const { places } = composePrivacy({
    parts: { dynamo, objects: () => createMemoryObjectStore(), queue: () => createMemoryQueue() } as never,
    records: {} as never,
    env: {
      ...{ LMS_TABLE: 'lms', LRS_TABLE: 'lrs', LRS_BUCKET: 'records', DOCUMENTS_BUCKET: 'documents' },
      ...{ ISSUER_URL: 'https://sinau.example', FEED_LANES: 2, SIGNING_SECRET: 'x'.repeat(40) },
    } as never,
  });
  const there = new Set(places.filter(({ copy }) => copy).map(({ name }) => name));
  const named = Object.values(copied).flatMap((parts) => (typeof parts === 'string' ? [] : parts));
  expect(named.toSorted()).toEqual([...there].toSorted());
});
