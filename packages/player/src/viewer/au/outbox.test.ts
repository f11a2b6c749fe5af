import { beforeEach, describe, expect, it } from 'vitest';
import { type Delivery, Outbox, type OutboxState } from './outbox.ts';
import type { AuStatement } from './statements.ts';

const statement = (id: string): AuStatement => ({
  id,
  timestamp: '2026-03-02T01:00:00.000Z',
  actor: { account: { homePage: 'https://sinau.example', name: 'person-1' } },
  verb: { id: 'https://w3id.org/xapi/video/verbs/played' },
  object: { id: 'https://sinau.example/module/1' },
});
const ids = (batch: readonly AuStatement[]) => batch.map(({ id }) => id).join('');

let sent: string[];
let kept: string[];
let states: OutboxState[];
let pauses: number[];
let answers: (Delivery | ((batch: readonly AuStatement[]) => Delivery))[];

function outbox(waiting: readonly AuStatement[] = []) {
  return new Outbox(
    {
      send: async (batch) => {
        sent.push(ids(batch));
        const answer = answers.length > 1 ? answers.shift() : answers[0];
        return typeof answer === 'function' ? answer(batch) : (answer ?? 'stored');
      },
      keep: (now) => kept.push(ids(now)),
      wait: async (ms) => {
        pauses.push(ms);
      },
      onChange: (state) => states.push(state),
    },
    waiting,
  );
}

beforeEach(() => {
  [sent, kept, states, pauses, answers] = [[], [], [], [], ['stored']];
});

describe('the outbox', () => {
  it('sends in order, one request at a time, and forgets what is stored', async () => {
    const box = outbox();
    box.add(statement('a'));
    box.add(statement('b'), statement('c'));
    await box.drained();
    expect(sent).toEqual(['a', 'bc']);
    expect(kept.at(-1)).toBe('');
    expect(states.at(-1)).toEqual({ waiting: 0, offline: false, ended: false });
  });

  it('sends the same statements again until they arrive, ever more patiently', async () => {
    answers = ['later', 'later', 'later', 'later', 'later', 'later', 'later', 'stored'];
    const box = outbox();
    box.add(statement('a'));
    box.add(statement('b'));
    await box.drained();
    expect(sent[0]).toBe('a');
    expect(sent.slice(1)).toEqual(Array.from({ length: 7 }, () => 'ab'));
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    expect(states.some(({ offline }) => offline)).toBe(true);
    expect(states.at(-1)).toMatchObject({ offline: false, waiting: 0 });
  });

  it('tries at once when asked to', async () => {
    answers = ['later', 'stored'];
    let woken = false;
    const box = new Outbox({
      send: async () => (answers.length > 1 ? (answers.shift() as Delivery) : 'stored'),
      keep: () => undefined,
      wait: (_, signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            woken = true;
            resolve();
          });
        }),
      onChange: ({ offline }) => {
        if (offline) queueMicrotask(() => queueMicrotask(() => box.retry()));
      },
    });
    box.add(statement('a'));
    await box.drained();
    expect(woken).toBe(true);
  });

  it('gives up the refused statement alone', async () => {
    answers = [(batch) => (batch.some(({ id }) => id === 'b') ? 'refused' : 'stored')];
    const box = outbox();
    box.add(statement('a'), statement('b'), statement('c'));
    await box.drained();
    expect(sent).toEqual(['abc', 'a', 'b', 'c']);
    expect(box.waiting).toEqual([]);
  });

  it('stops when the session takes nothing any more', async () => {
    answers = ['ended'];
    const box = outbox();
    box.add(statement('a'));
    await box.drained();
    box.add(statement('b'));
    expect(sent).toEqual(['a']);
    expect(states.at(-1)).toMatchObject({ ended: true });
  });

  it('goes on with what a reload has left', async () => {
    const box = outbox([statement('a'), statement('b')]);
    await box.drained();
    expect(sent).toEqual(['ab']);
  });

  it('sends many in batches', async () => {
    const box = outbox();
    box.add(...Array.from({ length: 45 }, (_, index) => statement(String.fromCodePoint(65 + index))));
    await box.drained();
    expect(sent.map((batch) => batch.length)).toEqual([20, 20, 5]);
  });
});
