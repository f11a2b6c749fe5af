import { parseStatements } from '@sinau/xapi';
import { describe, expect, it } from 'vitest';
import { choose, quizOf, quizWorld, registration } from '../testing/index.ts';
import { closeDueAttempts } from './close-due.ts';

const minute = 60_000;
const timed = { timeLimitSeconds: 600, maxAttempts: 2, passMark: 0.7 };

async function running(rules: Parameters<typeof quizOf>[1] = {}, questions = 3) {
  const world = quizWorld(quizOf(questions, rules));
  const page = await world.open();
  return { ...world, ...page };
}
const all = (attempt: Parameters<typeof choose>[0], text: 'Benar' | 'Salah') =>
  attempt.questions.map(({ questionId }) => choose(attempt, questionId, text));

describe('an attempt', () => {
  it('is begun, answered and submitted, and passes', async () => {
    const { begin, next, save, submit, verbs, deps, launched } = await running(timed);
    const attempt = await begin();
    expect(attempt).toMatchObject({ number: 1, remainingSeconds: 600, answers: [] });
    const [first] = all(attempt, 'Benar');
    expect(await save(next(1, first ? [first] : [], 'q2'))).toMatchObject({
      outcome: 'stored',
      remainingSeconds: 600,
    });
    const result = await submit(next(1, all(attempt, 'Benar')));
    expect(result).toMatchObject({
      attempt: { number: 1, result: { how: 'submitted', points: 3, maxPoints: 3, scaled: 1, passed: true } },
      overview: { passed: true, attemptsLeft: 0, best: 1 },
    });
    expect(verbs()).toEqual([
      ...['launched', 'initialized', 'quiz:attempted'],
      ...['quiz:answered', 'quiz:answered', 'quiz:answered', 'quiz:completed'],
      ...['completed', 'passed', 'satisfied', 'satisfied'],
    ]);
    const verdict = (await deps.registrations.read(registration))?.aus[0];
    expect(verdict).toMatchObject({ completed: true, judged: 'passed', score: 1 });
    expect(launched.mode).toBe('Normal');
  });

  it('goes on at the very question, with the same questions, order and answers', async () => {
    const world = quizWorld(quizOf(30, { shuffleQuestions: true }));
    const first = await world.open();
    const attempt = await first.begin();
    const fourth = attempt.questions[3]?.questionId ?? '';
    await first.save(first.next(1, [choose(attempt, fourth, 'Keliru')], fourth));
    const again = await world.open();
    expect(again.started.attempt).toMatchObject({
      ...attempt,
      answers: [{ questionId: fourth }],
      place: fourth,
    });
    expect(again.started.attempt?.questions).toEqual(attempt.questions);
    expect(again.started.attempt?.answers[0]?.response).toEqual(choose(attempt, fourth, 'Keliru').response);
    expect(await again.begin()).toEqual(again.started.attempt);
  });

  it('draws what is picked, each time anew', async () => {
    const quiz = quizOf(40);
    const [section] = quiz.sections;
    const world = quizWorld({ ...quiz, sections: section ? [{ ...section, pick: 5 }] : [] });
    const { begin, submit, next } = await world.open();
    const first = await begin();
    expect(first.questions).toHaveLength(5);
    await submit(next(1, []));
    const second = await begin();
    expect(second.number).toBe(2);
    expect(second.questions.map((one) => one.questionId)).not.toEqual(
      first.questions.map((one) => one.questionId),
    );
  });

  it('never lets a late or repeated message overwrite a newer answer', async () => {
    const { begin, next, save, started, page } = await running();
    const attempt = await begin();
    const [old, newer] = [
      next(1, [choose(attempt, 'q1', 'Salah')]),
      next(1, [choose(attempt, 'q1', 'Benar')]),
    ];
    expect((await save(newer)).outcome).toBe('stored');
    expect((await save(old)).outcome).toBe('stale');
    expect((await save(newer)).outcome).toBe('stale');
    const second = await page();
    expect(second.started.run).toBe(started.run + 1);
    expect(second.started.attempt?.answers[0]?.response).toEqual(choose(attempt, 'q1', 'Benar').response);
    await save(second.next(1, [choose(attempt, 'q1', 'Keliru')]));
    // The first tab goes on: what the second has touched stays, the rest is taken, and it is told.
    const late = next(1, [choose(attempt, 'q1', 'Salah'), choose(attempt, 'q2', 'Benar')]);
    expect(await save(late)).toMatchObject({ outcome: 'stored', replaced: true });
    const { started: last } = await page();
    expect(last.attempt?.answers.map(({ response }) => response)).toEqual([
      choose(attempt, 'q1', 'Keliru').response,
      choose(attempt, 'q2', 'Benar').response,
    ]);
  });

  it('takes an answer back, and knows what is blank', async () => {
    const { begin, next, save, page } = await running();
    const attempt = await begin();
    await save(next(1, [choose(attempt, 'q1', 'Benar')]));
    await save(next(1, [{ questionId: 'q1', response: null, flagged: true, seconds: 9 }]));
    await save(next(1, [{ ...choose(attempt, 'q2', 'Benar'), response: { kind: 'choice', choiceIds: [] } }]));
    const answers = (await page()).started.attempt?.answers;
    expect(answers?.map((answer) => 'response' in answer)).toEqual([false, false]);
    expect(answers?.[0]).toMatchObject({ flagged: true });
  });

  it('D4: refuses a message whole that holds something it cannot be', async () => {
    const { begin, next, save, submit, started, page } = await running();
    const attempt = await begin();
    const good = choose(attempt, 'q1', 'Benar');
    const bad = [
      next(1, [good, { ...good, questionId: 'q9' }]),
      next(1, [good, { ...good, questionId: 'q2', response: { kind: 'choice', choiceIds: ['9'] } }]),
      next(1, [good, { ...good, questionId: 'q2', response: { kind: 'choice', choiceIds: ['1', '2'] } }]),
      next(1, [good, { ...good, questionId: 'q2', response: 'Benar' }]),
      next(1, [good], 'q9'),
      next(2, [good]),
      { ...next(1, [good]), run: started.run + 1 },
    ];
    for (const message of bad) {
      await expect(save(message)).rejects.toMatchObject({ code: 'request.invalid' });
      await expect(submit(message)).rejects.toMatchObject({ code: 'request.invalid' });
    }
    expect((await page()).started.attempt?.answers).toEqual([]);
  });
});

