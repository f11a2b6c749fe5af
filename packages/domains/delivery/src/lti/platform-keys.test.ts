import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import { memoryPlatformKeyStore } from '../testing/memory-lti.ts';
import { LtiNotFound } from './errors.ts';
import { standingsOf } from './platform-key.ts';
import { createPlatformSigner, rotatePlatformKeys } from './platform-keys.ts';
import { withdrawKey } from './withdraw-key.ts';

const hour = 3_600_000;

function world() {
  const clock = fixedClock();
  const platformKeys = memoryPlatformKeyStore();
  const deps = {
    platformKeys,
    clock,
    ids: countedIds(),
    signatures: {
      makeKey: async (kid: string) => ({ publicJwk: { kid, kty: 'RSA' }, privateKey: `private of ${kid}` }),
      sign: async ({ kid, privateKey }: { kid: string; privateKey: string }) => `${kid}:${privateKey}`,
    },
    box: {
      seal: async (text: string, context: object) => JSON.stringify([text, context]),
      open: async (sealed: string, context: object) => {
        const [text, sealedFor] = JSON.parse(sealed);
        if (JSON.stringify(sealedFor) !== JSON.stringify(context)) throw new Error('sealed for another');
        return text as string;
      },
    },
  };
  const first = '00000000-0000-4000-8000-000000000001';
  const second = '00000000-0000-4000-8000-000000000002';
  /** As another process, which has kept nothing, sees it. */
  const kids = async () => (await createPlatformSigner(deps).publicKeys()).map(({ kid }) => kid);
  const signs = async () => (await createPlatformSigner(deps).sign({})).split(':')[0];
  const standings = async () => standingsOf((await platformKeys.read())?.keys ?? [], clock.now());
  const withdraw = (kid: string) => withdrawKey(deps, { kid, by: 'operator-1', reason: 'it leaked' });
  return { deps, clock, platformKeys, first, second, kids, signs, standings, withdraw };
}

