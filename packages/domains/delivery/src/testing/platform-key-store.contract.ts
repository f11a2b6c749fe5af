import { describe, expect, it } from 'vitest';
import type { PlatformKey, PlatformKeyStore } from '../lti/index.ts';

/** What every store of the platform's keys keeps. Each store is empty at first. */
export function platformKeyStoreContract(adapter: string, open: () => Promise<PlatformKeyStore>): void {
  const key = (kid: string): PlatformKey => ({
    kid,
    publicJwk: { kid, kty: 'RSA', n: 'AQ', e: 'AQAB' },
    sealedPrivateKey: `sealed ${kid}`,
    createdAt: '2026-03-02T01:00:00.000Z',
    signsFrom: '2026-03-02T01:00:00.000Z',
  });

  describe(`keys of the platform on ${adapter}`, () => {
    it('lets one of two writers of the first key, and of each later one, have it', async () => {
      const store = await open();
      const before = await store.read();
      const rev = before?.rev ?? 0;
      const outcomes = await Promise.all(['a', 'b'].map((kid) => store.write({ keys: [key(kid)], rev })));
      expect(outcomes.sort()).toEqual(['stale', 'written']);
      const kept = await store.read();
      expect(kept).toMatchObject({ rev: rev + 1, keys: [{ kid: expect.stringMatching(/^[ab]$/) }] });
      expect(await store.write({ keys: [], rev })).toBe('stale');
      const { sealedPrivateKey: _, ...bare } = key('c');
      const withdrawn = { at: '2026-03-03T01:00:00.000Z', by: 'person-1', reason: 'leaked' };
      const keys = [
        { ...bare, withdrawn },
        { ...key('d'), madeBy: 'person-1' },
      ];
      expect(await store.write({ keys, rev: rev + 1 })).toBe('written');
      expect(await store.read()).toEqual({ keys, rev: rev + 2 });
    });
  });
}
