import type { ScormCall } from '@sinau/scorm';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApiObject } from './api-object.ts';
import { createCallLog } from './call-log.ts';
import { create12, loadRunTime, type RunTimeClasses } from './run-time.ts';
import { itemStart } from './testing/courses.ts';

let Api: NonNullable<RunTimeClasses['scorm12']>;
beforeAll(async () => {
  const { scorm12 } = await loadRunTime('1.2');
  if (!scorm12) throw new Error('no run-time');
  Api = scorm12;
});

function content(stored = true) {
  const runTime = create12(
    Api,
    itemStart('a', { core: { student_id: 'L1', lesson_status: 'not attempted' } }),
  );
  const lines: ScormCall[] = [];
  const events: string[] = [];
  const visit = { gone: false };
  const api = createApiObject('1.2', {
    runTime,
    log: (line) => void lines.push(line),
    now: () => new Date('2026-11-27T10:42:00.000Z'),
    gone: () => visit.gone,
    started: () => void events.push('started'),
    changed: () => void events.push('changed'),
    commit: () => {
      events.push(`commit with ${lines.length} lines`);
      return stored;
    },
    terminate: (parameters) => ({ answer: runTime.call('Terminate', parameters), store: () => stored }),
  });
  const call = (name: string, ...parameters: readonly unknown[]) => {
    const method = api[name];
    return typeof method === 'function' ? method(...parameters) : `no ${name}`;
  };
  return { call, lines, events, runTime, visit };
}

describe('the API of 1.2', () => {
  it('answers as the run-time does, with a line for every call', () => {
    const { call, lines, events } = content();
    expect(call('LMSGetValue', 'cmi.core.student_id')).toBe('');
    expect(call('LMSGetLastError')).toBe('301');
    expect(call('LMSInitialize', '')).toBe('true');
    expect(call('LMSGetValue', 'cmi.core.student_id')).toBe('L1');
    expect(call('LMSSetValue', 'cmi.core.lesson_location', 'hal-2')).toBe('true');
    expect(call('LMSSetValue', 'cmi.core.student_id', 'x')).toBe('false');
    expect(call('LMSCommit', '')).toBe('true');
    expect(call('LMSFinish', '')).toBe('true');
    expect(events).toEqual(['started', 'changed', 'commit with 7 lines']);
    expect(
      lines.map(({ call: name, element, value, answer, error }) => [name, element, value, answer, error]),
    ).toEqual([
      ['GetValue', 'cmi.core.student_id', undefined, '', 301],
      ['GetLastError', undefined, undefined, '301', 301],
      ['Initialize', undefined, undefined, 'true', 0],
      ['GetValue', 'cmi.core.student_id', undefined, 'L1', 0],
      ['SetValue', 'cmi.core.lesson_location', 'hal-2', 'true', 0],
      ['SetValue', 'cmi.core.student_id', 'x', 'false', 403],
      ['Commit', undefined, undefined, 'true', 0],
      ['Finish', undefined, undefined, 'true', 0].map((value) => (value === 'Finish' ? 'Terminate' : value)),
    ]);
  });

  it('works when content keeps its methods by themselves', () => {
    const { call } = content();
    expect(call('LMSInitialize')).toBe('true');
    expect(call('LMSGetErrorString', '301')).not.toBe('');
  });

  it('says false, and why, when nothing can be stored any more', () => {
    const { call } = content(false);
    call('LMSInitialize', '');
    call('LMSSetValue', 'cmi.core.lesson_status', 'passed');
    expect([call('LMSCommit', ''), call('LMSGetLastError')]).toEqual(['false', '101']);
    expect([call('LMSGetValue', 'cmi.core.lesson_status'), call('LMSGetLastError')]).toEqual(['passed', '0']);
    expect([call('LMSFinish', ''), call('LMSGetLastError')]).toEqual(['false', '101']);
  });

  it('counts content that finishes without a word about its status as completed', () => {
    const { call, runTime } = content();
    call('LMSInitialize', '');
    expect(call('LMSGetValue', 'cmi.core.lesson_status')).toBe('not attempted');
    call('LMSFinish', '');
    expect(runTime.takeCommit()).toMatchObject({
      runtimeData: { cmi: { core: { lesson_status: 'completed' } } },
    });
  });
});

describe('the log of calls', () => {
  const line = (call: string): ScormCall => ({ at: '2026-11-27T10:42:00.000Z', call });

  it('cuts long texts, and hands out as many as a message holds', () => {
    const log = createCallLog();
    log.add({ ...line('SetValue'), element: 'cmi.suspend_data', value: 'x'.repeat(64_000), answer: 'true' });
    for (let index = 0; index < 250; index += 1) log.add(line(`call ${index}`));
    const [first, ...others] = log.take();
    expect(first?.value).toHaveLength(250);
    expect(others).toHaveLength(199);
    expect(log.take()).toHaveLength(51);
  });

  it('forgets the oldest when nothing is sent', () => {
    const log = createCallLog();
    for (let index = 0; index < 2500; index += 1) log.add(line(`call ${index}`));
    expect(log.take()[0]?.call).toBe('call 500');
    log.putBack([line('before')]);
    expect(log.take()[0]?.call).toBe('before');
  });

  it('lets a page that goes late say its goodbyes, and takes nothing more from it', () => {
    const { call, events, visit, runTime } = content();
    call('LMSInitialize', '');
    const before = [...events];
    visit.gone = true;
    expect(call('LMSSetValue', 'cmi.core.lesson_location', 'hal-9')).toBe('false');
    expect(call('LMSCommit', '')).toBe('true');
    expect(call('LMSFinish', '')).toBe('true');
    expect(call('LMSGetLastError')).toBe('0');
    expect(events).toEqual(before);
    expect(runTime.state).toBe('running');
  });
});
