import { choose, quizOf, quizWorld } from '@sinau/delivery/testing';
import { createRateLimiter } from '@sinau/platform/http';
import type { OpenAttempt, QuizResult, QuizStart } from '@sinau/quiz';
import { describe, expect, it } from 'vitest';
import { createQuizApp } from './app.ts';

async function running(perSecond = 100) {
  const world = quizWorld(quizOf(3, { timeLimitSeconds: 600, maxAttempts: 2, passMark: 0.5 }));
  const opened = await world.open();
  const lines: string[] = [];
  const line = (...parts: readonly unknown[]) => void lines.push(JSON.stringify(parts));
  const log = { info: line, warn: line, error: line };
  const rateLimiter = createRateLimiter({
    door: 'quiz',
    counter: { add: async ({ count }) => count },
    limits: { clientPerSecond: perSecond, sessionPerSecond: perSecond },
    clock: world.clock,
    log,
  });
  const { hono } = createQuizApp({ quiz: world.deps, rateLimiter, log });
  const post = (path: string, body?: unknown, init: RequestInit = {}) =>
    hono.request(`/launch/quiz/${path}`, {
      method: 'POST',
      headers: { authorization: `Basic ${opened.token}`, origin: 'https://content.example' },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      ...init,
    });
  return { ...world, ...opened, post, lines };
}

describe('/launch/quiz', () => {
  it('starts, begins, keeps answers, submits, shows what it came to, and ends', async () => {
    const { post, verbs } = await running();
    const started = (await (await post('start')).json()) as QuizStart;
    expect(started).toMatchObject({ mode: 'normal', run: 2, overview: { questions: 3, attemptsLeft: 2 } });
    const attempt = (await (await post('attempts')).json()) as OpenAttempt;
    const answers = [choose(attempt, 'q1', 'Benar'), choose(attempt, 'q2', 'Benar')];
    const message = { attempt: 1, run: 2, sequence: 1, place: 'q2', answers };
    const saved = await post('answers', message);
    expect([saved.status, await saved.json()]).toMatchObject([
      200,
      { outcome: 'stored', remainingSeconds: 600 },
    ]);
    const submitted = { attempt: 1, run: 2, sequence: 2, answers: [] };
    const result = (await (await post('submit', submitted)).json()) as QuizResult;
    expect(result.attempt.result).toMatchObject({ points: 2, maxPoints: 3, passed: true });
    expect(await (await post('submit', submitted)).json()).toEqual(result);
    const review = await (await post('review', { attempt: 1 })).json();
    expect(review).toMatchObject({ questions: [{ correct: true }, { correct: true }, { correct: false }] });
    expect(await (await post('leave')).json()).toEqual({ returnUrl: 'https://sinau.example/learn/c1' });
    expect(verbs().at(-1)).toBe('terminated');
  });

  it('takes a last message with the token in its address, and never logs the token', async () => {
    const { post, token, lines } = await running();
    const attempt = (await (await post('attempts')).json()) as OpenAttempt;
    const message = { attempt: 1, run: 1, sequence: 1, answers: [choose(attempt, 'q1', 'Salah')] };
    const path = `answers?token=${encodeURIComponent(token)}`;
    const answer = await post(path, message, { headers: { 'content-type': 'text/plain;charset=UTF-8' } });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    for (const line of lines) expect(line).not.toContain(token);
  });

  it('C6: takes whose answers they are from the token alone', async () => {
    const { post } = await running();
    await post('attempts');
    const message = { attempt: 1, run: 1, sequence: 1, answers: [] };
    for (const claim of [{ registration: 'x' }, { personId: 'budi' }, { actor: {} }]) {
      const refused = await post('answers', { ...message, ...claim });
      expect([refused.status, await refused.json()]).toMatchObject([400, { code: 'request.invalid' }]);
    }
  });

  it('D4: refuses what is no message, with what is wrong', async () => {
    const { post } = await running();
    await post('attempts');
    const good = { attempt: 1, run: 1, sequence: 1, answers: [] };
    const answer = { questionId: 'q1', response: null, flagged: false, seconds: 0 };
    const bad = [
      ['', ''],
      ['{"run":1,"run":2}', ''],
      [{ ...good, attempt: 0 }, '/attempt'],
      [{ ...good, sequence: 1.5 }, '/sequence'],
      [{ ...good, answers: {} }, '/answers'],
      [{ ...good, answers: [{ ...answer, seconds: -1 }] }, '/answers/0/seconds'],
      [{ ...good, answers: [{ ...answer, flagged: 'no' }] }, '/answers/0/flagged'],
      [{ ...good, answers: [{ ...answer, response: { kind: 'choice' } }] }, '/answers/0/response'],
    ] as const;
    for (const [body, path] of bad) {
      const refused = await post('answers', body);
      expect([refused.status, path]).toEqual([400, path]);
      expect(await refused.json()).toMatchObject({ code: 'request.invalid', issues: [{ path }] });
    }
  });

  it('L10: refuses a late answer in clear words', async () => {
    const { post, clock } = await running();
    const attempt = (await (await post('attempts')).json()) as OpenAttempt;
    clock.advance(606_000);
    const answers = [choose(attempt, 'q1', 'Benar')];
    const late = await post('answers', { attempt: 1, run: 1, sequence: 1, answers });
    expect([late.status, await late.json()]).toMatchObject([
      409,
      { code: 'delivery.attempt-over', detail: expect.stringContaining('saved before count') },
    ]);
  });

  it('E9: a dead session is 403 with its reason, what is no token is 401', async () => {
    const { post, launch } = await running();
    await launch();
    expect(await (await post('start')).json()).toMatchObject({ code: 'delivery.session-ended', status: 403 });
    const stranger = await post('start', undefined, { headers: { authorization: 'Basic bm90IG91cnM=' } });
    expect([stranger.status, stranger.headers.get('www-authenticate')]).toEqual([401, null]);
  });

  it('holds a session to its rate', async () => {
    const { post } = await running(1);
    for (let n = 0; n < 10; n += 1) expect((await post('answers', '{')).status).toBe(400);
    expect((await post('answers', '{')).status).toBe(429);
  });
});
