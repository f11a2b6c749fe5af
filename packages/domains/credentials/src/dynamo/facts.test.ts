import type { Item } from '@sinau/platform/dynamo';
import { describe, expect, it } from 'vitest';
import type { Certificate } from '../certificate.ts';
import { someCertificate } from '../testing/index.ts';
import { credentialFacts } from './index.ts';

const row = (certificate: Certificate): Item => ({ pk: 'p', sk: 's', kind: 'certificate', ...certificate });
const issued = someCertificate();
const ready = (certificate: Certificate): Certificate => ({
  ...certificate,
  editions: certificate.editions.map((edition) => ({
    ...edition,
    ready: { at: '2026-03-02T01:00:20.000Z', pdfSha256: 'ab' },
  })),
});

const revoked = (certificate: Certificate): Certificate => ({
  ...certificate,
  revoked: { at: '2026-04-01T01:00:00.000Z', reason: 'issued-in-error', note: 'Nama orang lain.' },
});
const again = (certificate: Certificate): Certificate => {
  const { revoked: _, editions, ...rest } = certificate;
  const [first] = editions;
  if (!first) throw new Error('there is a first one');
  const { ready: __, ...second } = { ...first, edition: 2, issuedAt: '2026-04-02T01:00:00.000Z' };
  return { ...rest, editions: [...editions, second] };
};

describe('a certificate is told of', () => {
  it('when its documents are ready', () => {
    expect(credentialFacts({ before: row(issued), after: row(ready(issued)) })).toEqual([
      expect.objectContaining({
        ...{ type: 'certificate-issued', eventId: `certificate-issued:${issued.number}:1` },
        ...{ occurredAt: '2026-03-02T01:00:20.000Z', personId: issued.personId, courseId: 'c1' },
      }),
    ]);
  });

  it('when it counts no more, with the words for its holder', () => {
    const counts = row(ready(issued));
    const ended = row(revoked(ready(issued)));
    expect(credentialFacts({ before: counts, after: ended })).toEqual([
      expect.objectContaining({
        ...{ type: 'certificate-revoked', eventId: `certificate-revoked:${issued.number}:1` },
        ...{ reason: 'issued-in-error', note: 'Nama orang lain.', personId: issued.personId },
      }),
    ]);
    expect(credentialFacts({ before: ended, after: { ...ended, rev: 9 } })).toEqual([]);
  });

  it('when it has an edition more, which is to be printed, also after it was revoked', () => {
    for (const before of [ready(issued), revoked(ready(issued))]) {
      expect(credentialFacts({ before: row(before), after: row(again(before)) })).toEqual([
        expect.objectContaining({
          ...{ type: 'certificate-reissued', eventId: `certificate-reissued:${issued.number}:2` },
          ...{ edition: 2, occurredAt: '2026-04-02T01:00:00.000Z', personId: issued.personId },
        }),
      ]);
    }
  });

  it.each([
    ['that is being made', { after: row(issued) }],
    ['that is written again', { before: row(ready(issued)), after: row({ ...ready(issued), rev: 3 }) }],
    ['that is something else', { after: { ...row(ready(issued)), kind: 'certificate-pointer' } }],
    ['that is gone', { before: row(ready(issued)) }],
  ])('not of one %s', (_, change) => {
    expect(credentialFacts(change)).toEqual([]);
  });
});

describe('a transcript is told of', () => {
  const transcript = (more: object): Item => ({
    ...{ pk: 'p', sk: 's', kind: 'transcript', number: 'SINAU-JP-1', personId: 'sri', year: 2026, rev: 1 },
    ...{ latest: 0, ...more },
  });
  const asked = { asked: { at: '2026-11-28T03:00:00.000Z', by: { kind: 'person', personId: 'sri' } } };

  it('when an edition was printed, and not when it is asked for', () => {
    const before = transcript(asked);
    const after = transcript({ latest: 1, madeAt: '2026-11-28T03:00:02.000Z' });
    expect(credentialFacts({ after: before })).toEqual([]);
    expect(credentialFacts({ before, after })).toEqual([
      expect.objectContaining({
        ...{
          type: 'transcript-made',
          eventId: 'transcript-made:SINAU-JP-1:1',
          number: 'SINAU-JP-1',
          edition: 1,
        },
        ...{ occurredAt: '2026-11-28T03:00:02.000Z', personId: 'sri' },
      }),
    ]);
    expect(credentialFacts({ before: after, after: { ...after, ...asked } })).toEqual([]);
  });
});
