import { type CertificateMessage, makeTranscript } from '@sinau/credentials';
import {
  memoryCertificateStore,
  memoryTranscriptFiles,
  memoryTranscriptStore,
  someTranscriptFacts,
} from '@sinau/credentials/testing';
import { identityWorld } from '@sinau/identity/testing';
import type { PersonId, Principal, Tenant } from '@sinau/kernel';
import { nodeDigest } from '@sinau/platform/crypto';
import { createHttpApp } from '@sinau/platform/http';
import { beforeEach, describe, expect, it } from 'vitest';
import { addTranscriptRoutes } from './transcript-routes.ts';

let world: Awaited<ReturnType<typeof identityWorld>>;
let tenant: Tenant;
let personId: PersonId;
let desk: ReturnType<typeof deskOf>;
let sent: Pick<Extract<CertificateMessage, { kind: 'transcript' }>, 'year'>[];
beforeEach(async () => {
  world = await identityWorld();
  tenant = world.tenants.agencyA;
  ({ personId } = await world.invite(tenant, ['learner']));
  desk = deskOf();
  sent = [];
});

const deskOf = () => ({
  ...{ transcripts: memoryTranscriptStore(), transcriptFiles: memoryTranscriptFiles(), digest: nodeDigest },
  issuer: { did: 'did:web:sinau.example', name: 'Sinau', origin: 'https://sinau.example' },
  ...{ signer: world.signer, clock: world.clock },
  send: async (order: { readonly year: number }) => void sent.push(order),
});

async function ask(method: 'GET' | 'POST', path: string): Promise<Response> {
  const app = createHttpApp({
    name: 'api',
    authenticate: async (): Promise<Principal> => ({
      ...{ kind: 'client', clientId: 'simpeg', name: 'SIMPEG', scopes: ['credit/read'], tenant },
    }),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    ...{ clock: world.clock, ids: world.ids },
  });
  addTranscriptRoutes(app, { ...world, transcripts: async () => desk });
  return app.hono.request(path, { method });
}

const work = () =>
  makeTranscript(
    {
      ...desk,
      transcriptSource: { read: async () => someTranscriptFacts },
      transcriptPrinter: { print: async () => new TextEncoder().encode('%PDF') },
      credentialSigner: { prove: async (document: object) => ({ ...document }), jwt: async () => 'a.b.c' },
      ...{ certificates: memoryCertificateStore(), ids: world.ids },
    },
    { personId, year: 2026 },
  );

describe('transcripts through the API', () => {
  it('are ordered, told and fetched', async () => {
    const path = `/api/people/${personId}/transcripts/2026`;
    expect(await (await ask('GET', path)).json()).toEqual({ personId, year: 2026, state: 'none' });
    expect((await ask('GET', `${path}/pdf`)).status).toBe(409);
    const ordered = await ask('POST', path);
    expect([ordered.status, ordered.headers.get('retry-after')]).toEqual([202, '2']);
    expect(await ordered.json()).toMatchObject({ state: 'making' });
    expect(sent).toEqual([{ personId, year: 2026 }]);
    await work();
    const ready = (await (await ask('GET', path)).json()) as { number: string };
    expect(ready).toMatchObject({ state: 'ready', edition: 1, recognised: '14' });
    expect(ready).toMatchObject({ verifyUrl: `https://sinau.example/verify/${ready.number}` });
    const file = await ask('GET', `${path}/pdf`);
    expect([file.headers.get('content-type'), await file.text()]).toEqual(['application/pdf', '%PDF']);
    expect(await (await ask('GET', `${path}/clr`)).json()).toMatchObject({
      type: ['VerifiableCredential', 'ClrCredential'],
    });
  });

  it.each([
    ['a year that has not begun', 'POST', '2099'],
    ['what is no year', 'GET', 'apa'],
    ['a year before everything', 'GET', '1999/pdf'],
  ] as const)('are not there of %s', async (_, method, year) => {
    expect((await ask(method, `/api/people/${personId}/transcripts/${year}`)).status).toBe(404);
    expect(sent).toEqual([]);
  });

  it('C2: are not there of the people of another agency', async () => {
    tenant = world.tenants.agencyB;
    const path = `/api/people/${personId}/transcripts/2026`;
    const answers = await Promise.all([
      ask('GET', path),
      ask('POST', path),
      ask('GET', `${path}/pdf`),
      ask('GET', `${path}/clr`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(sent).toEqual([]);
  });
});
