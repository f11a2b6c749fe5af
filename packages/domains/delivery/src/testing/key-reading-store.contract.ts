import { describe, expect, it } from 'vitest';
import type { KeyReadings } from '../lti/index.ts';

/** What every store of readings keeps. */
export function keyReadingStoreContract(adapter: string, open: () => Promise<KeyReadings>): void {
  describe(`readings of keys on ${adapter}`, () => {
    it('tell when it went well last, and that it does not any more, of each address by itself', async () => {
      const store = await open();
      const uri = 'https://alat.example/keys';
      expect(await store.find(uri)).toBeUndefined();
      await store.note(uri, { at: '2026-03-02T01:00:00.000Z', keys: 2 });
      await store.note(uri, { at: '2026-03-02T02:00:00.000Z', keys: 'failed' });
      const read = { at: '2026-03-02T01:00:00.000Z', keys: 2 };
      expect(await store.find(uri)).toEqual({ read, failedAt: '2026-03-02T02:00:00.000Z' });
      await store.note(uri, { at: '2026-03-02T03:00:00.000Z', keys: 1 });
      expect(await store.find(uri)).toEqual({ read: { at: '2026-03-02T03:00:00.000Z', keys: 1 } });
      await store.note('https://lain.example/keys', { at: '2026-03-02T01:00:00.000Z', keys: 'failed' });
      expect(await store.find('https://lain.example/keys')).toEqual({
        failedAt: '2026-03-02T01:00:00.000Z',
      });
    });
  });
}
