import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalcredentials/verifier-core';
import { fixedClock } from '@sinau/kernel/testing';
import { clrContext, didDocument, type JsonLd, usedClrTerms } from '@sinau/open-badges';
import { createSecretSigningKey } from '@sinau/platform/signing';
import { compactVerify, importJWK } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openStatusLists } from '../status-list.ts';
import { memoryCertificateStore, someCertificate, someTranscriptFacts } from '../testing/index.ts';
import { recordOf } from '../transcript/record.ts';
import { createCredentialSigner, issuerKeyOf, statusBits } from './index.ts';
import { loadKnownContext } from './known-contexts.ts';

const origin = 'https://sinau.example';
const issuer = { did: 'did:web:sinau.example', name: 'Sinau', origin };
const key = createSecretSigningKey('a secret of thirty-two characters', 'credentials');
const credentialSigner = createCredentialSigner({ key, did: issuer.did });
const clock = fixedClock('2026-11-28T03:00:00.000Z');
const certificates = memoryCertificateStore();
const lists = openStatusLists({ certificates, credentialSigner, bits: statusBits, issuer, clock });
const url = `${origin}/verify/SINAU-JP-7K3M-9QXD-4TPA-1`;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: clock.now() });
  vi.stubGlobal('fetch', async (input: Request | string) => {
    const asked = typeof input === 'string' ? input : input.url;
    if (asked === clrContext) return Response.json(usedClrTerms);
    if (asked.endsWith('/did.json')) return Response.json(didDocument(issuer.did, [await issuerKeyOf(key)]));
    return asked.endsWith('/credentials/status/0')
      ? Response.json(await lists(0))
      : Response.json({}, { status: 404 });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const made = (statusIndex: number) =>
  recordOf(
    { credentialSigner, issuer },
    {
      ...{ url, facts: someTranscriptFacts, asOf: '2026-11-28T02:00:00.000Z' },
      record: { subjectId: 'urn:uuid:0b5e2a2c-0f8e-4d6e-9a5f-0123456789ab', statusIndex },
    },
  );

/** What a verifier of others says, step by step. */
async function checked(credential: unknown): Promise<Readonly<Record<string, unknown>>> {
  const result = await verifyCredential({ credential, knownDIDRegistries: [] } as never);
  const { errors, log = [] } = result as unknown as {
    errors?: readonly { name: string }[];
    log?: readonly { id: string; valid?: boolean }[];
  };
  const steps = Object.fromEntries(log.map(({ id, valid }) => [id, valid]));
  return { ...steps, ...(errors && { errors: errors.map(({ name }) => name) }) };
}

interface Part {
  readonly credentialSubject: {
    readonly creditsEarned: number;
    readonly narrative?: string;
    readonly achievement: { readonly id: string; readonly name: string; readonly creditsAvailable: number };
  };
}
const partsOf = (clr: JsonLd) =>
  (clr.credentialSubject as { readonly verifiableCredential: readonly Part[] }).verifiableCredential;

describe('the record of a year (CLR 2.0)', () => {
  it('verifies with a library of others as a whole and part by part, until there is a later one', async () => {
    const { clr } = await made(5);
    for (const credential of [clr, ...partsOf(clr)])
      expect(await checked(credential)).toMatchObject({ valid_signature: true });
    expect(await checked(clr)).toMatchObject({ revocation_status: true });
    const other = someCertificate();
    await certificates.add(other);
    await certificates.change(other, [5]);
    expect(await checked(clr)).toMatchObject({ valid_signature: true, revocation_status: false });
  });

  it.each([
    ['hours of one part', '"creditsEarned":6,', '"creditsEarned":8,'],
    ['what belongs to the year', 'achievement-2"}', 'achievement-3"}'],
    ['a reason', 'batas harian', 'batas bulanan'],
  ])('fails when one thing is changed: %s', async (_, from, to) => {
    const text = JSON.stringify((await made(6)).clr);
    expect(text).toContain(from);
    expect(await checked(JSON.parse(text.replace(from, to)))).toMatchObject({
      errors: ['invalid_signature'],
    });
  });

  it('says what the ledger says, hours as credits, and names nobody', async () => {
    const { clr } = await made(7);
    const [year, ...rest] = partsOf(clr);
    expect(year?.credentialSubject).toMatchObject({
      creditsEarned: 14,
      achievement: { creditsAvailable: 18.5 },
    });
    const told = rest.map(({ credentialSubject: { creditsEarned, achievement, narrative } }) => [
      ...[achievement.name, achievement.creditsAvailable, creditsEarned, narrative],
    ]);
    expect(told).toEqual([
      ['Pelayanan publik', 8, 6, 'Dibatasi oleh batas harian bentuk ini.'],
      ['Seminar satu data', 8, 8, undefined],
      ['Etika', 2.5, 0, 'Belum diakui: menunggu keputusan instansi.'],
    ]);
    for (const secret of ['Rahayu', '1999', '•']) expect(JSON.stringify(clr)).not.toContain(secret);
  });

  it('comes to the statements of the standard: the year and its parts, and how they hang together', async () => {
    const { clr } = await made(8);
    const statements = await cryptosuite.canonize(clr, { documentLoader: loadKnownContext });
    const vocabulary = 'https://purl.imsglobal.org/spec/vc/clr/vocab.html#';
    const type = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>';
    const subject = '<urn:uuid:0b5e2a2c-0f8e-4d6e-9a5f-0123456789ab>';
    for (const statement of [
      `<${url}> ${type} <${vocabulary}ClrCredential> .`,
      `${subject} ${type} <${vocabulary}ClrSubject> .`,
      `${subject} <${vocabulary}verifiableCredential> <${url}#credential-3> .`,
      `<${vocabulary}AssociationType> "isParentOf" .`,
      `<${vocabulary}sourceId> "${url}#achievement-0"^^<xsd:anyURI> .`,
      `<${vocabulary}targetId> "${url}#achievement-3"^^<xsd:anyURI> .`,
    ])
      expect(statements).toContain(statement);
    expect(statements).toMatch(new RegExp(`<${vocabulary}association> _:\\S+ \\.`));
  });

  it('has the year without its parts as JWT, which verifies by the key of the DID document', async () => {
    const { clr, jwt } = await made(9);
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(await key.publicKey()).toString('base64url') };
    const { payload } = await compactVerify(jwt, await importJWK(jwk, 'EdDSA'));
    const claims = JSON.parse(new TextDecoder().decode(payload));
    expect(claims).toMatchObject({ iss: issuer.did, jti: `${url}#credential-0` });
    expect(claims.credentialSubject).toEqual(partsOf(clr)[0]?.credentialSubject);
    expect(claims.credentialStatus).toEqual(clr.credentialStatus);
    const [head, body = '', signature] = jwt.split('.');
    const changed = `${head}.${body.slice(0, -2)}${body.at(-2) === 'A' ? 'B' : 'A'}${body.at(-1)}.${signature}`;
    await expect(compactVerify(changed, await importJWK(jwk, 'EdDSA'))).rejects.toThrow();
  });
});
