import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choose, quizOf, quizWorld } from '../testing/index.ts';
import { closeDueAttempts } from './close-due.ts';

const maxAttempts = 3;
const limitMs = 600_000;
const key = { registration: '9f4f2b9c-0d4b-4f0c-9d40-0c0d4b0f4f2b', moduleId: 'm1' };

const texts = ['Benar', 'Salah', 'Keliru'] as const;
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('begin'), times: fc.integer({ min: 1, max: 4 }) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('answer'),
      question: fc.integer({ min: 1, max: 3 }),
      text: fc.constantFrom(...texts),
      /** 0: at once; else the message is kept back and sent so many steps later. */
      late: fc.integer({ min: 0, max: 6 }),
      twice: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('submit'), times: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reload') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('relaunch') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('sweep') }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('wait'), ms: fc.integer({ min: 1000, max: limitMs }) }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** Only our own refusals may come out. */
async function allowed<Value>(act: Promise<Value>): Promise<Value | undefined> {
  try {
    return await act;
  } catch (error) {
    expect(error).toHaveProperty('code');
    return undefined;
  }
}

async function play(steps: readonly Step[]) {
  const world = quizWorld(quizOf(3, { maxAttempts, passMark: 1, timeLimitSeconds: limitMs / 1000 }));
  let session = await world.open();
  let page = await session.page();
  let number = 0;
  /** By attempt and question, the highest run and sequence that was accepted, and its choice. */
  const newest = new Map<string, { order: number; choice: unknown }>();
  const waiting: { at: number; send: () => Promise<unknown> }[] = [];

  for (const [now, one] of steps.entries()) {
    for (const { send } of waiting.filter(({ at }) => at === now)) await send();
    if (one.kind === 'begin') {
      const begun = await Promise.all(Array.from({ length: one.times }, () => allowed(session.begin())));
      number = begun.find((attempt) => attempt)?.number ?? number;
    } else if (one.kind === 'answer') {
      const attempt = (await allowed(session.page()))?.started.attempt;
      page = (await allowed(session.page())) ?? page;
      if (!attempt) continue;
      const { save } = session;
      const answer = choose(attempt, `q${one.question}`, one.text);
      const message = page.next(attempt.number, [answer]);
      const order = message.run * 1e6 + message.sequence;
      const send = async () => {
        const saved = await allowed(save(message));
        if (saved?.outcome !== 'stored') return;
        const slot = `${attempt.number} ${answer.questionId}`;
        // L10: what is stored is always newer than what was.
        expect(order).toBeGreaterThan(newest.get(slot)?.order ?? 0);
        newest.set(slot, { order, choice: one.text });
      };
      if (one.late === 0) await send();
      else waiting.push({ at: now + one.late, send });
      if (one.twice) waiting.push({ at: now + one.late + 1, send });
    } else if (one.kind === 'submit') {
      const message = page.next(number, []);
      if (number > 0)
        await Promise.all(Array.from({ length: one.times }, () => allowed(session.submit(message))));
    } else if (one.kind === 'reload') page = (await allowed(session.page())) ?? page;
    else if (one.kind === 'relaunch') {
      session = await world.open();
      page = await session.page();
    } else if (one.kind === 'leave') await allowed(session.leave());
    else if (one.kind === 'sweep')
      expect((await closeDueAttempts(world.deps, { limit: 10 })).failed).toEqual([]);
    else if (one.kind === 'wait') world.clock.advance(one.ms);
    await check(world);
  }
  return { world, newest };
}

async function check({ quizzes, verbs, records }: ReturnType<typeof quizWorld>) {
  const book = await quizzes.readBook(key);
  const attempts = book?.attempts ?? [];
  expect(attempts.length).toBeLessThanOrEqual(maxAttempts);
  expect(attempts.slice(0, -1).every(({ result }) => result)).toBe(true);
  const told = verbs();
  const count = (name: string) => told.filter((verb) => verb === name).length;
  expect(count('quiz:attempted')).toBe(attempts.length);
  expect(count('quiz:completed')).toBe(attempts.filter((note) => note.told).length);
  for (const once of ['completed', 'passed']) expect(count(once)).toBeLessThanOrEqual(1);
  const passed = attempts.some(({ result, told: said }) => said && result?.passed);
  expect(count('passed') === 1).toBe(passed);
  expect(new Set(records.statements.map(({ id }) => id)).size).toBe(records.statements.length);
}

describe('histories of starts, answers, submits, tabs, closed tabs and time', () => {
  it('L10: never begin more attempts than allowed, nor two at once, and no late answer overwrites a newer one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const { world, newest } = await play(steps);
        for (const [slot, { choice }] of newest) {
          const [attempt = '', questionId = ''] = slot.split(' ');
          const row = await world.quizzes.readAttempt(key, Number(attempt));
          const response = row?.answers[questionId]?.response;
          const wanted = { Benar: 'a', Salah: 'b', Keliru: 'c' }[String(choice)];
          expect(response).toEqual({ kind: 'choice', choiceIds: [wanted] });
        }
      }),
      { numRuns: 60 },
    );
  });
});
