import { memoryPlatformKeyStore } from '@sinau/delivery/testing';
import type { ClientPrincipal, ProviderId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { keyDeskOn } from '../shared/key-desk.ts';
import { addKeyRoutes } from './key-routes.ts';
import { clientOf, openDoor } from './testing/callers.ts';

const callers: Readonly<Record<string, ClientPrincipal>> = {
  platform: clientOf({ kind: 'platform' }, ['lti/manage']),
  reader: clientOf({ kind: 'platform' }, ['courses/read']),
  campus: clientOf({ kind: 'provider', providerId: 'campus' as ProviderId }, ['lti/manage']),
};

interface Listed {
  readonly platform: readonly { readonly kid: string; readonly state: string }[];
  readonly tool: Listed['platform'];
  readonly keys: Listed['platform'];
}

function setup() {
  const lines: unknown[][] = [];
  const note = (...line: unknown[]) => void lines.push(line);
  const log = { info: note, warn: note, error: note };
  const { app, clock, ids, askAs } = openDoor(callers, log);
  const shared = {
    ...{ clock, ids },
    signatures: {
      makeKey: async (kid: string) => ({ publicJwk: { kid, kty: 'RSA' }, privateKey: `private of ${kid}` }),
      sign: async () => '',
    },
    box: { seal: async (text: string) => text, open: async (text: string) => text },
  };
  const stores = { platform: memoryPlatformKeyStore(), tool: memoryPlatformKeyStore() };
  const desk = keyDeskOn({ keysOf: (role) => ({ ...shared, platformKeys: stores[role] }), log });
  addKeyRoutes(app, { signingKeys: async () => desk });
  const ask = (path: string, body?: object, as = 'platform') =>
    askAs(as, `${body ? 'POST' : 'GET'} /api/lti/keys${path}`, body);
  const read = async (answer: Promise<Response> | Response) => (await (await answer).json()) as Listed;
  return { ask, read, lines };
}

describe('keys that LTI is signed with, for machines of the platform', () => {
  it('R3: are listed by what they are for, made anew, and withdrawn with a reason that is kept', async () => {
    const { ask, read, lines } = setup();
    const listed = await ask('');
    const text = await listed.text();
    expect(text).not.toContain('private');
    const { platform, tool }: Listed = JSON.parse(text);
    expect([platform.length, tool.length, platform[0]?.state]).toEqual([1, 1, 'current']);
    const { keys } = await read(ask('/rotations', { of: 'tool' }));
    expect(keys.map(({ state }) => state)).toEqual(['next', 'current']);
    const kid = platform[0]?.kid;
    const withdrawal = { of: 'platform', kid, reason: 'it leaked' };
    const after = await read(ask('/withdrawals', withdrawal));
    expect(after.keys).toMatchObject([
      { state: 'current', madeBy: 'mesin' },
      { state: 'withdrawn', withdrawn: { by: 'mesin', reason: 'it leaked' } },
    ]);
    expect(await read(ask('/withdrawals', withdrawal))).toEqual(after);
    expect(lines).toContainEqual(['signing key withdrawn', { role: 'platform', by: 'mesin', kid }]);
    expect((await read(ask(''))).tool).toHaveLength(2);
  });

  it('R3: a key of the other role, or of nobody, cannot be withdrawn, and nothing else is taken', async () => {
    const { ask, read } = setup();
    const { platform } = await read(ask(''));
    const kid = platform[0]?.kid;
    expect((await ask('/withdrawals', { of: 'tool', kid, reason: 'it leaked' })).status).toBe(404);
    for (const body of [
      { of: 'platform', kid },
      { of: 'platform', kid, reason: ' ' },
      { of: 'platform', kid, reason: 'it leaked', by: 'somebody else' },
      { of: 'every', kid, reason: 'it leaked' },
    ]) {
      expect((await ask('/withdrawals', body)).status).toBe(400);
    }
    expect((await read(ask(''))).platform).toEqual(platform);
  });

  it.each(['reader', 'campus'])('%s is refused', async (as) => {
    const { ask } = setup();
    expect((await ask('', undefined, as)).status).toBe(403);
    expect((await ask('/rotations', { of: 'tool' }, as)).status).toBe(403);
    expect((await ask('/withdrawals', { of: 'tool', kid: 'x', reason: 'it leaked' }, as)).status).toBe(403);
  });
});
