import { rotatePlatformKeys, withdrawKey } from '@sinau/delivery/lti';
import { memoryPlatformKeyStore } from '@sinau/delivery/testing';
import { createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { formIn, ltiWorld } from './testing/lti-world.ts';

async function world() {
  const lti = ltiWorld({ platformKeys: memoryPlatformKeyStore() });
  await lti.addTool();
  const { ask, order, begin, authorize, clock } = lti;
  const keySet = async () => (await (await ask('/lti/jwks')).json()) as JSONWebKeySet;
  const told = async ({ asked, cookie }: Awaited<ReturnType<typeof begin>>) =>
    formIn(await (await authorize(asked, cookie)).text()).fields.id_token ?? '';
  const launch = async () => told(await begin(await order()));
  /** Whether a tool that reads the set now believes it. */
  const isBelieved = async (idToken: string) => {
    const keys = createLocalJWKSet(await keySet());
    const checked = jwtVerify(idToken, keys, { currentDate: clock.now(), algorithms: ['RS256'] });
    return checked.then(
      () => true,
      () => false,
    );
  };
  return { ...lti, told, launch, isBelieved, keySet };
}

const kidOf = (jwt: string) => decodeProtectedHeader(jwt).kid ?? '';

describe('keys of the platform, as tools meet them', () => {
  it('R3: a launch before, during and after a change by hand is believed by whoever reads the set then', async () => {
    const { launch, isBelieved, clock, signingKeys, keySet } = await world();
    const before = await launch();
    await rotatePlatformKeys(signingKeys, 'operator-1');
    clock.advance(10_000);
    const during = await launch();
    expect([kidOf(during), await isBelieved(before), await isBelieved(during)]).toEqual([
      kidOf(before),
      true,
      true,
    ]);
    const kept = createLocalJWKSet(await keySet());
    clock.advance(2 * 3_600_000);
    const after = await launch();
    expect(kidOf(after)).not.toBe(kidOf(before));
    // Also by a copy of the set that was made before the new key signed.
    await expect(jwtVerify(after, kept, { currentDate: clock.now() })).resolves.toBeDefined();
  });

  it('R3: what a withdrawn key has signed is believed no more, and a launch that was under way ends with its successor', async () => {
    const { told, begin, order, launch, isBelieved, clock, signingKeys, keySet } = await world();
    const before = await launch();
    const underWay = await begin(await order());
    await withdrawKey(signingKeys, { kid: kidOf(before), by: 'operator-1', reason: 'it leaked' });
    clock.advance(10_000);
    expect(await isBelieved(before)).toBe(false);
    const during = await told(underWay);
    expect(kidOf(during)).not.toBe(kidOf(before));
    expect([await isBelieved(during), await isBelieved(await launch())]).toEqual([true, true]);
    const { keys } = await keySet();
    expect(keys.map(({ kid }) => kid)).toEqual([kidOf(during)]);
  });

  it('1.4: nothing that these keys sign opens a service: access tokens are of another secret', async () => {
    const { launch, ask, signingKeys } = await world();
    const idToken = await launch();
    const authorization = `Bearer ${idToken}`;
    const asked = () => ask('/lti/ags/contexts/k1/line-items', { headers: { authorization } });
    expect((await asked()).status).toBe(401);
    await withdrawKey(signingKeys, { kid: kidOf(idToken), by: 'operator-1', reason: 'it leaked' });
    expect((await asked()).status).toBe(401);
  });

  it('R3: the set may be kept for an hour, half as long as a new key waits, and tells public members alone', async () => {
    const { ask, keySet } = await world();
    const answer = await ask('/lti/jwks');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=3600');
    const { keys } = await keySet();
    expect(keys.map((key) => Object.keys(key).sort())).toEqual([['alg', 'e', 'kid', 'kty', 'n', 'use']]);
  });
});
