import { randomUUID } from 'node:crypto';
import type { AgencyId, PersonId, ProviderId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Agreement, termsOf } from '../agreement.ts';
import type { SharingDecision } from '../sharing-decision.ts';
import { disclosuresContract } from './disclosures.contract.ts';
import type { MemoryAgreements } from './memory-agreements.ts';
import { sampleAgreement } from './samples.ts';

/** What every set of stores of agreements keeps. */
export function agreementStoresContract(adapter: string, open: () => Promise<MemoryAgreements>): void {
  describe(`agreements on ${adapter}`, () => {
    let stores: MemoryAgreements;
    let providerId: ProviderId;
    let draft: Agreement;
    beforeEach(async () => {
      stores = await open();
      providerId = randomUUID() as ProviderId;
      draft = sampleAgreement({ providerId, state: 'draft' });
      await stores.agreements.add(draft);
    });
    const agencyId = 'agency-a' as AgencyId;
    const activate = (over: Partial<Agreement> = {}, rev = 0) => {
      const active: Agreement = { ...draft, state: 'active', ...over };
      return stores.agreements.settle({
        ...{ providerId, changed: [active], inForce: { terms: [termsOf(active)], rev } },
      });
    };
    const revoke = async () => {
      const { rev } = await stores.agreements.inForce(providerId);
      const changed = [{ ...draft, state: 'revoked' as const, rev: draft.rev + 1 }];
      return stores.agreements.settle({ providerId, changed, inForce: { terms: [], rev } });
    };
    const rules = () => stores.rules.rulesOf(providerId, [agencyId, 'agency-b' as AgencyId]);
    const decision = (over: Partial<SharingDecision> = {}): SharingDecision => ({
      ...{ agencyId, providerId, stopped: true, at: '2026-03-02T01:00:00.000Z', rev: 0 },
      by: 'rina' as PersonId,
      ...over,
    });

    it('keeps versions, and gives a number once', async () => {
      const second = { ...draft, version: 2, createdAt: '2026-02-01T00:00:00.000Z' };
      expect(await stores.agreements.add(second)).toBe('added');
      expect(await stores.agreements.add(second)).toBe('taken');
      await stores.agreements.add({ ...draft, providerId: randomUUID() as ProviderId });
      expect(await stores.agreements.listOf(providerId)).toEqual([second, draft]);
      expect(await stores.agreements.find(providerId, draft.agreementId, 2)).toEqual(second);
      expect(await stores.agreements.find(providerId, draft.agreementId, 3)).toBeUndefined();
    });

    it('changes and removes drafts alone, and of two editors the earlier one', async () => {
      expect(await stores.agreements.changeDraft({ ...draft, title: 'PKS 13/2026' })).toBe('changed');
      expect(await stores.agreements.changeDraft({ ...draft, title: 'PKS 14/2026' })).toBe('conflict');
      expect(await stores.agreements.removeDraft(draft)).toBe('conflict');
      expect(await activate({ rev: 2 })).toBe('settled');
      const active = { ...draft, rev: 3 };
      expect(await stores.agreements.changeDraft(active)).toBe('conflict');
      expect(await stores.agreements.removeDraft(active)).toBe('conflict');
      const other = { ...draft, version: 2 };
      await stores.agreements.add(other);
      expect(await stores.agreements.removeDraft(other)).toBe('removed');
      expect(await stores.agreements.listOf(providerId)).toHaveLength(1);
    });

    it('a state and what is in force by it are written together or not at all', async () => {
      expect(await rules()).toEqual({ terms: [], stopped: new Set() });
      expect(await activate({ rev: 7 })).toBe('conflict');
      expect(await activate({}, 5)).toBe('conflict');
      expect((await rules()).terms).toEqual([]);
      expect((await stores.agreements.find(providerId, draft.agreementId, 1))?.state).toBe('draft');
      expect(await activate()).toBe('settled');
      expect((await rules()).terms).toEqual([termsOf(draft)]);
      expect((await stores.agreements.inForceOf([providerId])).get(providerId)).toEqual([termsOf(draft)]);
    });

    it('a revocation stands in the next read, and no slower writer undoes it', async () => {
      await activate();
      const stale = await stores.agreements.inForce(providerId);
      expect(await revoke()).toBe('settled');
      expect((await rules()).terms).toEqual([]);
      const again = { ...draft, version: 2 };
      await stores.agreements.add(again);
      const late = { providerId, changed: [again], inForce: stale };
      expect(await stores.agreements.settle(late)).toBe('conflict');
      expect((await rules()).terms).toEqual([]);
    });

    it('what an agency stops stands in the next read, for that agency and provider alone', async () => {
      expect(await stores.sharing.decide(decision())).toBe('decided');
      expect((await rules()).stopped).toEqual(new Set([agencyId]));
      const other = randomUUID() as ProviderId;
      expect((await stores.rules.rulesOf(other, [agencyId])).stopped).toEqual(new Set());
      expect(await stores.sharing.decide(decision({ stopped: false, rev: 0 }))).toBe('conflict');
      expect(await stores.sharing.decide(decision({ stopped: false, rev: 1, reason: 'Selesai' }))).toBe(
        'decided',
      );
      expect((await rules()).stopped).toEqual(new Set());
    });

    it('keeps every decision of an agency', async () => {
      const second = decision({ stopped: false, rev: 1, at: '2026-03-03T01:00:00.000Z' });
      await stores.sharing.decide(decision());
      await stores.sharing.decide(second);
      const kept = [
        { ...second, rev: 2 },
        { ...decision(), rev: 1 },
      ];
      expect(await stores.sharing.historyOf(agencyId, providerId)).toEqual(kept);
      const found = await stores.sharing.decisionsOf(agencyId, [providerId, 'other' as ProviderId]);
      expect([...found]).toEqual([[providerId, kept[0]]]);
    });
  });
  disclosuresContract(adapter, open);
}
