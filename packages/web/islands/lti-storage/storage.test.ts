import { describe, expect, it } from 'vitest';
import { createStorage, limits } from './storage.ts';

const tool = 'https://tool.example';

function world() {
  let nowMs = 1_000_000;
  const answer = createStorage(() => nowMs);
  const put = (key: unknown, value: unknown, origin = tool) =>
    answer(origin, { subject: 'lti.put_data', message_id: 'm1', key, value });
  const get = (key: string, origin = tool) =>
    answer(origin, { subject: 'lti.get_data', message_id: 'm2', key })?.value;
  return {
    answer,
    put,
    get,
    wait: (ms: number) => {
      nowMs += ms;
    },
  };
}

describe('what tools keep with the platform (1.6)', () => {
  it('is given back under its key, with the id of each message', () => {
    const { answer, put, get } = world();
    expect(put('state', 'abc')).toEqual({
      ...{ subject: 'lti.put_data.response', message_id: 'm1', key: 'state', value: 'abc' },
    });
    expect(answer(tool, { subject: 'lti.get_data', message_id: 'm2', key: 'state' })).toEqual({
      ...{ subject: 'lti.get_data.response', message_id: 'm2', key: 'state', value: 'abc' },
    });
    expect(get('nonce')).toBeNull();
    put('state', 'def');
    expect(get('state')).toBe('def');
    put('state', null);
    expect(get('state')).toBeNull();
  });

  it('is nobody else’s: neither another host’s, nor another port’s or scheme’s', () => {
    const { put, get } = world();
    put('state', 'abc');
    for (const origin of ['https://other.example', 'https://tool.example:8443', 'http://tool.example']) {
      expect(get('state', origin)).toBeNull();
      put('state', 'theirs', origin);
    }
    expect(get('state')).toBe('abc');
  });

  it('is said to be possible, for the frame’s parent', () => {
    const { answer } = world();
    const capabilities = answer(tool, { subject: 'lti.capabilities' });
    expect(capabilities?.subject).toBe('lti.capabilities.response');
    expect(capabilities?.supported_messages).toContainEqual({ subject: 'lti.put_data', frame: '_parent' });
    const old = answer(tool, {
      subject: 'org.imsglobal.lti.put_data',
      message_id: 'm',
      key: 'k',
      value: 'v',
    });
    expect(old?.subject).toBe('org.imsglobal.lti.put_data.response');
  });

  it('ends after half an hour', () => {
    const { put, get, wait } = world();
    put('state', 'abc');
    wait(limits.keptMs - 1);
    expect(get('state')).toBe('abc');
    wait(1);
    expect(get('state')).toBeNull();
  });

  it('is limited for each origin, and for all', () => {
    const { put, get, wait } = world();
    for (let n = 0; n < limits.keysPerOrigin; n += 1) expect(put(`k${n}`, 'v')?.error).toBeUndefined();
    expect(put('one-more', 'v')?.error?.code).toBe('storage_exhaustion');
    expect(put('k0', 'new')?.error).toBeUndefined();
    for (let n = 1; n < limits.origins; n += 1)
      expect(put('k', 'v', `https://o${n}.example`)?.error).toBeUndefined();
    expect(put('k', 'v', 'https://o99.example')?.error?.code).toBe('storage_exhaustion');
    wait(limits.keptMs);
    expect(put('one-more', 'v')?.error).toBeUndefined();
    expect(get('one-more')).toBe('v');
  });

  it.each([
    [{ subject: 'lti.put_data', message_id: 'm', value: 'v' }],
    [{ subject: 'lti.put_data', message_id: 'm', key: 7, value: 'v' }],
    [{ subject: 'lti.put_data', message_id: 'm', key: 'k', value: {} }],
    [{ subject: 'lti.put_data', message_id: 'm', key: 'k', value: 'x'.repeat(limits.valueChars + 1) }],
    [{ subject: 'lti.put_data', message_id: 'm', key: 'x'.repeat(limits.keyChars + 1), value: 'v' }],
    [{ subject: 'lti.put_data', key: 'k', value: 'v' }],
    [{ subject: 'lti.get_data', message_id: 'm' }],
  ])('is not kept when the message is wrong: %j', (data) => {
    expect(world().answer(tool, data)?.error?.code).toBe('bad_request');
  });

  it('is not asked for by what is no message of LTI, and no answer is answered', () => {
    const { answer } = world();
    for (const data of [null, 'lti.get_data', 7, {}, { subject: 7 }, { subject: 'sinau:leave' }]) {
      expect(answer(tool, data)).toBeUndefined();
    }
    expect(answer(tool, { subject: 'lti.get_data.response', message_id: 'm', key: 'k' })).toBeUndefined();
    expect(answer(tool, { subject: 'lti.other', message_id: 'm' })?.error?.code).toBe('unsupported_subject');
    const prototype = { subject: 'lti.get_data', message_id: 'm', key: '__proto__' };
    expect(answer(tool, prototype)?.value).toBeNull();
  });
});