describe('keys of the platform', () => {
  it('R3: the first is made when it is needed, and kept sealed', async () => {
    const { deps, platformKeys, first, kids, signs } = world();
    expect(await signs()).toBe(first);
    expect(await kids()).toEqual([first]);
    expect((await platformKeys.read())?.keys[0]?.sealedPrivateKey).toContain('lti-platform-key');
    expect(await createPlatformSigner(deps).sign({})).toBe(`${first}:private of ${first}`);
  });

  it('R3: two processes that need the first at once sign with the same', async () => {
    const { deps } = world();
    const signed = await Promise.all([
      createPlatformSigner(deps).sign({}),
      createPlatformSigner(deps).sign({}),
    ]);
    expect(new Set(signed).size).toBe(1);
  });

  it('R3: a new key is published first, signs when copies of the set are old, and the old one stays for what it signed', async () => {
    const { deps, clock, first, second, kids, signs } = world();
    await signs();
    await rotatePlatformKeys(deps, 'operator-1');
    expect([await kids(), await signs()]).toEqual([[first, second], first]);
    clock.advance(2 * hour - 1);
    expect(await signs()).toBe(first);
    clock.advance(1);
    expect([await kids(), await signs()]).toEqual([[first, second], second]);
    clock.advance(2 * hour);
    expect(await kids()).toEqual([second]);
  });

  it('R3: asking twice makes one key, and nobody need ask: after ninety days the next is made', async () => {
    const { deps, clock, first, kids, signs } = world();
    await signs();
    clock.advance(90 * 24 * hour - 1);
    expect(await kids()).toEqual([first]);
    clock.advance(1);
    expect(await kids()).toHaveLength(2);
    await rotatePlatformKeys(deps, 'operator-1');
    expect(await kids()).toHaveLength(2);
    expect(await signs()).toBe(first);
  });

  it('R3: one that is withdrawn leaves the set at once with its private half, and another signs from that moment', async () => {
    const { clock, platformKeys, first, second, kids, signs, standings, withdraw } = world();
    await signs();
    clock.advance(hour);
    await withdraw(first);
    expect([await kids(), await signs()]).toEqual([[second], second]);
    const kept = await platformKeys.read();
    expect(kept?.keys[0]).not.toHaveProperty('sealedPrivateKey');
    const at = clock.now().toISOString();
    expect(await standings()).toEqual([
      expect.objectContaining({ kid: second, state: 'current', signsFrom: at, madeBy: 'operator-1' }),
      expect.objectContaining({
        ...{ kid: first, state: 'withdrawn' },
        withdrawn: { at, by: 'operator-1', reason: 'it leaked' },
      }),
    ]);
    await withdraw(first);
    expect(await platformKeys.read()).toEqual(kept);
  });

  it('R3: the next one, which tools have seen, takes the place of one that is withdrawn', async () => {
    const { deps, clock, first, second, kids, signs, withdraw } = world();
    await signs();
    await rotatePlatformKeys(deps, 'operator-1');
    clock.advance(hour);
    await withdraw(first);
    expect([await kids(), await signs()]).toEqual([[second], second]);
  });

  it('R3: a process that has the key at hand signs with it for ten seconds more, and no longer', async () => {
    const { deps, clock, first, second, withdraw } = world();
    const other = createPlatformSigner(deps);
    await other.sign({});
    await withdraw(first);
    expect(await other.sign({})).toContain(first);
    clock.advance(10_000);
    expect(await other.sign({})).toContain(second);
    expect((await other.publicKeys()).map(({ kid }) => kid)).toEqual([second]);
  });

  it('R3: withdrawing one that waits, or that has been followed, leaves the one that signs alone', async () => {
    const { deps, clock, first, second, kids, signs, standings, withdraw } = world();
    await signs();
    await rotatePlatformKeys(deps, 'operator-1');
    await withdraw(second);
    expect([await kids(), await signs()]).toEqual([[first], first]);
    // What never signed has followed nobody.
    expect((await standings()).find(({ kid }) => kid === first)).not.toHaveProperty('publishedUntil');
    await rotatePlatformKeys(deps, 'operator-1');
    clock.advance(2 * hour);
    const third = await signs();
    expect(await kids()).toEqual([first, third]);
    await withdraw(first);
    expect([await kids(), await signs()]).toEqual([[third], third]);
  });

  it('R3: tells until when each key is still published, and when the one that signs makes room by itself', async () => {
    const { deps, clock, first, second, signs, standings } = world();
    await signs();
    const began = clock.now().getTime();
    const at = (ms: number) => new Date(began + ms).toISOString();
    expect(await standings()).toEqual([
      expect.objectContaining({ kid: first, state: 'current', rotatesAt: at(90 * 24 * hour) }),
    ]);
    await rotatePlatformKeys(deps, 'operator-1');
    expect(await standings()).toEqual([
      expect.objectContaining({ kid: second, state: 'next', signsFrom: at(2 * hour) }),
      expect.objectContaining({ kid: first, state: 'current', publishedUntil: at(4 * hour) }),
    ]);
    clock.advance(3 * hour);
    expect((await standings()).map(({ state }) => state)).toEqual(['current', 'retired']);
    clock.advance(hour);
    expect((await standings()).map(({ kid }) => kid)).toEqual([second]);
  });

  it('R3: a key that nobody knows, or that is out of the set, cannot be withdrawn', async () => {
    const { deps, clock, first, signs, withdraw } = world();
    await signs();
    await expect(withdraw('of-somebody-else')).rejects.toThrow(LtiNotFound);
    await rotatePlatformKeys(deps, 'operator-1');
    clock.advance(4 * hour);
    await expect(withdraw(first)).rejects.toThrow(LtiNotFound);
  });

  it('R3: two who withdraw the same key at once leave one that signs', async () => {
    const { first, kids, signs, withdraw } = world();
    await signs();
    await Promise.all([withdraw(first), withdraw(first)]);
    expect(await kids()).toEqual([await signs()]);
    expect(await signs()).not.toBe(first);
  });
});
