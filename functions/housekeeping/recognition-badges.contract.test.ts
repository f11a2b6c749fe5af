import { setTimeout as sleep } from 'node:timers/promises';
import { type CertificateMessage, settleCertificate, verifyCertificate } from '@sinau/credentials';
import { createPeopleStore } from '@sinau/identity/dynamo';
import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { createRecordStore, localSettings, soleHorizon } from '@sinau/lrs/dynamo';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createDynamo, createTables } from '@sinau/platform/dynamo';
import { startLocalDynamo } from '@sinau/platform/local-aws';
import { createMemoryObjectStore } from '@sinau/platform/testing';
import { confirmErasure, requestErasure, runDueJobs } from '@sinau/privacy';
import { createAuditLog } from '@sinau/privacy/dynamo';
import { createRecognitionStore } from '@sinau/recognition/dynamo';
import { recognitionOf } from '@sinau/recognition/testing';
import { expect, it, onTestFinished } from 'vitest';
import { createCredentialParts } from '../shared/credential-parts.ts';
import { recognitionRegistration } from '../shared/recognition-registration.ts';
import { composePrivacy } from './compose-privacy.ts';
import { envSchema } from './env.ts';

const origin = 'https://sinau.example';
const names = { lms: 'lms', lrs: 'lrs' };
const env = envSchema.parse({
  ...{ LMS_TABLE: names.lms, LRS_TABLE: names.lrs, LRS_BUCKET: 'records', CONTENT_BUCKET: 'content' },
  ...{ DOCUMENTS_BUCKET: 'documents', ISSUER_URL: origin, PORTAL_ORIGIN: origin },
  ...{ IMPORT_QUEUE_URL: 'imports', CERTIFICATE_QUEUE_URL: 'certificates', MAIL_QUEUE_URL: 'mails' },
  SIGNING_SECRET: 'a secret of tests that is long enough',
  CONTENT_ORIGIN_TEMPLATE: 'https://{hash}.content.sinau.example',
});
const sri = '00000000-0000-4000-8000-00000000000a' as PersonId;
const operator = (id: string): PersonPrincipal => ({
  ...{ kind: 'person', personId: id as PersonId, name: id, roles: ['operator'] },
});

/** Everything on one engine; `lost`: so many messages to the worker of certificates get lost. */
async function world(lost: number) {
  const local = await startLocalDynamo();
  onTestFinished(() => local.close());
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const connection = { region: 'ap-southeast-3', credentials, requestHandler: local.requestHandler };
  await createTables(connection, names);
  const dynamo = createDynamo(connection);
  const objects = createMemoryObjectStore();
  const sent: CertificateMessage[] = [];
  const send = async (message: CertificateMessage) => {
    sent.push(message);
    if (sent.length > lost && message.kind === 'settle') await settleCertificate(certifier, message);
  };
  const parts = { dynamo, objects: () => objects, queue: () => ({ send }) } as never;
  const certifier = createCredentialParts({ parts, env });
  const records = createRecordStore({
    ...{ dynamo, table: names.lrs, objects, settings: localSettings },
    ...{ horizon: soleHorizon({ clock: systemClock }), clock: systemClock, ids: systemIds },
    ...{ digest: nodeDigest, sleep },
  });
  const deps = composePrivacy({ parts, records, env, times: { functionMs: 0, readMs: 0 } });
  const request = {
    ...{ ...deps, ids: systemIds, audit: createAuditLog({ dynamo, table: names.lms, digest: nodeDigest }) },
    ...{ people: { exists: async () => true }, agencies: { exists: async () => true } },
    operators: { madeBy: async () => [] },
  };
  await createPeopleStore({ dynamo, table: names.lms }).add({
    ...{ personId: sri, name: 'Sri Wahyuni', email: 'sri@bkn.example', status: 'active', roles: ['learner'] },
    ...{ home: { kind: 'agency', agencyId: 'bkn' as AgencyId }, employeeNumbers: [], sessionGeneration: 0 },
    ...{ invitedAt: '2026-01-01T00:00:00.000Z', rev: 0 },
  });
  const recognitions = createRecognitionStore({ dynamo, table: names.lms });
  const run = () => runDueJobs(deps, { untilMs: Date.now() + 60_000 });
  return { jobs: deps.jobs, recognitions, certifier, request, run, sent };
}

it('the badge of an erased recognition is revoked before the erasure ends, also when a message is lost', async () => {
  const { jobs, recognitions, certifier, request, run, sent } = await world(1);
  const granted = recognitionOf({ personId: sri });
  await recognitions.step({ after: granted });
  const registration = recognitionRegistration(sri, granted.recognitionId);
  const { number } = await settleCertificate(certifier, { registration });
  const badge = number && (await certifier.certificates.find(number));
  if (!badge) throw new Error('there is a badge');
  const look = async () => ({
    state: (await verifyCertificate(certifier, { number: badge.number }))?.revoked !== undefined,
    places: await certifier.certificates.revokedPlaces(0, 10),
  });
  expect(await look()).toEqual({ state: false, places: [] });
  const { jobId } = await requestErasure(request, {
    ...{ principal: operator('o-1'), personId: sri, mode: 'erase' },
    ...{ reason: 'Permintaan tertulis', legalBasis: 'request' },
  });
  await run();
  await confirmErasure(request, { principal: operator('o-2'), jobId });
  for (let n = 0; n < 10 && (await jobs.find(jobId))?.state !== 'done'; n += 1)
    expect((await run()).failed).toEqual([]);
  expect(await jobs.find(jobId)).toMatchObject({ state: 'done', left: { recognitions: 0 } });
  expect(sent).toEqual([1, 2].map(() => ({ kind: 'settle', registration })));
  const [{ statusIndex } = { statusIndex: -1 }] = badge.editions;
  expect(await look()).toEqual({ state: true, places: [statusIndex] });
  expect(await recognitions.find(granted)).toBeUndefined();
});
