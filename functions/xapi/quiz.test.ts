import { choose, quizOf, quizWorld, registration } from '@sinau/delivery/testing';
import { describe, expect, it } from 'vitest';
import { type Found, type Refusal, readJson, xapiWorld } from './testing/xapi-world.ts';

/** A learner whose first attempt is over, with its statements in the record store. */
async function taken() {
  const quiz = quizWorld(quizOf(2, { maxAttempts: 2, reviewFrom: 'end' }));
  const page = await quiz.open();
  const world = xapiWorld({ delivery: quiz });
  const attempt = await page.begin();
  await page.submit(page.next(1, [choose(attempt, 'q1', 'Salah')]));
  await world.record(quiz.records.statements.filter(({ verb }) => /answered|attempted/.test(verb.id)));
  const answered = quiz.records.statements.find(({ verb }) => verb.id.endsWith('/answered'));
  const questionId = answered && 'id' in answered.object ? answered.object.id : '';
  const asLearner = (path: string) => world.ask(path, { as: `Basic ${page.token}` });
  return { ...world, ...page, quiz, questionId, asLearner };
}

describe('the token of a quiz', () => {
  it('C5: shows no right answer in whatever it may read of the record store; machines of agencies see it', async () => {
    const { ask, asLearner, questionId } = await taken();
    const paths = [
      `/activities?activityId=${encodeURIComponent(questionId)}`,
      ...['exact', 'canonical', 'ids'].map(
        (format) => `/statements?registration=${registration}&format=${format}&related_activities=true`,
      ),
    ];
    for (const path of paths) {
      const answer = await asLearner(path);
      expect([path, answer.status]).toEqual([path, 200]);
      const shown = await answer.text();
      expect(shown).toContain('/questions/q1');
      expect(shown).not.toContain('correctResponsesPattern');
      // Nor which answers were right: another attempt is left.
      expect(shown).not.toMatch(/"success"|"score"/);
    }
    const whole = await readJson<Found>(await ask(`/statements?registration=${registration}`));
    const definitions = JSON.stringify(whole.statements);
    expect(definitions).toContain('"correctResponsesPattern":["a"]');
    expect(definitions).toContain('"success":false');
    const activity = await ask(`/activities?activityId=${encodeURIComponent(questionId)}`);
    expect(await activity.text()).toContain('correctResponsesPattern');
  });

  it('C5: nor in a single statement, nor by naming the question in a statement of its own', async () => {
    const { asLearner, ask, quiz } = await taken();
    const { id } = quiz.records.statements.find(({ verb }) => verb.id.endsWith('/answered')) ?? {};
    const one = await (await asLearner(`/statements?statementId=${id}`)).text();
    expect(one).toContain('interactionType');
    expect(one).not.toContain('correctResponsesPattern');
    expect(await (await ask(`/statements?statementId=${id}`)).text()).toContain('correctResponsesPattern');
  });

  it('L10: says nothing in the record store: what was reached the server alone decides', async () => {
    const { ask, token, principal, quiz } = await taken();
    const say = await quiz.speaker(principal);
    for (const verb of ['passed', 'completed', 'experienced', 'terminated'] as const) {
      const refused = await ask('/statements', { method: 'POST', as: `Basic ${token}`, json: say(verb) });
      expect(refused.status).toBe(403);
      expect((await readJson<Refusal>(refused)).code).toBe('delivery.judged-by-server');
    }
    expect((await quiz.deps.registrations.read(registration))?.aus[0]?.judged).toBeUndefined();
  });
});
