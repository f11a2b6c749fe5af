import { describe, expect, it } from 'vitest';
import { createSharedSecret } from './shared-secret.ts';

function set(versions: readonly string[]) {
  const state = { versions, nowMs: 0, reads: 0, fails: false };
  const secret = createSharedSecret({
    clock: { now: () => new Date(state.nowMs) },
    read: async () => {
      state.reads += 1;
      if (state.fails) throw new Error('Secrets Manager does not answer');
      return state.versions;
    },
  });
  return { secret, state };
}

describe('a shared secret', () => {
  it('is held by whoever shows what it is, or what it was before', async () => {
    const { secret, state } = set(['new', 'old']);
    expect(await secret.holds('new')).toBe(true);
    expect(await secret.holds('old')).toBe(true);
    expect(await secret.holds('older')).toBe(false);
    expect(await secret.holds('')).toBe(false);
    expect(state.reads).toBe(1);
  });

  it('is read once by many who come at once', async () => {
    const { secret, state } = set(['new']);
    const held = await Promise.all(['new', 'wrong', 'new'].map((shown) => secret.holds(shown)));
    expect(held).toEqual([true, false, true]);
    expect(state.reads).toBe(1);
  });

  it('follows a change within a minute, and the version before the last one is held no more', async () => {
    const { secret, state } = set(['first']);
    expect(await secret.holds('first')).toBe(true);
    state.versions = ['second', 'first'];
    expect(await secret.holds('second')).toBe(false);
    state.nowMs = 60_000;
    expect(await secret.holds('second')).toBe(true);
    expect(await secret.holds('first')).toBe(true);
    state.versions = ['third', 'second'];
    state.nowMs = 120_000;
    expect(await secret.holds('third')).toBe(true);
    expect(await secret.holds('first')).toBe(false);
  });

  it('is asked for once a minute at most, whatever strangers show', async () => {
    const { secret, state } = set(['right']);
    for (let n = 0; n < 50; n += 1) expect(await secret.holds(`guess ${n}`)).toBe(false);
    expect(state.reads).toBe(1);
  });

  it('keeps what it knows while it cannot be read, and fails where it knows nothing', async () => {
    const known = set(['right']);
    expect(await known.secret.holds('right')).toBe(true);
    Object.assign(known.state, { fails: true, nowMs: 60_000 });
    expect(await known.secret.holds('wrong')).toBe(false);
    expect(await known.secret.holds('right')).toBe(true);
    const unknown = set(['right']);
    unknown.state.fails = true;
    await expect(unknown.secret.holds('right')).rejects.toThrow('does not answer');
    unknown.state.fails = false;
    expect(await unknown.secret.holds('right')).toBe(true);
  });

  it('holds nobody for an empty version', async () => {
    expect(await set(['']).secret.holds('')).toBe(false);
  });
});
