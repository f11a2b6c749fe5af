import { answerEnd, courseEvaluationId, type Evaluation } from '@sinau/evaluation';
import { evaluationOf, memoryEvaluationStores } from '@sinau/evaluation/testing';
import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { hmacSigner } from '@sinau/platform/crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { addEvaluationRoutes } from './evaluation-routes.ts';
import { clientOf, openDoor, providerNamed } from './testing/callers.ts';

const bkn = { kind: 'agency', agencyId: 'bkn' as AgencyId } as const;
const scopes = ['evaluations/read'] as const;
const still = fixedClock('2026-03-03T01:00:00.000Z');
/** Nothing happens in the moment of something else. */
const clock = {
  now: () => {
    still.advance(1);
    return still.now();
  },
};
const words = '/api/evaluations/words?kind=course&id=c1';

describe('results of evaluations for machines', () => {
  let door: ReturnType<typeof openDoor>;
  let desk: ReturnType<typeof memoryEvaluationStores> & {
    readonly clock: typeof clock;
    readonly ids: ReturnType<typeof countedIds>;
  };
  beforeEach(() => {
    desk = { ...memoryEvaluationStores(), clock, ids: countedIds() };
    door = openDoor({
      agency: clientOf(bkn, scopes),
      provider: clientOf(providerNamed('prov'), scopes),
      foreign: clientOf({ kind: 'agency', agencyId: 'lan' as AgencyId }, scopes),
      platform: clientOf({ kind: 'platform' }, scopes),
      other: clientOf(bkn, ['records/read']),
    });
    const signer = hmacSigner('a secret for tests of at least 32 characters');
    addEvaluationRoutes(door.app, { evaluations: async () => desk, signer, clock });
  });
  /** So many have completed a course and say what it was. */
  async function say(people: number): Promise<void> {
    for (let n = 0; n < people; n += 1) {
      const personId = `p${n}` as PersonId;
      const evaluationId = courseEvaluationId(`r${n}`);
      const over: Partial<Evaluation> = { personId, evaluationId };
      await desk.evaluations.step(undefined, evaluationOf(over));
      const principal: PersonPrincipal = { kind: 'person', personId, name: 'P', roles: [] };
      const scores = { relevance: 4, delivery: 3, organisation: 3, intention: 4 } as const;
      const answer = { reaction: { ...scores, comment: `Saran ${n}` } };
      await answerEnd(desk, { principal, evaluationId, answer });
    }
  }
  const bodyOf = async (caller: string, path: string) => {
    const response = await door.askAs(caller, `GET ${path}`);
    return [response.status, (await response.json()) as Record<string, never>] as const;
  };

  it('are those of the own people or the own courses, by the year, from five answers up', async () => {
    await say(4);
    const [, few] = await bodyOf('agency', '/api/evaluations');
    expect(few).toMatchObject({ year: 2026, subjects: [{ kind: 'course', id: 'c1', completed: 4 }] });
    expect(JSON.stringify(few)).not.toContain('reaction');
    await say(6);
    for (const caller of ['agency', 'provider']) {
      const [status, body] = await bodyOf(caller, '/api/evaluations?year=2026&kind=course');
      expect(status).toBe(200);
      expect(body).toMatchObject({
        owners: [{ owner: 'provider.prov', subjects: 1 }],
        subjects: [{ completed: 6, reaction: { answers: 5, questions: { relevance: { mean: 4 } } } }],
      });
    }
    expect((await bodyOf('agency', '/api/evaluations?kind=event'))[1]).toMatchObject({ subjects: [] });
    expect((await bodyOf('agency', '/api/evaluations?owner=provider.lain'))[1]).toMatchObject({
      subjects: [],
    });
    expect((await bodyOf('foreign', '/api/evaluations'))[1]).toMatchObject({ subjects: [], owners: [] });
    expect((await bodyOf('agency', '/api/evaluations?year=2025'))[1]).toMatchObject({ subjects: [] });
  });

  it('page what was written, and refuse tokens of other lists', async () => {
    await say(25);
    const [, first] = await bodyOf('agency', words);
    expect(first.words).toHaveLength(20);
    expect(first.words?.[0]).toEqual({ text: expect.stringMatching(/^Saran \d+$/), month: '2026-03' });
    const token = encodeURIComponent(String(first.nextPageToken));
    const [, rest] = await bodyOf('agency', `${words}&pageToken=${token}`);
    expect(rest.words).toHaveLength(5);
    expect((await bodyOf('provider', `${words}&pageToken=${token}`))[0]).toBe(400);
    expect((await bodyOf('agency', `${words}&of=applied&pageToken=${token}`))[0]).toBe(400);
    expect((await bodyOf('agency', `${words}&pageToken=x`))[0]).toBe(400);
    expect((await bodyOf('agency', `${words}&of=applied`))[1]).toEqual({ words: [] });
    for (const [caller, path] of [
      ['foreign', words],
      ['agency', '/api/evaluations/words?kind=course&id=lain'],
      ['platform', words],
      ['platform', '/api/evaluations'],
    ] as const) {
      expect(await bodyOf(caller, path), caller).toMatchObject([404, { code: 'evaluation.not-found' }]);
    }
  });

  it('are refused without the scope, and with what is not known', async () => {
    expect((await bodyOf('other', '/api/evaluations'))[0]).toBe(403);
    expect((await bodyOf('agency', '/api/evaluations?person=p1'))[0]).toBe(400);
    expect((await bodyOf('agency', '/api/evaluations?year=x'))[0]).toBe(400);
    expect((await bodyOf('agency', '/api/evaluations/words'))[0]).toBe(400);
  });
});
