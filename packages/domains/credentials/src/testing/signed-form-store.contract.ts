import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { FormNumber, SignedForm } from '../signed-form/form.ts';
import type { SignedFormStore } from '../signed-form/ports.ts';

const some = (over: Partial<SignedForm> = {}): SignedForm => ({
  ...{ number: `SINAU-CM-${randomUUID()}` as FormNumber, edition: 1, pairId: 'p1', sessionId: 's1' },
  ...{ madeAt: '2026-03-03T01:00:00.000Z', pdfSha256: 'ab', filesId: 'f1', ...over },
});

/** What every store of signed forms keeps. */
export function signedFormStoreContract(adapter: string, open: () => Promise<SignedFormStore>): void {
  describe(`signed forms on ${adapter}`, () => {
    it('keeps one of each edition, of several that are printed at once', async () => {
      const store = await open();
      const { number } = some();
      const many = ['a', 'b', 'c'].map((filesId) => some({ number, filesId }));
      const outcomes = await Promise.all(many.map((one) => store.add(one)));
      expect(outcomes.toSorted()).toEqual(['added', 'known', 'known']);
      const kept = many[outcomes.indexOf('added')];
      expect(await store.find(number, 1)).toEqual(kept);
      expect(await store.find(number, 2)).toBeUndefined();
    });

    it('tells every edition of a number, the first first', async () => {
      const store = await open();
      const { number } = some();
      for (const edition of [12, 2]) await store.add(some({ number, edition }));
      await store.add(some());
      expect((await store.editionsOf(number)).map(({ edition }) => edition)).toEqual([2, 12]);
      expect(await store.editionsOf(some().number)).toEqual([]);
    });
  });
}
