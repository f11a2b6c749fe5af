import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { GuestRegistration } from '../guest.ts';
import type { GuestStore } from '../ports.ts';

/** What every store of guests keeps. Ids are fresh in every test, so that the store need not be empty. */
export function guestStoreContract(adapter: string, open: () => Promise<GuestStore>): void {
  const guest = (over: Partial<GuestRegistration> = {}): GuestRegistration => ({
    registration: randomUUID(),
    courseId: 'c1',
    version: 2,
    actor: { homePage: 'https://w3id.example/lms', name: 'peserta #1' },
    clientId: 'client-1',
    createdAt: '2026-03-02T01:00:00.000Z',
    ...over,
  });

  describe(`guest store on ${adapter}`, () => {
    it('gives back what was added, and nothing for others', async () => {
      const store = await open();
      const one = guest();
      expect(await store.add(one)).toBe('added');
      expect(await store.find(one.registration)).toEqual(one);
      expect(await store.find(randomUUID())).toBeUndefined();
    });

    it('lets exactly one of ten first launches of a registration add it, and keeps that one', async () => {
      const store = await open();
      const registration = randomUUID();
      const all = Array.from({ length: 10 }, (_, version) => guest({ registration, version }));
      const outcomes = await Promise.all(all.map((one) => store.add(one)));
      expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(1);
      expect(await store.find(registration)).toEqual(all[outcomes.indexOf('added')]);
    });
  });
}
