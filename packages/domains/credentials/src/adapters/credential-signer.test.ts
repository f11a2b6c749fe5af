import { verifyCredential } from '@digitalcredentials/verifier-core';
import type { Jp } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { didDocument, jwtClaimsOf, openBadge } from '@sinau/open-badges';
import { createSecretSigningKey } from '@sinau/platform/signing';
import { compactVerify, importJWK } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { badgeFactsOf } from '../badge.ts';
import { latestEdition } from '../certificate.ts';
import { openStatusLists } from '../status-list.ts';
import { memoryCertificateStore, someCertificate } from '../testing/index.ts';
import { createCredentialSigner, issuerKeyOf, statusBits } from './index.ts';

const origin = 'https://sinau.example';
const issuer = { did: 'did:web:sinau.example', name: 'Sinau', origin };
const key = createSecretSigningKey('a secret of thirty-two characters', 'credentials');
const signer = createCredentialSigner({ key, did: issuer.did });
const clock = fixedClock('2026-11-28T03:00:00.000Z');
const store = memoryCertificateStore();
const statusList = openStatusLists({
  ...{ certificates: store, credentialSigner: signer, bits: statusBits, issuer, clock },
});

/** What a verifier finds under the addresses of the deployment; nothing else is reachable. */
async function answer(url: string): Promise<unknown> {
  if (url === `${origin}/.well-known/did.json`) return didDocument(issuer.did, [await issuerKeyOf(key)]);
  const list = /\/credentials\/status\/(\d+)$/.exec(url)?.[1];
  return list === undefined ? undefined : statusList(Number(list));
}

beforeEach(() => {
  // Only the clock: the verifier decides by it whether a list is too old.
  vi.useFakeTimers({ toFake: ['Date'], now: clock.now() });
  vi.stubGlobal('fetch', async (input: Request | string) => {
    const body = await answer(typeof input === 'string' ? input : input.url);
    return body === undefined ? Response.json({}, { status: 404 }) : Response.json(body);
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function issued(statusIndex: number) {
  const certificate = someCertificate({ jp: 450 as Jp });
  const edition = { ...latestEdition(certificate), statusIndex };
  const facts = badgeFactsOf(issuer, certificate, edition);
  const badge = await signer.prove(openBadge(facts), new Date(edition.issuedAt));
  return { certificate, facts, badge, jwt: await signer.jwt(jwtClaimsOf(openBadge(facts), facts)) };
}

/** What a verifier of others says, step by step. */
async function checked(credential: object): Promise<Readonly<Record<string, unknown>>> {
  const result = await verifyCredential({ credential, knownDIDRegistries: [] } as never);
  const { errors, log = [] } = result as unknown as {
    errors?: readonly { name: string }[];
    log?: readonly { id: string; valid?: boolean; error?: { name: string } }[];
  };
  const steps = log.map(({ id, valid, error }) => [id, error?.name ?? valid]);
  return { ...Object.fromEntries(steps), ...(errors && { errors: errors.map(({ name }) => name) }) };
}

describe('a badge', () => {
  it('verifies with a library of others, by the DID document and the status list of the deployment', async () => {
    const { badge } = await issued(1);
    expect(await checked(badge)).toMatchObject({ valid_signature: true, revocation_status: true });
  });

  it('names nobody, and counts lesson hours as credits', async () => {
    const { badge, certificate } = await issued(1);
    const text = JSON.stringify(badge);
    expect(text).not.toContain('Sri Rahayu');
    expect(text).not.toContain(certificate.personId);
    expect(text).not.toContain(certificate.registration);
    expect(badge).toMatchObject({ credentialSubject: { creditsEarned: 4.5 } });
  });

  it('fails once it is revoked, and no other with it', async () => {
    const { badge, certificate } = await issued(20_000);
    const other = await issued(20_001);
    await store.add(certificate);
    await store.change(certificate, [20_000]);
    expect(await checked(badge)).toMatchObject({ valid_signature: true, revocation_status: false });
    expect(await checked(other.badge)).toMatchObject({ valid_signature: true, revocation_status: true });
  });

  it.each([
    ['the title', '"Pelayanan publik"', '"Pelayanan Publik"'],
    ['the hours', '"creditsEarned":4.5', '"creditsEarned":45'],
    ['its place in the status list', '"statusListIndex":"1"', '"statusListIndex":"2"'],
    ['the signature', '"proofValue":"z2', '"proofValue":"z3'],
  ])('fails when one thing is changed: %s', async (_, from, to) => {
    const text = JSON.stringify((await issued(1)).badge);
    const altered = text.replace(/"proofValue":"z./, (found) =>
      from.startsWith('"proofValue') ? `${found.slice(0, -1)}${found.endsWith('3') ? '2' : '3'}` : found,
    );
    const changed = from.startsWith('"proofValue') ? altered : text.replace(from, to);
    expect(changed).not.toBe(text);
    expect(await checked(JSON.parse(changed))).toMatchObject({ errors: ['invalid_signature'] });
  });

  it('fails under the key of somebody else', async () => {
    const { facts } = await issued(1);
    const theirs = createSecretSigningKey('another secret of many characters', 'credentials');
    const forger = createCredentialSigner({ key: theirs, did: issuer.did });
    const forged = await forger.prove(openBadge(facts), clock.now());
    expect((await checked(forged)).valid_signature).not.toBe(true);
  });
});

describe('its twin as JWT', () => {
  it.each([
    ['the longest title and description', 'Pelayanan publik yang baik '],
    ['letters of three bytes', 'ꦥꦼꦭꦪꦤꦤ꧀ '],
  ])('is short enough to be signed with %s', async (_, words) => {
    const title = words.repeat(40).slice(0, 300);
    const course = {
      ...someCertificate().course,
      title: { id: title },
      description: { id: words.repeat(400).slice(0, 4000) },
    };
    const certificate = someCertificate({ jp: 450 as Jp, course });
    const facts = badgeFactsOf(issuer, certificate, latestEdition(certificate));
    expect(facts.achievement.description).toMatch(/ …$/);
    expect(`${facts.achievement.name}${facts.achievement.description}`).not.toContain('\uFFFD');
    await expect(signer.jwt(jwtClaimsOf(openBadge(facts), facts))).resolves.toBeDefined();
  });

  it('verifies by the key of the DID document, and says the same', async () => {
    const { badge, facts, jwt } = await issued(1);
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(await key.publicKey()).toString('base64url') };
    const { payload, protectedHeader } = await compactVerify(jwt, await importJWK(jwk, 'EdDSA'));
    expect(protectedHeader).toMatchObject({ alg: 'EdDSA', typ: 'vc+jwt' });
    const claims = JSON.parse(new TextDecoder().decode(payload));
    expect(claims).toMatchObject({ iss: issuer.did, jti: facts.credentialUrl, sub: facts.subjectId });
    expect(claims.credentialSubject).toEqual(badge.credentialSubject);
    const [head, body = '', signature] = jwt.split('.');
    const changed = `${head}.${body.slice(0, -2)}${body.at(-2) === 'A' ? 'B' : 'A'}${body.at(-1)}.${signature}`;
    await expect(compactVerify(changed, await importJWK(jwk, 'EdDSA'))).rejects.toThrow();
  });
});
