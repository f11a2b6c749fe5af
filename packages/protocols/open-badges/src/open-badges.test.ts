import { describe, expect, it } from 'vitest';
import { didDocument, didOf, keyIdOf, openBadge, statusListCredential } from './index.ts';

const key = { name: 'z6MkA', publicKeyMultibase: 'z6MkA' };

describe('did:web', () => {
  it.each([
    ['https://sinau.example.go.id', 'did:web:sinau.example.go.id'],
    ['http://localhost:3000', 'did:web:localhost%3A3000'],
  ])('of %s is %s', (origin, did) => {
    expect(didOf(origin)).toBe(did);
  });

  it('shows every key under the name that proofs use', () => {
    const did = didOf('https://sinau.example');
    const document = didDocument(did, [key]);
    expect(document.assertionMethod).toEqual([keyIdOf(did, key)]);
    expect(document.verificationMethod).toEqual([
      { id: `${did}#z6MkA`, type: 'Multikey', controller: did, publicKeyMultibase: 'z6MkA' },
    ]);
  });
});

describe('an open badge', () => {
  const facts = {
    credentialUrl: 'https://sinau.example/credentials/N/1',
    issuer: { did: 'did:web:sinau.example', name: 'Sinau', url: 'https://sinau.example' },
    ...{ subjectId: 'urn:uuid:1', certificateNumber: 'N', jp: 4 },
    achievement: {
      ...{ url: 'https://sinau.example/courses/c', name: 'Etika', description: 'Dasar', language: 'id' },
      ...{ criteria: 'Selesai', creator: { id: 'https://sinau.example/providers/p', name: 'Universitas' } },
    },
    issuedAt: '2026-03-02T01:00:00.123Z',
    startedAt: '2026-03-01T01:00:00.000Z',
    finishedAt: '2026-03-02T01:00:00.000Z',
    status: { listUrl: 'https://sinau.example/credentials/status/0', index: 7 },
  };

  it('has what Open Badges 3.0 asks for, times without fractions, and its place in the list', () => {
    const badge = openBadge(facts);
    expect(badge).toMatchObject({
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      validFrom: '2026-03-02T01:00:00Z',
      credentialSubject: {
        ...{ id: 'urn:uuid:1', type: ['AchievementSubject'], creditsEarned: 4, licenseNumber: 'N' },
        achievement: { achievementType: 'Course', criteria: { narrative: 'Selesai' }, creditsAvailable: 4 },
      },
      credentialStatus: { statusListIndex: '7', statusPurpose: 'revocation' },
    });
  });

  it('says nothing of hours where the course states none', () => {
    const { jp: _none, ...rest } = facts;
    expect(JSON.stringify(openBadge(rest))).not.toContain('credits');
  });
});

it('a list of revoked credentials ends its own life', () => {
  const list = statusListCredential({
    ...{ url: 'https://sinau.example/credentials/status/0', issuer: { did: 'did:web:sinau.example' } },
    ...{ encodedList: 'uH4', validFrom: '2026-03-02T01:00:00.000Z', validUntil: '2026-03-02T01:15:00.000Z' },
  });
  expect(list).toMatchObject({
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    validUntil: '2026-03-02T01:15:00Z',
    credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: 'uH4' },
  });
});