describe('time', () => {
  it('L10: is the server’s; what comes within seconds after the end is taken, what comes later is not', async () => {
    const { begin, next, save, submit, clock, verbs } = await running(timed);
    const attempt = await begin();
    await save(next(1, [choose(attempt, 'q1', 'Benar')]));
    clock.advance(10 * minute + 4000);
    expect(await save(next(1, [choose(attempt, 'q2', 'Benar')]))).toMatchObject({ remainingSeconds: 0 });
    clock.advance(2000);
    await expect(save(next(1, [choose(attempt, 'q3', 'Benar')]))).rejects.toMatchObject({
      code: 'delivery.attempt-over',
    });
    const result = await submit(next(1, [choose(attempt, 'q3', 'Benar')]));
    expect(result.attempt.result).toMatchObject({ how: 'time-up', points: 2, maxPoints: 3, passed: false });
    expect(result.attempt.result?.at).toBe(
      new Date(Date.parse(attempt.startedAt) + 10 * minute).toISOString(),
    );
    expect(verbs().filter((verb) => verb === 'quiz:answered')).toHaveLength(2);
  });

  it('runs on while the page is away, and the attempt is judged when it comes back', async () => {
    const world = quizWorld(quizOf(2, timed));
    const first = await world.open();
    const attempt = await first.begin();
    await first.save(first.next(1, all(attempt, 'Benar')));
    world.clock.advance(11 * minute);
    const again = await world.open();
    expect(again.started.attempt).toBeUndefined();
    expect(again.started.overview).toMatchObject({ passed: true });
    expect(world.verbs().slice(-8)).toEqual([
      ...['initialized', 'quiz:answered', 'quiz:answered', 'quiz:completed', 'completed', 'passed'],
      ...['satisfied', 'satisfied'],
    ]);
  });

  it('is up in a tab that was closed as well: housekeeping judges in the open session', async () => {
    const world = quizWorld(quizOf(2, timed));
    const { begin, next, save } = await world.open();
    await save(next(1, all(await begin(), 'Benar')));
    expect(await closeDueAttempts(world.deps, { limit: 10 })).toEqual({ closed: 0, failed: [] });
    world.clock.advance(11 * minute);
    expect(await closeDueAttempts(world.deps, { limit: 10 })).toEqual({ closed: 1, failed: [] });
    expect(world.verbs().slice(-5)).toEqual([
      'quiz:completed',
      'completed',
      'passed',
      'satisfied',
      'satisfied',
    ]);
    expect(await closeDueAttempts(world.deps, { limit: 10 })).toEqual({ closed: 0, failed: [] });
  });

  it('is judged without a session too, and told when the quiz is opened next', async () => {
    const world = quizWorld(quizOf(2, timed));
    const first = await world.open();
    await first.save(first.next(1, all(await first.begin(), 'Benar')));
    const state = await world.deps.registrations.read(registration);
    if (!state?.session) throw new Error('no session');
    const session = { ...state.session, endedAt: world.clock.now().toISOString() };
    await world.deps.registrations.save({ ...state, session });
    world.clock.advance(11 * minute);
    const told = world.verbs().length;
    expect(await closeDueAttempts(world.deps, { limit: 10 })).toEqual({ closed: 1, failed: [] });
    expect(world.verbs()).toHaveLength(told);
    const again = await world.open();
    expect(again.started.overview).toMatchObject({
      passed: true,
      attempts: [{ result: { how: 'time-up' } }],
    });
    expect(world.verbs()).toContain('passed');
  });
});

