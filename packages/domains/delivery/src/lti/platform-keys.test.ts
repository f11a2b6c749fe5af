import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import { memoryPlatformKeyStore } from '../testing/memory-lti.ts';
import { createPlatformSigner, rotatePlatformKeys } from './platform-keys.ts';

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
  return { deps, clock, platformKeys, first, second, kids, signs };
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
    await rotatePlatformKeys(deps);
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
    await rotatePlatformKeys(deps);
    expect(await kids()).toHaveLength(2);
    expect(await signs()).toBe(first);
  });
});
