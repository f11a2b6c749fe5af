import { memoryCertificateStore, someCertificate } from '@sinau/credentials/testing';
import type { AgencyId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import type { SealSettings } from '@sinau/sealing';
import { memorySealStore } from '@sinau/sealing/testing';
import { expect, it } from 'vitest';
import type { Fact } from './follow-fact.ts';
import { followSeals } from './follow-seals.ts';

const agencyId = 'a-1' as AgencyId;
const at = '2026-03-02T01:00:20.000Z';

async function world(certificate = someCertificate({ agencyId })) {
  const store = memorySealStore();
  const certificates = memoryCertificateStore();
  await certificates.add(certificate);
  await store.settings.save({
    ...{ agencyId, isOn: true, documents: ['certificate', 'transcript'], since: '2026-03-01T00:00:00.000Z' },
    ...{ streak: 0, history: [], rev: 0 },
  } satisfies SealSettings);
  const find = async (personId: string) =>
    ({ home: personId === 'sri' ? { kind: 'agency', agencyId } : { kind: 'none' } }) as never;
  const parts = { ...store, certificates, people: { find }, clock: fixedClock(at) };
  const follow = (fact: object) =>
    followSeals({ seals: async () => parts }, { occurredAt: at, ...fact } as Fact);
  return { store, follow, number: certificate.number };
}

it('a certificate that is ready waits for the seal of the agency it was issued in, once an edition', async () => {
  const { store, follow, number } = await world();
  for (const edition of [1, 1, 2]) await follow({ type: 'certificate-issued', number, edition });
  const { rows } = await store.rows.listIn(agencyId, 'waiting', { limit: 9 });
  expect(rows.map((row) => [row.kind, row.number, row.edition]).sort()).toEqual([
    ['certificate', number, 1],
    ['certificate', number, 2],
  ]);
});

it('a transcript waits for the seal of the agency that its person is at home in', async () => {
  const { store, follow } = await world();
  await follow({ type: 'transcript-made', number: 'SINAU-JP-1', edition: 3, personId: 'sri' });
  await follow({ type: 'transcript-made', number: 'SINAU-JP-2', edition: 1, personId: 'tanpa-instansi' });
  const { rows } = await store.rows.listIn(agencyId, 'waiting', { limit: 9 });
  expect(rows).toMatchObject([{ kind: 'transcript', number: 'SINAU-JP-1', edition: 3 }]);
});

it('nothing waits for somebody who has no agency, and nothing is loaded for other facts', async () => {
  const { agencyId: _, ...nobodys } = someCertificate({ agencyId });
  const { store, follow, number } = await world(nobodys);
  await follow({ type: 'certificate-issued', number, edition: 1 });
  expect((await store.rows.listIn(agencyId, 'waiting', { limit: 9 })).rows).toEqual([]);
  const seals = () => Promise.reject(new Error('loaded'));
  await followSeals({ seals }, { type: 'progress-made' } as Fact);
});
