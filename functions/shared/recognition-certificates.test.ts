import { verifyCredential } from '@digitalcredentials/verifier-core';
import { makeDocuments, openStatusLists, settleCertificate } from '@sinau/credentials';
import { createCredentialSigner, issuerKeyOf, statusBits } from '@sinau/credentials/adapters';
import { memoryCertificateFiles, memoryCertificateStore } from '@sinau/credentials/testing';
import type { PersonId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { didDocument } from '@sinau/open-badges';
import { hmacSigner, nodeDigest } from '@sinau/platform/crypto';
import { createSecretSigningKey } from '@sinau/platform/signing';
import { memoryRecognitionStore, recognitionOf } from '@sinau/recognition/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { grantedRecognition } from './recognition-certificates.ts';
import { readRecognitionRegistration, recognitionRegistration } from './recognition-registration.ts';

const origin = 'https://sinau.example';
const issuer = { did: 'did:web:sinau.example', name: 'Sinau', origin };
const key = createSecretSigningKey('a secret of thirty-two characters', 'credentials');
const clock = fixedClock('2026-11-28T03:00:00.000Z');
const at = '2026-03-05T01:00:00.000Z';
const sri = recognitionOf();
const registration = recognitionRegistration(sri.personId, sri.recognitionId);

function world() {
  const recognitions = memoryRecognitionStore();
  const certificates = memoryCertificateStore();
  const person = {
    personId: 'sri' as PersonId,
    name: 'Sri Rahayu',
    home: { kind: 'agency', agencyId: 'bkn' },
  };
  const stores = {
    recognitions,
    people: { find: async () => person },
    organisations: { findAgency: async () => ({ name: 'Badan Contoh' }) },
  } as unknown as Parameters<typeof grantedRecognition>[0];
  const credentialSigner = createCredentialSigner({ key, did: issuer.did });
  const deps = {
    ...{ certificates, credentialSigner, issuer, clock, ids: countedIds(), digest: nodeDigest },
    signer: hmacSigner('a secret of this test alone, long enough'),
    completed: {
      find: async (asked: string) => {
        const place = readRecognitionRegistration(asked);
        return place && grantedRecognition(stores, place);
      },
    },
    files: memoryCertificateFiles(),
    printer: { print: async () => new Uint8Array([1]) },
  };
  const statusList = openStatusLists({ ...deps, bits: statusBits });
  const settle = async () => {
    const settled = await settleCertificate(deps, { registration });
    if (settled.number) await makeDocuments(deps, { number: settled.number });
    const certificate = settled.number && (await certificates.find(settled.number));
    return { outcome: settled.outcome, certificate };
  };
  const badgeOf = async (edition: number) => {
    const { certificate } = await settle();
    const badge = certificate && (await deps.files.badge(certificate.number, edition));
    if (!badge) throw new Error('there is a badge');
    return badge;
  };
  return { recognitions, settle, badgeOf, statusList };
}
let now: ReturnType<typeof world>;
beforeEach(() => {
  now = world();
  // Only the clock: the verifier decides by it whether a list is too old.
  vi.useFakeTimers({ toFake: ['Date'], now: clock.now() });
  vi.stubGlobal('fetch', async (input: Request | string) => {
    const url = typeof input === 'string' ? input : input.url;
    const list = /\/credentials\/status\/(\d+)$/.exec(url)?.[1];
    const body = url.endsWith('/.well-known/did.json')
      ? didDocument(issuer.did, [await issuerKeyOf(key)])
      : list === undefined
        ? undefined
        : await now.statusList(Number(list));
    return body === undefined ? Response.json({}, { status: 404 }) : Response.json(body);
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What a verifier of others says, step by step. */
async function checked(credential: object): Promise<Readonly<Record<string, unknown>>> {
  const { log = [] } = (await verifyCredential({
    credential,
    knownDIDRegistries: [],
  } as never)) as unknown as {
    log?: readonly { id: string; valid?: boolean; error?: { name: string } }[];
  };
  return Object.fromEntries(log.map(({ id, valid, error }) => [id, error?.name ?? valid]));
}

describe('the badge of a recognition (Open Badges 3.0)', () => {
  const step = async (to: 'undone' | 'granted') => {
    const before = await now.recognitions.find(sri);
    if (!before) throw new Error('there is one');
    const after = { ...before, state: to, steps: [...before.steps, { to, at }] };
    expect(await now.recognitions.step({ before, after })).toBe('done');
  };

  it('is issued once it is granted, verifies elsewhere, and tells neither person nor deed', async () => {
    await now.recognitions.step({
      after: recognitionOf({ state: 'proposed', steps: [{ to: 'proposed', at }] }),
    });
    expect((await now.settle()).outcome).toBe('not-completed');
    await step('granted');
    expect((await now.settle()).outcome).toBe('issued');
    expect((await now.settle()).outcome).toBe('known');
    const badge = await now.badgeOf(1);
    expect(await checked(badge)).toMatchObject({ valid_signature: true, revocation_status: true });
    expect(badge).toMatchObject({
      name: 'Pengakuan BerAKHLAK: Harmonis',
      credentialSubject: {
        id: expect.stringMatching(/^urn:uuid:/),
        achievement: {
          ...{ achievementType: 'Award', id: `${origin}/verify#harmonious-people` },
          criteria: {
            narrative: expect.stringMatching(/diusulkan rekan[\s\S]*\n\n[\s\S]*non-material recognition/),
          },
          creator: { name: 'Badan Contoh' },
        },
      },
    });
    const text = JSON.stringify(badge);
    for (const secret of ['Sri Rahayu', '"sri"', 'n-1', 'Mendampingi rekan', 'Budi']) {
      expect(text).not.toContain(secret);
    }
  });

  it('fails elsewhere once it is undone, and another edition is issued when a rule gives it again', async () => {
    await now.recognitions.step({ after: recognitionOf() });
    const first = await now.badgeOf(1);
    await step('undone');
    expect((await now.settle()).outcome).toBe('withdrawn');
    expect(await checked(first)).toMatchObject({ valid_signature: true, revocation_status: false });
    await step('granted');
    const renewed = await now.settle();
    expect([renewed.outcome, renewed.certificate?.editions.length]).toEqual(['renewed', 2]);
    expect(await checked(first)).toMatchObject({ revocation_status: false });
    expect(await checked(await now.badgeOf(2))).toMatchObject({ revocation_status: true });
  });

  it('goes with the erasure of its person, and registrations of anything else are none', async () => {
    await now.recognitions.step({ after: recognitionOf() });
    const badge = await now.badgeOf(1);
    await now.recognitions.forget(sri.personId, clock.now().toISOString());
    expect((await now.settle()).outcome).toBe('withdrawn');
    expect(await checked(badge)).toMatchObject({ revocation_status: false });
    expect(readRecognitionRegistration('event:e1:sri')).toBeUndefined();
    expect(readRecognitionRegistration('recognition:sri:')).toBeUndefined();
    expect(readRecognitionRegistration(registration)).toEqual({ personId: 'sri', recognitionId: 'n-1' });
  });
});
