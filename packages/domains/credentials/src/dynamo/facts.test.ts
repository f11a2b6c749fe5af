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

describe('a certificate is told of', () => {
  it('when its documents are ready', () => {
    expect(credentialFacts({ before: row(issued), after: row(ready(issued)) })).toEqual([
      expect.objectContaining({
        ...{ type: 'certificate-issued', eventId: `certificate-issued:${issued.number}:1` },
        ...{ occurredAt: '2026-03-02T01:00:20.000Z', personId: issued.personId, courseId: 'c1' },
      }),
    ]);
  });

  it.each([
    ['that is being made', { after: row(issued) }],
    ['that is revoked', { before: row(ready(issued)), after: row({ ...ready(issued), rev: 3 }) }],
    ['that is something else', { after: { ...row(ready(issued)), kind: 'certificate-pointer' } }],
    ['that is gone', { before: row(ready(issued)) }],
  ])('not of one %s', (_, change) => {
    expect(credentialFacts(change)).toEqual([]);
  });
});
