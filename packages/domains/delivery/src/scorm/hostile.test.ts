import { maxCallsPerMessage } from '@sinau/scorm';
import { describe, expect, it } from 'vitest';
import { memoryLaunchLog } from '../testing/memory-launch-log.ts';
import { commitOf, packageOf, scoItem, scormWorld } from '../testing/scorm-world.ts';
import { keepCalls } from './keep-calls.ts';

const at = '2026-03-02T01:00:00.000Z';

describe('commitScorm', () => {
  it('D4: a package whose items are called like properties of every object is played like any other', async () => {
    const ids = ['I1', 'constructor', 'toString', '__proto__'];
    const world = scormWorld(packageOf('1.2', ...ids.map((id) => scoItem(id))));
    const { page, start } = await world.open();
    for (const [n, itemId] of ids.entries()) {
      const commit = commitOf({ core: { lesson_status: 'completed' } });
      const answer = await page.send({ itemId, visit: n + 1, commit, end: 'terminated' });
      const isLast = n === ids.length - 1;
      expect(answer.course.completion).toBe(isLast ? 'completed' : 'incomplete');
    }
    for (const itemId of ids) {
      expect((await start()).seedOf(itemId)?.status).toMatchObject({ completion: 'completed' });
    }
    expect(world.verbs().filter((verb) => verb === 'completed')).toHaveLength(1);
  });
});

describe('keepCalls', () => {
  it('F7: whoever reads a launch log does not read the name or the account of its learner', async () => {
    const world = scormWorld(packageOf('1.2', scoItem('I1')));
    const { principal, launched, page } = await world.open();
    const launchLog = memoryLaunchLog();
    const calls = [
      { at, call: 'GetValue', element: 'cmi.core.student_name', answer: 'Sri Lestari', error: 0 },
      { at, call: 'GetValue', element: 'cmi.core.student_id', answer: 'sri', error: 0 },
      { at, call: 'SetValue', element: 'cmi.learner_name', value: 'Bu Sri', answer: 'false', error: 404 },
      { at, call: 'SetValue', element: 'cmi.suspend_data', value: 'nama=SRI LESTARI;x=1', answer: 'true' },
      {
        at,
        call: 'SetValue',
        element: 'cmi.comments',
        value: `${'x'.repeat(244)}Sri Lestari`,
        answer: 'true',
      },
    ];
    const message = page.next({ calls });
    await keepCalls({ ...world.deps, launchLog }, { principal, message });
    const [entry] = (await launchLog.read(launched.sessionId))?.entries ?? [];
    expect(JSON.stringify(entry)).not.toMatch(/\bsri\b|lestari/i);
    expect(entry?.calls).toMatchObject([
      { element: 'cmi.core.student_name', answer: '•••' },
      { element: 'cmi.core.student_id', answer: '•••' },
      { value: '•••', answer: 'false', error: 404 },
      { value: 'nama=•••;x=1', answer: 'true' },
      { answer: 'true' },
    ]);
  });

  it('D4: a message of the longest texts there are fits into a row', async () => {
    const world = scormWorld(packageOf('1.2', scoItem('I1')));
    const { principal, launched, page } = await world.open();
    const launchLog = memoryLaunchLog();
    for (const letter of ['あ', '\u0001']) {
      const text = letter.repeat(4000);
      const call = { at, call: 'x'.repeat(40), element: text, value: text, answer: text, error: 2 ** 53 - 1 };
      const message = page.next({ calls: Array.from({ length: maxCallsPerMessage }, () => call) });
      await keepCalls({ ...world.deps, launchLog }, { principal, message });
    }
    const { entries = [] } = (await launchLog.read(launched.sessionId)) ?? {};
    expect(entries).toHaveLength(2);
    for (const entry of entries) {
      expect(entry.calls).toHaveLength(maxCallsPerMessage);
      expect(Buffer.byteLength(JSON.stringify(entry))).toBeLessThan(390 * 1024);
    }
  });
});
