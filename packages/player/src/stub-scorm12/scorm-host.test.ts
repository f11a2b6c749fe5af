import { describe, expect, it } from 'vitest';
import { type Api12, findApi, openScormHost } from './scorm-host.ts';

function host(given: Readonly<Record<string, string>> = {}) {
  const data: Record<string, string> = { 'cmi.core.student_id': 'S-1', ...given };
  const calls: string[] = [];
  const api: Api12 = {
    LMSInitialize: () => 'true',
    LMSGetValue: (name) => data[name] ?? '',
    LMSSetValue: (name, value) => {
      data[name] = value;
      return 'true';
    },
    LMSCommit: () => calls.push('commit'),
    LMSFinish: () => calls.push('finish'),
  };
  return { api, data, calls };
}

describe('a stub in a SCORM 1.2 host', () => {
  it('finds the API above it, or above the window that opened it, past what it may not look into', () => {
    const { api } = host();
    const top: Record<string, unknown> = { API: api };
    top.parent = top;
    const middle = { parent: top };
    expect(findApi({ parent: middle })).toBe(api);
    const closed = {
      get API(): never {
        throw new Error('another origin');
      },
      parent: middle,
    };
    expect(findApi({ parent: closed })).toBe(api);
    const alone: Record<string, unknown> = { opener: middle };
    alone.parent = alone;
    expect(findApi(alone)).toBe(api);
    const nobody: Record<string, unknown> = { opener: null };
    nobody.parent = nobody;
    expect(findApi(nobody)).toBeUndefined();
  });

  it('writes status and score as they come, and time and exit when the page goes', async () => {
    const { api, data, calls } = host();
    let at = 0;
    const stub = openScormHost(api, () => at);
    expect([stub?.learnerId, data['cmi.core.lesson_status']]).toEqual(['S-1', 'incomplete']);
    await stub?.report({ satisfied: false, passed: false, percent: 50, score: 0.4 });
    expect([data['cmi.core.lesson_status'], data['cmi.core.score.raw']]).toEqual(['incomplete', '40']);
    await stub?.report({ satisfied: true, passed: true, percent: 100, score: 0.875 });
    expect([data['cmi.core.lesson_status'], data['cmi.core.score.raw']]).toEqual(['passed', '88']);
    at = 3_723_450;
    stub?.leave();
    expect([data['cmi.core.session_time'], data['cmi.core.exit']]).toEqual(['0001:02:03.45', '']);
    expect(calls).toEqual(['commit', 'commit', 'finish']);
  });

  it('suspends what is not done, and takes back nothing that the host has as done', async () => {
    const begun = host();
    openScormHost(begun.api)?.leave();
    expect(begun.data['cmi.core.exit']).toBe('suspend');
    const done = host({ 'cmi.core.lesson_status': 'completed' });
    await openScormHost(done.api)?.report({ satisfied: false, passed: false, percent: 10 });
    expect(done.data['cmi.core.lesson_status']).toBe('completed');
  });

  it('writes nothing in a review, and does not begin where the host refuses', async () => {
    const review = host({ 'cmi.core.lesson_mode': 'review' });
    const stub = openScormHost(review.api);
    await stub?.report({ satisfied: true, passed: false, percent: 100 });
    stub?.leave();
    expect([review.data['cmi.core.lesson_status'], review.calls]).toEqual([undefined, ['finish']]);
    expect(openScormHost({ ...review.api, LMSInitialize: () => 'false' })).toBeUndefined();
  });
});
