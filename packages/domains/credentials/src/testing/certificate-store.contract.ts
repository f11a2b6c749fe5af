import { randomUUID } from 'node:crypto';
import type { PersonId, ProviderId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Certificate, CertificateNumber } from '../certificate.ts';
import type { CertificateStore } from '../ports.ts';

/** A certificate as it is issued, of somebody new each time. */
export function someCertificate(with_: Partial<Certificate> = {}): Certificate {
  return {
    number: `SINAU-${randomUUID().slice(0, 12).toUpperCase()}` as CertificateNumber,
    registration: randomUUID(),
    personId: randomUUID() as PersonId,
    course: {
      ...{ courseId: 'c1', version: 1, title: { id: 'Pelayanan publik' }, description: { id: 'Dasar' } },
      ...{ providerId: 'p1' as ProviderId, providerName: 'Universitas Nusantara' },
    },
    startedAt: '2026-03-01T01:00:00.000Z',
    completedAt: '2026-03-02T01:00:00.000Z',
    timeZone: 'Asia/Jayapura',
    editions: [
      {
        ...{ edition: 1, issuedAt: '2026-03-02T01:00:05.000Z', holderName: 'Sri Rahayu' },
        ...{ subjectId: 'urn:uuid:1', statusIndex: 0 },
      },
    ],
    rev: 1,
    ...with_,
  };
}

/** What every store of certificates keeps. */
export function certificateStoreContract(adapter: string, open: () => Promise<CertificateStore>): void {
  describe(`certificates on ${adapter}`, () => {
    let store: CertificateStore;
    beforeEach(async () => {
      store = await open();
    });

    it('invariant 4: keeps one of a number, however many are issued at once', async () => {
      const certificate = someCertificate();
      const outcomes = await Promise.all(Array.from({ length: 8 }, () => store.add(certificate)));
      expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(1);
      expect(await store.find(certificate.number)).toEqual(certificate);
      expect((await store.ofPerson(certificate.personId, { limit: 10 })).certificates).toEqual([certificate]);
      expect(await store.find(someCertificate().number)).toBeUndefined();
    });

    it('lists those of one person page by page, the latest completion first', async () => {
      const { personId } = someCertificate();
      const five = Array.from({ length: 5 }, (_, n) =>
        someCertificate({ personId, completedAt: `2026-03-0${n + 1}T01:00:00.000Z` }),
      );
      for (const certificate of five) await store.add(certificate);
      await store.add(someCertificate());
      const first = await store.ofPerson(personId, { limit: 3 });
      expect(first.certificates).toEqual(five.toReversed().slice(0, 3));
      const { next } = first;
      if (next === undefined) throw new Error('there is a second page');
      const second = await store.ofPerson(personId, { limit: 3, after: next });
      expect(second).toEqual({ certificates: five.toReversed().slice(3) });
      const [from, before] = ['2026-03-02T01:00:00.000Z', '2026-03-04T01:00:00.000Z'];
      for (const [times, of] of [
        [{ from, before }, [2, 1]],
        [{ from }, [4, 3, 2, 1]],
        [{ before }, [2, 1, 0]],
      ] as const) {
        const { certificates } = await store.ofPerson(personId, { limit: 9, ...times });
        expect(certificates).toEqual(of.map((at) => five[at]));
      }
    });

    it('changes once a revision, and revokes with it or not at all', async () => {
      const certificate = someCertificate();
      await store.add(certificate);
      const revoked = { at: '2026-04-01T00:00:00.000Z', reason: 'other' } as const;
      const base = await store.takeStatusIndex();
      expect(await store.change({ ...certificate, revoked }, [base])).toBe('changed');
      expect(await store.change(certificate, [base + 1])).toBe('conflict');
      expect(await store.find(certificate.number)).toEqual({ ...certificate, revoked, rev: 2 });
      expect(await store.revokedPlaces(base, 10)).toEqual([base]);
      const { revoked: _none, ...valid } = { ...certificate, rev: 2, revoked };
      expect(await store.change(valid, [])).toBe('changed');
      expect(await store.find(certificate.number)).toEqual({ ...valid, rev: 3 });
    });

    it('tells revoked places of one stretch only, ascending, and each once', async () => {
      const certificate = someCertificate();
      await store.add(certificate);
      const base = 1_000_000;
      await store.change(certificate, [base + 9, base + 3, base + 300, base - 1]);
      await store.change({ ...certificate, rev: 2 }, [base + 3]);
      expect(await store.revokedPlaces(base, 300)).toEqual([base + 3, base + 9]);
      expect(await store.revokedPlaces(base + 300, 1)).toEqual([base + 300]);
    });

    it('gives every place once', async () => {
      const places = await Promise.all(Array.from({ length: 12 }, () => store.takeStatusIndex()));
      expect(new Set(places).size).toBe(12);
      expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
      expect(await store.takenPlaces()).toBeGreaterThan(Math.max(...places));
    });
  });
}
