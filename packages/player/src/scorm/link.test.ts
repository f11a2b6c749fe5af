import type { ScormAnswer } from '@sinau/scorm';
import { describe, expect, it } from 'vitest';
import { createCallLog } from './call-log.ts';
import { type Channel, type Draft, Link, type LinkState, type Outcome } from './link.ts';

const answer: ScormAnswer = {
  result: true,
  errorCode: 0,
  outcome: 'stored',
  savedAt: '2026-11-27T10:42:00.000Z',
  course: { completion: 'incomplete', success: 'unknown' },
};
const answered: Outcome = { kind: 'answered', answer };
const visit = (number: number, over: Partial<Draft> = {}): Draft => ({
  itemId: 'a',
  visit: number,
  commit: { n: number },
  ...over,
});

/** `outcomes` come in order, then everything is answered. */
function linkWith(...outcomes: readonly Outcome['kind'][]) {
  const left = [...outcomes];
  const sent: string[] = [];
  const kept: (readonly string[] | undefined)[] = [];
  const beacons: string[] = [];
  const planned: { readonly act: () => void; readonly ms: number }[] = [];
  const states: LinkState[] = [];
  const room = { bytes: 60_000 };
  const next = (text: string): Outcome => {
    sent.push(text);
    const kind = left.shift() ?? 'answered';
    if (kind === 'busy') return { kind, afterMs: 5000 };
    return kind === 'answered' ? answered : { kind };
  };
  const channel: Channel = {
    sendNow: next,
    send: async (text) => next(text),
    beacon: (text) => {
      if (text.length > room.bytes) return false;
      room.bytes -= text.length;
      beacons.push(text);
      return true;
    },
    keep: (texts) => void kept.push(texts),
  };
  const calls = createCallLog();
  const answers: ScormAnswer[] = [];
  const link = new Link({
    run: 3,
    channel,
    calls,
    onAnswer: (one) => void answers.push(one),
    onState: (state) => void states.push(state),
    later: (act, ms) => void planned.push({ act, ms }),
  });
  const sequences = () => sent.map((text) => JSON.parse(text).sequence);
  return { link, sent, sequences, kept, beacons, planned, calls, answers, states };
}

