import type { ScormAnswer, ScormItemStart } from '@sinau/scorm';
import { describe, expect, it } from 'vitest';
import { type KeepStore, openKeepSlot, untilClosed } from './kept.ts';
import type { Outcome } from './link.ts';
import { recover } from './recover.ts';
import { item, itemStart, organization, startOf } from './testing/courses.ts';

const launch = { registration: 'r', activityId: 'm' };
const later = '2026-11-27T10:50:00.000Z';

function slotOn(values = new Map<string, string>()) {
  const store: KeepStore = {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
  return openKeepSlot(store, launch);
}
const commit = (text: string) => ({
  runtimeData: { cmi: { suspend_data: text } },
  globalObjectives: { g: { satisfiedStatus: true } },
});
const message = (over: object) =>
  JSON.stringify({ run: 1, sequence: 5, itemId: 'a', visit: 2, commit: commit('é'), ...over });

describe('what a page keeps for the next', () => {
  it('is read as it was written', () => {
    const slot = slotOn();
    slot.write([message({})]);
    expect(slot.read()).toEqual([JSON.parse(message({}))]);
    slot.clear();
    expect(slot.read()).toEqual([]);
  });

  it.each(['{', '{}', '[1,null,{}]', 'null'])('is nothing where somebody else wrote %s', (text) => {
    expect(slotOn(new Map([['sinau-scorm-unsent:r:m', text]])).read()).toEqual([]);
  });

  it('is nothing where the browser denies storage, or has no room', () => {
    const slot = openKeepSlot(undefined, launch);
    slot.write([message({})]);
    expect(slot.read()).toEqual([]);
    const full: KeepStore = {
      getItem: () => null,
      removeItem: () => undefined,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    expect(() => openKeepSlot(full, launch).write([message({})])).not.toThrow();
  });
});

describe('untilClosed', () => {
  const world = (openedAt: (waited: number) => number | undefined) => {
    let waited = 0;
    const host = {
      now: () => 100_000 + waited,
      sleep: async (ms: number) => {
        waited += ms;
      },
    };
    return untilClosed({ openedAt: () => openedAt(waited) }, host).then(() => waited);
  };

  it('waits for a tab that is closing, and not for one that crashed long ago', async () => {
    expect(await world((waited) => (waited < 300 ? 99_000 : undefined))).toBe(300);
    expect(await world(() => undefined)).toBe(0);
    expect(await world(() => 80_000)).toBe(0);
  });

  it('goes on where another tab stays open', async () => {
    expect(await world(() => 99_000)).toBe(2000);
  });

  it('reads what pages mark', () => {
    const slot = slotOn();
    expect(slot.openedAt()).toBeUndefined();
    slot.markOpen(5);
    expect(slot.openedAt()).toBe(5);
    slot.markClosed();
    expect(slot.openedAt()).toBeUndefined();
  });
});

describe('recover', () => {
  const start = startOf('2004', {
    organization: organization([item('a'), item('b')]),
    items: [itemStart('a'), itemStart('b')],
    run: 4,
  });
  const seeded: ScormItemStart = { ...itemStart('a', { suspend_data: 'é' }), entry: 'resume' };
  const answered = (outcome: ScormAnswer['outcome'] = 'stored'): Outcome => ({
    kind: 'answered',
    answer: {
      ...{ result: true, errorCode: 0, outcome, savedAt: later, item: seeded },
      course: { completion: 'incomplete', success: 'unknown' },
    },
  });

  it('sends what was kept with its own numbers, and starts from what came of it', async () => {
    const slot = slotOn();
    const sequencing = { state: 's', currentItemId: 'a' };
    slot.write([
      message({ visit: 1, itemId: 'b', end: 'terminated' }),
      message({ sequence: 6 }),
      message({ sequence: 7, sequencing, leave: 'suspend' }),
      JSON.stringify({ run: 1, sequence: 8, leave: 'suspend' }),
    ]);
    const sent: unknown[] = [];
    const recovered = await recover(start, slot, async (text) => {
      sent.push(JSON.parse(text));
      return answered();
    });
    expect(sent).toEqual([
      { run: 1, sequence: 5, visit: 1, itemId: 'b', commit: commit('é'), end: 'terminated' },
      { run: 1, sequence: 6, visit: 2, itemId: 'a', commit: commit('é') },
      { run: 1, sequence: 7, visit: 2, itemId: 'a', commit: commit('é'), sequencing, end: 'left' },
    ]);
    expect(recovered).toMatchObject({
      items: [seeded, itemStart('b')],
      sequencingState: 's',
      savedAt: later,
      globalObjectives: { g: { satisfiedStatus: true } },
    });
    expect(slot.read()).toEqual([]);
  });

  it.each([
    ['the server has something newer', answered('stale')],
    ['the learner went on elsewhere', { kind: 'replaced' }],
    ['the server can never take it', { kind: 'refused' }],
  ] as const)('starts from what the server gave where %s', async (_, outcome) => {
    const slot = slotOn();
    slot.write([message({})]);
    expect(await recover(start, slot, async () => outcome)).toEqual(start);
    expect(slot.read()).toEqual([]);
  });

  it('leaves out items that are not there any more', async () => {
    const slot = slotOn();
    slot.write([message({ itemId: 'gone' })]);
    const none = async (): Promise<Outcome> => {
      throw new Error('nothing is to be sent');
    };
    expect(await recover(start, slot, none)).toEqual(start);
  });

  it('keeps it while the server cannot be reached', async () => {
    const slot = slotOn();
    slot.write([message({})]);
    const unreachable = recover(start, slot, async () => ({ kind: 'unreachable' }));
    await expect(unreachable).rejects.toMatchObject({ fault: 'unreachable' });
    expect(slot.read()).toHaveLength(1);
  });
});