describe('attempts', () => {
  it('L10: however many starts race, one begins, and never more than the rules allow', async () => {
    const { begin, submit, next, verbs } = await running({ maxAttempts: 2 });
    const begun = await Promise.all(Array.from({ length: 8 }, begin));
    expect(new Set(begun.map(({ number }) => number))).toEqual(new Set([1]));
    await submit(next(1, []));
    await Promise.all([begin(), begin(), begin()]);
    await submit(next(2, []));
    await expect(begin()).rejects.toMatchObject({ code: 'delivery.no-attempt-left' });
    expect(verbs().filter((verb) => verb === 'quiz:attempted')).toHaveLength(2);
  });

  it('L10: the same submit ten times at once is judged once, and answered alike', async () => {
    const { begin, submit, next, verbs } = await running(timed);
    const message = next(1, all(await begin(), 'Benar'));
    const answers = await Promise.all(Array.from({ length: 10 }, () => submit(message)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(verbs().filter((verb) => verb === 'quiz:completed')).toHaveLength(1);
    expect(verbs().filter((verb) => verb === 'passed')).toHaveLength(1);
  });

  it('L10: submits at once by two clocks are judged once, and the slower one is answered with what it came to', async () => {
    const { begin, submit, next, verbs, records, clock } = await running(timed);
    const message = next(1, all(await begin(), 'Benar'));
    records.beforeNextWrite(async () => {
      clock.advance(7);
      await submit(message);
    });
    expect(await submit(message)).toMatchObject({ attempt: { number: 1, result: { how: 'submitted' } } });
    expect(verbs().filter((verb) => verb === 'quiz:completed')).toHaveLength(1);
  });

  it('says failed once nothing is left to try, and completed with the first', async () => {
    const { begin, submit, next, verbs, deps, page } = await running(timed);
    await submit(next(1, all(await begin(), 'Salah')));
    expect(verbs()).toContain('completed');
    await begin();
    await page();
    expect(verbs()).not.toContain('failed');
    expect((await deps.registrations.read(registration))?.aus[0]).toMatchObject({
      judged: 'failed',
      score: 0,
    });
    await submit(next(2, all(await begin(), 'Salah')));
    expect(verbs().filter((verb) => verb === 'failed')).toHaveLength(1);
  });

  it('says failed at the end of a session, once an attempt, and lets the next one pass', async () => {
    const world = quizWorld(quizOf(2, { ...timed, maxAttempts: 3 }));
    const first = await world.open();
    await first.submit(first.next(1, all(await first.begin(), 'Salah')));
    await first.leave();
    expect(world.verbs().slice(-2)).toEqual(['failed', 'terminated']);
    const second = await world.open();
    await second.leave();
    expect(world.verbs().slice(-3)).toEqual(['launched', 'initialized', 'terminated']);
    const third = await world.open();
    await third.submit(third.next(2, all(await third.begin(), 'Benar')));
    expect(world.verbs()).toContain('passed');
  });

  it('counts the best', async () => {
    const { begin, submit, next } = await running({ maxAttempts: 3, passMark: 1 });
    const first = await begin();
    await submit(next(1, [choose(first, 'q1', 'Benar'), choose(first, 'q2', 'Benar')]));
    const { overview } = await submit(next(2, [choose(await begin(), 'q1', 'Benar')]));
    expect(overview).toMatchObject({ best: 1, passed: false, attemptsLeft: 1 });
  });

  it('of another package begin anew; the open one ends and does not count', async () => {
    const world = quizWorld(quizOf(2, timed));
    const first = await world.open();
    await first.begin();
    world.part.originHash = 'b'.repeat(32);
    world.packages.set(world.part.originHash, quizOf(5, timed));
    const again = await world.open();
    expect(again.started.attempt).toBeUndefined();
    expect(again.started.overview).toMatchObject({
      attemptsLeft: 2,
      attempts: [{ result: { how: 'replaced' }, reviewable: false }],
    });
    expect((await again.begin()).questions).toHaveLength(5);
    await expect(again.save(again.next(1, []))).rejects.toMatchObject({ code: 'delivery.attempt-over' });
  });

  it('keep the session open while one runs, and end it otherwise', async () => {
    const { begin, leave, submit, next, verbs } = await running();
    await begin();
    expect(await leave()).toEqual({ returnUrl: 'https://sinau.example/learn/c1' });
    expect(verbs()).not.toContain('terminated');
    await submit(next(1, []));
    await leave();
    await leave();
    expect(verbs().filter((verb) => verb === 'terminated')).toHaveLength(1);
    await expect(begin()).rejects.toMatchObject({ code: 'delivery.session-ended' });
  });
});

describe('what learners are shown', () => {
  const secrets = /share|Penjelasan|Tepat|feedback|explanation|solution|targetId|tolerance|"seed"|"title":"q/;

  it('C5: no answer before it may be known', async () => {
    const { begin, started, next, save, submit, page, review } = await running({
      ...timed,
      reviewFrom: 'end',
    });
    const attempt = await begin();
    const shown = [
      started,
      attempt,
      await save(next(1, all(attempt, 'Salah'))),
      await submit(next(1, [])),
      await page(),
    ];
    for (const one of shown) expect(JSON.stringify(one)).not.toMatch(secrets);
    await expect(review(1)).rejects.toMatchObject({ code: 'delivery.review-closed' });
    const second = await begin();
    await expect(review(1)).rejects.toMatchObject({ code: 'delivery.review-closed' });
    await expect(review(2)).rejects.toMatchObject({ code: 'delivery.review-closed' });
    await submit(next(2, all(second, 'Salah')));
    const open = await review(1);
    expect(open.questions?.[0]).toMatchObject({ correct: false, points: 0, solution: { kind: 'choice' } });
    expect(JSON.stringify(open)).toContain('Penjelasan');
  });

  it('C5: marks without answers, and nothing but the score, where the rules say so', async () => {
    const marks = await running({ review: 'marks' });
    await marks.submit(marks.next(1, all(await marks.begin(), 'Benar')));
    const shown = await marks.review(1);
    expect(shown.questions?.map(({ correct }) => correct)).toEqual([true, true, true]);
    expect(JSON.stringify(shown)).not.toMatch(secrets);
    const score = await running({ review: 'score' });
    await score.begin();
    const result = await score.submit(score.next(1, []));
    expect(result.attempt).toMatchObject({ reviewable: false, result: { scaled: 0 } });
    await expect(score.review(1)).rejects.toMatchObject({ code: 'delivery.review-closed' });
  });

  it('shows the right choice under the id at which it stood, and feedback of what was chosen alone', async () => {
    const { begin, submit, next, review } = await running();
    const attempt = await begin();
    await submit(next(1, [choose(attempt, 'q1', 'Keliru')]));
    const [first] = (await review(1)).questions ?? [];
    expect(first?.solution).toMatchObject({
      choiceIds: choose(attempt, 'q1', 'Benar').response.choiceIds,
      feedback: [{ id: choose(attempt, 'q1', 'Keliru').response.choiceIds[0] }],
    });
    expect(JSON.stringify(first)).not.toContain('Tepat');
  });

  it('previews write nothing but the session, and a review shows what was', async () => {
    const world = quizWorld(quizOf(3, timed));
    const first = await world.open();
    await first.submit(first.next(1, all(await first.begin(), 'Benar')));
    const preview = await world.open({ mode: 'Browse' });
    expect(preview.started.preview).toHaveLength(3);
    expect(JSON.stringify(preview.started)).not.toMatch(secrets);
    await expect(preview.begin()).rejects.toMatchObject({ code: 'delivery.no-attempt-left' });
    expect(await preview.save(preview.next(1, []))).toEqual({ outcome: 'ignored' });
    await expect(preview.review(1)).rejects.toMatchObject({ code: 'delivery.review-closed' });
    await preview.leave();
    expect(world.verbs().slice(-2)).toEqual(['initialized', 'terminated']);
    const again = await world.open();
    expect(again.launched.mode).toBe('Review');
    expect((await again.review(1)).questions).toHaveLength(3);
  });
});

describe('statements', () => {
  it('are xAPI of both versions, deterministic, of this learner, registration and session', async () => {
    const { begin, submit, next, records, clock } = await running(timed);
    const attempt = await begin();
    clock.advance(minute);
    await submit(next(1, [{ ...choose(attempt, 'q1', 'Benar'), seconds: 42 }]));
    const quiz = records.statements.filter(({ context }) => context?.contextActivities?.parent);
    for (const version of ['1.0.3', '2.0.0'] as const) {
      expect(parseStatements(structuredClone(records.statements), { version })).toMatchObject({ ok: true });
    }
    const answered = quiz.find(({ verb }) => verb.id.endsWith('/answered'));
    expect(answered).toMatchObject({
      object: {
        id: expect.stringMatching(/\/au\/[0-9a-f]+\/questions\/q1$/),
        definition: { interactionType: 'choice', correctResponsesPattern: ['a'] },
      },
      result: {
        response: 'a',
        success: true,
        score: { scaled: 1, raw: 1, min: 0, max: 1 },
        duration: 'PT42S',
      },
      context: { registration },
    });
    for (const { id } of quiz) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5/);
    expect(new Set(quiz.map(({ id }) => id)).size).toBe(quiz.length);
  });

  it('of 500 questions come in portions, the verdict with the last', async () => {
    const { begin, submit, next, verbs } = await running(timed, 500);
    const attempt = await begin();
    await submit(next(1, all(attempt, 'Benar')));
    expect(verbs().filter((verb) => verb === 'quiz:answered')).toHaveLength(500);
    expect(verbs().indexOf('passed')).toBeGreaterThan(verbs().lastIndexOf('quiz:answered'));
  });

  it('passes whoever has gone through where nobody fails and the course wants a pass', async () => {
    const world = quizWorld(quizOf(1), { au: { moveOn: 'Passed' } });
    const { begin, submit, next } = await world.open();
    await begin();
    await submit(next(1, []));
    expect(world.verbs()).toContain('passed');
  });

  it('reach the sandbox alone in a trial', async () => {
    const world = quizWorld(quizOf(1));
    const seen: unknown[] = [];
    const write = world.deps.records.write;
    world.deps.records.write = (input) => {
      seen.push(input.trial);
      return write(input);
    };
    world.entitlements.set(registration, {
      ...{ personId: 'sri' as never, courseId: 'c1', version: 1, open: true, trial: true },
    });
    const { begin, submit, next } = await world.open();
    await begin();
    await submit(next(1, []));
    expect(new Set(seen)).toEqual(new Set([true]));
  });
});