describe('Link', () => {
  it('numbers its messages, sends the log of calls with them, and tells of the answers', () => {
    const { link, sent, calls, answers } = linkWith();
    calls.add({ at: '2026-11-27T10:41:00.000Z', call: 'Initialize', answer: 'true' });
    expect(link.sendNow(visit(1))).toBe(true);
    expect(link.sendNow(visit(1, { end: 'terminated' }))).toBe(true);
    expect(sent.map((text) => JSON.parse(text))).toEqual([
      {
        run: 3,
        sequence: 1,
        itemId: 'a',
        visit: 1,
        commit: { n: 1 },
        calls: [expect.objectContaining({ call: 'Initialize' })],
      },
      { run: 3, sequence: 2, itemId: 'a', visit: 1, commit: { n: 1 }, end: 'terminated' },
    ]);
    expect(answers).toEqual([answer, answer]);
    expect(link.state).toEqual({ waiting: 0, offline: false, refused: false });
  });

  it('keeps what cannot be sent and sends it again later, byte for byte and in order', async () => {
    const { link, sent, kept, planned } = linkWith('unreachable', 'unreachable');
    link.sendSoon(visit(1, { end: 'terminated' }));
    await link.settle();
    expect(link.state).toMatchObject({ waiting: 1, offline: true });
    expect(kept).toEqual([[sent[0]]]);
    // Offline, content is not made to wait for each of its commits.
    expect(link.sendNow(visit(2))).toBe(true);
    expect(sent).toHaveLength(1);
    planned[0]?.act();
    await link.settle();
    expect(planned.map(({ ms }) => ms)).toEqual([2000, 4000]);
    planned[1]?.act();
    await link.settle();
    expect(sent).toEqual([sent[0], sent[0], sent[0], expect.stringContaining('"visit":2')]);
    expect(link.state).toEqual({ waiting: 0, offline: false, refused: false });
    expect(kept.at(-1)).toBeUndefined();
  });

  it('goes on in the background where the browser does not let it block', async () => {
    const { link, sent, planned } = linkWith('unreachable');
    expect(link.sendNow(visit(1, { end: 'terminated' }))).toBe(true);
    expect(link.state).toMatchObject({ waiting: 1, offline: false });
    planned[0]?.act();
    await link.settle();
    expect(sent).toEqual([sent[0], sent[0]]);
    expect(link.state.waiting).toBe(0);
  });

  it('sends only the latest of the commits that wait for one visit, with the calls of all', async () => {
    const { link, sequences, sent, calls } = linkWith('unreachable');
    link.sendSoon(visit(1));
    await link.settle();
    for (const call of ['SetValue', 'Commit']) {
      calls.add({ at: '2026-11-27T10:41:00.000Z', call });
      link.sendNow(visit(1));
    }
    link.sendNow(visit(1, { end: 'terminated' }));
    link.retry();
    await link.settle();
    expect(sequences()).toEqual([1, 4]);
    expect(JSON.parse(sent[1] ?? '').calls.map(({ call }: { call: string }) => call)).toEqual([
      'SetValue',
      'Commit',
    ]);
  });

  it.each(['ended', 'replaced'] as const)(
    'stores nothing more when the session is %s, and says so',
    (kind) => {
      const { link, sent, kept } = linkWith(kind);
      expect(link.sendNow(visit(1))).toBe(false);
      expect(link.state.dead).toBe(kind);
      expect(link.sendNow(visit(1))).toBe(false);
      expect(sent).toHaveLength(1);
      expect(kept.at(-1)).toHaveLength(1);
    },
  );

  it('gives up one message that the server can never take, and goes on with the next', () => {
    const { link } = linkWith('refused');
    expect(link.sendNow(visit(1))).toBe(false);
    expect(link.state).toMatchObject({ waiting: 0, refused: true });
    expect(link.sendNow(visit(1))).toBe(true);
  });

  it('tells content that its data is safe when the server wants to be spared, and sends the latest when it may', async () => {
    const { link, sent, kept, planned, sequences } = linkWith('busy');
    expect(link.sendNow(visit(1))).toBe(true);
    // Content goes on saying Commit: nothing more is sent, and nobody is told that there is no connection.
    for (let n = 0; n < 20; n += 1) expect(link.sendNow(visit(1))).toBe(true);
    link.retry();
    expect(sent).toHaveLength(1);
    expect(link.state).toEqual({ waiting: 1, offline: false, refused: false });
    expect(kept.at(-1)).toEqual([expect.stringContaining('"sequence":21')]);
    expect(planned.map(({ ms }) => ms)).toEqual([5000]);
    planned[0]?.act();
    await link.settle();
    expect(sequences()).toEqual([1, 21]);
    expect(link.state.waiting).toBe(0);
  });

  it('settles only when a server that wanted to be spared has answered', async () => {
    const { link, planned } = linkWith('busy', 'busy');
    link.sendSoon(visit(1, { end: 'terminated' }));
    let settled = false;
    const done = link.settle().then(() => {
      settled = true;
    });
    for (const turn of [0, 1]) {
      await expect.poll(() => planned.length).toBe(turn + 1);
      expect(settled).toBe(false);
      planned[turn]?.act();
    }
    await done;
    expect(link.state.waiting).toBe(0);
  });

  it('hands over what fits when the page goes, the latest first, and keeps everything', async () => {
    const { link, beacons, kept } = linkWith('unreachable');
    const large = { text: 'x'.repeat(50_000) };
    link.sendSoon(visit(1, { commit: large, end: 'left' }));
    await link.settle();
    link.sendNow(visit(2, { commit: large }));
    link.sendLast();
    expect(beacons.map((text) => JSON.parse(text).visit)).toEqual([2]);
    expect(kept.at(-1)).toHaveLength(2);
  });

  it('has nothing to hand over when all was answered', () => {
    const { link, beacons, kept } = linkWith();
    link.sendNow(visit(1, { end: 'terminated' }));
    link.sendLast();
    expect([beacons, kept]).toEqual([[], []]);
  });
});
