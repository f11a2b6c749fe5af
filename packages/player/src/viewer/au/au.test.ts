import { untouched } from '@sinau/cmi5';
import { describe, expect, it } from 'vitest';
import { FakeLms } from '../testing/fake-lms.ts';
import { Au } from './au.ts';

const experienced = { verb: { id: 'http://adlnet.gov/expapi/verbs/experienced', display: 'experienced' } };

function open(lms: FakeLms, over: { readonly completed?: boolean } = {}): Au {
  const { launchMode } = lms.state.terms;
  return new Au(lms.ports, { facts: lms.facts, mode: launchMode, completed: over.completed ?? false });
}

/** Some answers later. */
async function until(reached: () => boolean): Promise<void> {
  for (let turn = 0; turn < 100 && !reached(); turn += 1) await Promise.resolve();
}

describe('the viewer as an AU', () => {
  it('says initialized first, completed once and terminated last, as cmi5 wants them', async () => {
    const lms = new FakeLms();
    const au = open(lms);
    lms.nowMs += 90_500;
    au.say(experienced);
    au.complete();
    au.complete();
    au.terminate();
    au.terminate();
    au.say(experienced);
    await au.settled();
    expect(lms.refusals).toEqual([]);
    expect(lms.verbs).toBe('INITIALIZED experienced COMPLETED TERMINATED');
    expect(lms.stored.at(-1)?.result).toEqual({ duration: 'PT90.5S' });
    expect(lms.state.verdict).toMatchObject({ completed: true, progress: 100 });
  });

  it.each(['Browse', 'Review'] as const)('judges nothing in %s mode', async (launchMode) => {
    const lms = new FakeLms({ launchMode });
    const au = open(lms);
    au.tellProgress(0.5);
    au.complete();
    au.terminate();
    await au.settled();
    expect(lms.refusals).toEqual([]);
    expect(lms.verbs).toBe('INITIALIZED TERMINATED');
  });

  it('keeps no place in a preview, and keeps one in a review', async () => {
    const preview = new FakeLms({ launchMode: 'Browse' });
    open(preview).note({ at: '1' });
    expect(preview.remembered).toBeUndefined();
    const review = new FakeLms({ launchMode: 'Review' });
    const au = open(review);
    au.note({ at: '1' });
    await au.flush();
    expect(review.place).toEqual({ at: '1' });
  });

  it('tells progress in steps, never back, and leaves 100 to completed', async () => {
    const lms = new FakeLms();
    const au = open(lms);
    for (const share of [0.05, 0.1, 0.19, 0.25, 0.1, 0.999, 1]) au.tellProgress(share);
    await au.settled();
    const told = lms.stored.flatMap(({ result }) => Object.values(result?.extensions ?? {}));
    expect(told).toEqual([10, 20, 90, 99]);
    expect(lms.state.verdict.progress).toBe(99);
  });

  it('goes on after a reload without a second initialized, and sends what still waited', async () => {
    const lms = new FakeLms();
    lms.reachable = false;
    const before = open(lms);
    before.say(experienced);
    await until(() => lms.saving?.offline === true);
    expect(lms.saving).toMatchObject({ offline: true, savedAt: undefined });
    lms.reachable = true;
    lms.nowMs += 60_000;
    const after = open(lms);
    after.terminate();
    await after.settled();
    expect(lms.refusals).toEqual([]);
    expect(lms.verbs).toBe('INITIALIZED experienced TERMINATED');
    expect(lms.stored.at(-1)?.result?.duration).toBe('PT60S');
    expect(new Set(lms.stored.map(({ id }) => id)).size).toBe(3);
  });

  it('is a closed AU after a reload that follows terminated', async () => {
    const lms = new FakeLms();
    open(lms).terminate();
    await Promise.resolve();
    expect(open(lms).terminated).toBe(true);
  });

  it('shows as saved only what was answered', async () => {
    const lms = new FakeLms();
    lms.reachable = false;
    const au = open(lms);
    au.note({ at: '1' });
    await au.flush();
    expect(lms.saving).toEqual({ savedAt: undefined, offline: true, ended: false });
    expect(lms.remembered).toEqual({ at: '1' });
    lms.reachable = true;
    lms.nowMs += 5000;
    au.retry();
    await au.settled();
    expect(lms.saving).toEqual({ savedAt: new Date(lms.nowMs), offline: false, ended: false });
    expect(lms.remembered).toBeUndefined();
  });

  it('completes no registration twice: what it knows it does not say, what it does not know is refused alone', async () => {
    const known = new FakeLms({ verdict: { ...untouched, completed: true } });
    const au = open(known, { completed: true });
    au.complete();
    await au.settled();
    expect(known.verbs).toBe('INITIALIZED');
    const unknown = new FakeLms({ verdict: { ...untouched, completed: true } });
    const other = open(unknown);
    other.complete();
    other.terminate();
    await other.settled();
    expect(unknown.verbs).toBe('INITIALIZED TERMINATED');
  });

  it('sends all that waits once more when the page goes away', async () => {
    const lms = new FakeLms();
    const au = open(lms);
    au.say(experienced);
    au.note({ at: '1' });
    au.terminate();
    au.sendLast();
    // At once, without an answer in between.
    expect(lms.verbs).toBe('INITIALIZED experienced TERMINATED');
    expect(lms.place).toEqual({ at: '1' });
    await au.settled();
    expect(lms.stored).toHaveLength(3);
  });
});
