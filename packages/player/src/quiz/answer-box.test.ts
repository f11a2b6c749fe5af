import type { QuizMessage, QuizSaved } from '@sinau/quiz';
import { describe, expect, it } from 'vitest';
import { SessionError } from '../session.ts';
import { AnswerBox, type BoxState } from './answer-box.ts';
import { Refused } from './door.ts';

const answer = (questionId: string, text: string) => ({
  ...{ questionId, flagged: false, seconds: 1 },
  response: { kind: 'short-text', text },
});

function world() {
  const sent: QuizMessage[] = [];
  const kept: (QuizMessage | undefined)[] = [];
  const states: BoxState[] = [];
  const times: number[] = [];
  const waiting: { act: () => void; ms: number }[] = [];
  let respond: (message: QuizMessage) => Promise<QuizSaved> = async () => ({
    outcome: 'stored',
    savedAt: '2026-03-02T01:00:00.000Z',
    remainingSeconds: 90,
  });
  const box = new AnswerBox({
    ...{ attempt: 1, run: 4 },
    save: (message) => {
      sent.push(message);
      return respond(message);
    },
    keep: (message) => kept.push(message),
    onState: (state) => states.push(state),
    onTime: (remaining) => times.push(remaining),
    later: (act, ms) => waiting.push({ act, ms }),
  });
  return {
    ...{ box, sent, kept, states, times, waiting },
    respondWith: (next: typeof respond) => {
      respond = next;
    },
    /** What was planned happens. */
    pass: async () => {
      for (const { act } of waiting.splice(0)) act();
      await box.flush();
    },
  };
}
const gone = () => Promise.reject(new SessionError('unreachable'));

describe('AnswerBox', () => {
  it('sends at once, tells when it was saved and how much time is left, and keeps nothing', async () => {
    const { box, sent, kept, times } = world();
    box.put(answer('q1', 'a'));
    await box.flush();
    expect(sent).toEqual([{ attempt: 1, run: 4, sequence: 1, answers: [answer('q1', 'a')] }]);
    expect(box.state).toEqual({ waiting: 0, offline: false, savedAt: '2026-03-02T01:00:00.000Z' });
    expect([kept.at(-1), times]).toEqual([undefined, [90]]);
  });

  it('waits while somebody types, and sends the last of it', async () => {
    const { box, sent, waiting, pass } = world();
    for (const text of ['S', 'So', 'Soe']) box.put(answer('q1', text), 800);
    expect([sent.length, waiting.length]).toEqual([0, 3]);
    await pass();
    expect(sent.map(({ answers }) => answers)).toEqual([[answer('q1', 'Soe')]]);
  });

  it('keeps the latest of each question on the device until the server has it, and goes on by itself', async () => {
    const { box, sent, kept, waiting, pass, respondWith } = world();
    respondWith(gone);
    box.put(answer('q1', 'a'));
    await box.flush();
    box.put(answer('q1', 'b'));
    box.put(answer('q2', 'c'));
    await box.flush();
    expect(box.state).toMatchObject({ waiting: 2, offline: true });
    expect(kept.at(-1)).toMatchObject({ run: 4, answers: [answer('q1', 'b'), answer('q2', 'c')] });
    expect(waiting.at(-1)?.ms).toBeGreaterThan(2000);
    respondWith(async () => ({ outcome: 'stored', savedAt: 'now' }));
    await pass();
    expect(sent.at(-1)?.answers).toEqual([answer('q1', 'b'), answer('q2', 'c')]);
    expect([box.state.waiting, box.state.offline, kept.at(-1)]).toEqual([0, false, undefined]);
  });

  it('numbers what it keeps after all that it has sent', async () => {
    const { box, sent, kept, respondWith } = world();
    box.put(answer('q1', 'a'));
    await box.flush();
    respondWith(gone);
    box.put(answer('q1', 'b'));
    await box.flush();
    expect(kept.at(-1)?.sequence).toBeGreaterThanOrEqual(sent.at(-1)?.sequence ?? 9);
  });

  it('sends what was changed while it was under way once more', async () => {
    const { box, sent, respondWith } = world();
    let arrive = (_: QuizSaved) => {};
    respondWith(() => new Promise((done) => (arrive = done)));
    box.put(answer('q1', 'a'));
    box.put(answer('q1', 'b'));
    respondWith(async () => ({ outcome: 'stored' }));
    arrive({ outcome: 'stored' });
    await box.flush();
    expect(sent.map(({ sequence, answers }) => [sequence, answers])).toEqual([
      [1, [answer('q1', 'a')]],
      [2, [answer('q1', 'b')]],
    ]);
    expect(box.state.waiting).toBe(0);
  });

  it('tells the place once, and asks for the time when it is told to', async () => {
    const { box, sent } = world();
    box.moveTo('q2');
    await box.flush();
    box.moveTo('q2');
    await box.flush();
    expect(sent).toEqual([{ attempt: 1, run: 4, sequence: 1, place: 'q2', answers: [] }]);
    box.sync();
    await box.flush();
    expect(sent).toHaveLength(2);
  });

  it.each([
    ['over', () => Promise.reject(new Refused('delivery.attempt-over', ''))],
    ['refused', () => Promise.reject(new Refused('request.invalid', ''))],
    ['ended', () => Promise.reject(new SessionError('ended'))],
    ['replaced', async () => ({ outcome: 'stored', replaced: true }) as const],
  ] as const)('stops when the attempt or the session is %s', async (stop, respond) => {
    const { box, sent, respondWith } = world();
    respondWith(respond);
    box.put(answer('q1', 'a'));
    await box.flush();
    expect(box.state.stop).toBe(stop);
    box.put(answer('q2', 'b'));
    await box.flush();
    expect(sent).toHaveLength(1);
  });
});
