import type { ScormAnswer, ScormItemStart } from '@sinau/scorm';
import { describe, expect, it } from 'vitest';
import { isNews, type KeepStore, openKeepSlot } from './kept.ts';
import type { Outcome } from './link.ts';
import { recover } from './recover.ts';
import { item, itemStart, organization, startOf } from './testing/courses.ts';

const launch = { registration: 'r', activityId: 'm' };
const early = '2026-11-27T10:40:00.000Z';
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
    slot.write({ texts: [message({})], savedAt: early, keptAt: later });
    expect(slot.read()).toEqual({ messages: [JSON.parse(message({}))], savedAt: early, keptAt: later });
    slot.clear();
    expect(slot.read()).toBeUndefined();
  });

  it.each(['{', '[]', '{"messages":1}', 'null'])('is nothing where somebody else wrote %s', (text) => {
    expect(slotOn(new Map([['sinau-scorm-unsent:r:m', text]])).read()).toBeUndefined();
  });

  it('is nothing where the browser denies storage, or has no room', () => {
    const slot = openKeepSlot(undefined, launch);
    slot.write({ texts: [message({})] });
    expect(slot.read()).toBeUndefined();
    const full = {
      ...(localStub() satisfies KeepStore),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    expect(() => openKeepSlot(full, launch).write({ texts: [message({})] })).not.toThrow();
  });

  it.each([
    ['nothing was stored since', { savedAt: early, messages: [] }, early, true],
    ['nothing was ever stored', { messages: [] }, undefined, true],
    [
      'what was stored last is older',
      { savedAt: early, keptAt: later, messages: [] },
      '2026-11-27T10:45:00.000Z',
      true,
    ],
    [
      'it arrived after all, or the learner went on elsewhere',
      { savedAt: early, keptAt: later, messages: [] },
      '2026-11-27T10:51:00.000Z',
      false,
    ],
    ['nobody knows when it was kept', { savedAt: early, messages: [] }, later, false],
  ] as const)('is news or not: %s', (...[, kept, storedAt, news]) => {
    expect(isNews(kept, storedAt)).toBe(news);
  });
});

function localStub(): KeepStore {
  return { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
}

describe('recover', () => {
  const start = startOf('2004', {
    organization: organization([item('a'), item('b')]),
    items: [itemStart('a'), itemStart('b')],
    run: 4,
    savedAt: early,
  });
  const seeded: ScormItemStart = { ...itemStart('a', { suspend_data: 'é' }), entry: 'resume' };
  const answered: Outcome = {
    kind: 'answered',
    answer: {
      result: true,
      errorCode: 0,
      outcome: 'stored',
      savedAt: later,
      item: seeded,
      course: { completion: 'incomplete', success: 'unknown' },
    } satisfies ScormAnswer,
  };

  it('sends what was kept as visits of this run, and starts from what came of it', async () => {
    const slot = slotOn();
    const sequencing = { state: 's', currentItemId: 'a' };
    slot.write({
      texts: [
        message({ visit: 1, itemId: 'b', end: 'terminated' }),
        message({}),
        message({ sequence: 6, commit: commit('éé'), sequencing }),
      ],
      savedAt: early,
    });
    const sent: unknown[] = [];
    const recovered = await recover(start, slot, async (text) => {
      sent.push(JSON.parse(text));
      return answered;
    });
    expect(sent).toEqual([
      { run: 4, sequence: 1, visit: 1, itemId: 'b', commit: commit('é'), end: 'terminated' },
      { run: 4, sequence: 2, visit: 2, itemId: 'a', commit: commit('éé'), end: 'left', sequencing },
    ]);
    expect(recovered).toMatchObject({
      sent: 2,
      visits: 2,
      start: {
        items: [seeded, itemStart('b')],
        sequencingState: 's',
        savedAt: later,
        globalObjectives: { g: { satisfiedStatus: true } },
      },
    });
    expect(slot.read()).toBeUndefined();
  });

  it('drops what is older than what the server has, and items that are not there any more', async () => {
    const none = async (): Promise<Outcome> => {
      throw new Error('nothing is to be sent');
    };
    for (const [kept, savedAt] of [
      [message({}), '2026-11-27T10:39:00.000Z'],
      [message({ itemId: 'gone' }), early],
    ] as const) {
      const slot = slotOn();
      slot.write({ texts: [kept], savedAt });
      expect(await recover(start, slot, none)).toEqual({ start, sent: 0, visits: 0 });
      expect(slot.read()).toBeUndefined();
    }
  });

  it('keeps it while the server cannot be reached', async () => {
    const slot = slotOn();
    slot.write({ texts: [message({})], savedAt: early });
    await expect(recover(start, slot, async () => ({ kind: 'unreachable' }))).rejects.toMatchObject({
      fault: 'unreachable',
    });
    expect(slot.read()?.messages).toHaveLength(1);
  });

  it('gives up what the server can never take', async () => {
    const slot = slotOn();
    slot.write({ texts: [message({})], savedAt: early });
    expect(await recover(start, slot, async () => ({ kind: 'refused' }))).toMatchObject({
      start,
      sent: 1,
      visits: 1,
    });
    expect(slot.read()).toBeUndefined();
  });
});
