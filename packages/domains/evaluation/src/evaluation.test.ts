import type { AgencyId, PersonId, PersonPrincipal, Principal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { EvaluationClosed, EvaluationNotFound } from './errors.ts';
import { courseEvaluationId, type Evaluation, eventEvaluationId } from './evaluation.ts';
import { followCompletion } from './follow-completion.ts';
import { forgetPerson } from './forget-person.ts';
import { answerApplied, answerAsSupervisor, answerEnd } from './give-answer.ts';
import {
  listOwnEvaluations,
  listTeamEvaluations,
  readTeamEvaluation,
  waitsForLearner,
} from './list-evaluations.ts';
import type { Completion, EvaluationPlace } from './ports.ts';
import type { AppliedScore, LearningScore, ReactionScore } from './questions.ts';
import { listWords, readResults, readSubjectResults } from './read-results.ts';
import { type EvaluationTeller, runTurns } from './run-turns.ts';
import { memoryEvaluationStores } from './testing/index.ts';

const day = 86_400_000;
const bkn = 'bkn' as AgencyId;
const provider = { kind: 'provider', providerId: 'prov' } as Extract<
  Evaluation['owner'],
  { kind: 'provider' }
>;
const boss = 'boss' as PersonId;
const author: Principal = {
  ...{ kind: 'client', clientId: 'c', name: 'C', tenant: provider, scopes: ['evaluations/read'] },
};
const admin = (agencyId: AgencyId): Principal => ({
  ...{ kind: 'person', personId: boss, name: 'Rina', roles: ['agency-admin'], agencyId },
});
const someone = (personId: string): PersonPrincipal => ({
  ...{ kind: 'person', personId: personId as PersonId, name: personId, roles: ['learner'], agencyId: bkn },
});
const placeOf = (personId: string): EvaluationPlace => ({
  ...{ personId: personId as PersonId, evaluationId: courseEvaluationId(`r-${personId}`) },
});
const completedAt = '2026-03-02T20:00:00.000Z';
const completion: Completion = {
  ...{ subject: { kind: 'course', id: 'c1' }, owner: provider, title: { id: 'Keamanan' } },
  ...{ agencyId: bkn, completedAt, score: 0.876 },
};
const reaction = (n: ReactionScore, comment?: string) => ({
  ...{ relevance: n, delivery: n, organisation: n, intention: n },
  ...(comment !== undefined && { comment }),
});
const subject = { kind: 'course', id: 'c1' } as const;

describe('the evaluation of what was learned', () => {
  let clock: ReturnType<typeof fixedClock>;
  let completions: Map<string, Completion>;
  let told: string[];
  let deps: ReturnType<typeof world>;
  const world = () => {
    const teller: EvaluationTeller = {
      tellLearner: async ({ noticeId, others }) => void told.push(`${noticeId} +${others}`),
      tellSupervisor: async ({ noticeId }) => void told.push(noticeId),
    };
    return {
      ...{ ...memoryEvaluationStores(), clock, ids: countedIds(), teller },
      supervisors: {
        supervisorOf: async (id: PersonId) => (id.startsWith('alone') ? undefined : boss),
      },
      completions: {
        completionOf: async (personId: PersonId, id: string) => completions.get(`${personId} ${id}`),
      },
    };
  };
  beforeEach(() => {
    clock = fixedClock(completedAt);
    completions = new Map();
    told = [];
    deps = world();
  });
  const complete = async (personId: string, over: Partial<Completion> = {}, place = placeOf(personId)) => {
    completions.set(`${personId} ${place.evaluationId}`, { ...completion, ...over });
    await followCompletion(deps, place);
  };
  const takeBack = async (personId: string) => {
    completions.delete(`${personId} ${placeOf(personId).evaluationId}`);
    await followCompletion(deps, placeOf(personId));
  };
  const say = (personId: string, n: ReactionScore, comment?: string) =>
    answerEnd(deps, {
      ...{ principal: someone(personId), evaluationId: placeOf(personId).evaluationId },
      answer: { reaction: reaction(n, comment) },
    });
  const apply = (personId: string, applied: AppliedScore, example?: string) =>
    answerApplied(deps, {
      ...{ principal: someone(personId), evaluationId: placeOf(personId).evaluationId },
      answer: { applied, obstacle: 'no-time', ...(example !== undefined && { example }) },
    });
  const judge = (personId: string, applied: AppliedScore, by: string = boss) =>
    answerAsSupervisor(deps, {
      ...{ principal: someone(by), place: placeOf(personId) },
      answer: { applied, obstacle: 'none' },
    });
  const own = (personId: string) => listOwnEvaluations(deps, { principal: someone(personId) });
  const resultsOf = async () => (await readResults(deps, { principal: author, year: 2026 })).subjects[0];

  it('begins with a completion, once, and keeps the day of western Indonesia and the score', async () => {
    await complete('sri');
    await complete('sri');
    expect(await own('sri')).toMatchObject([{ year: 2026, score: 88, supervisorAnswered: false }]);
    expect((await deps.evaluations.find(placeOf('sri')))?.turn).toEqual({
      ...{ step: 'ask', at: '2026-06-01T00:00:00.000Z' },
    });
  });

  it('asks nobody of what became known when all is over, nor of an event that still goes on', async () => {
    await complete('sri', { completedAt: '2025-09-01T00:00:00.000Z' });
    expect(await own('sri')).toEqual([]);
    const place = { personId: 'sri' as PersonId, evaluationId: eventEvaluationId('e1') };
    await complete('sri', { completedAt: '2026-03-03T04:00:00.000Z' }, place);
    expect(await own('sri')).toEqual([]);
    const answer = { learning: { before: 1, after: 2 } } as const;
    const input = { principal: someone('sri'), evaluationId: place.evaluationId, answer };
    await expect(answerEnd(deps, input)).rejects.toThrow(EvaluationClosed);
    clock.advance(day);
    expect(await own('sri')).toHaveLength(1);
    await answerEnd(deps, input);
  });

  it('takes answers of levels 1 and 2 for sixty days, each by itself, and lets them be changed', async () => {
    await complete('sri');
    expect((await own('sri')).map(waitsForLearner)).toEqual([true]);
    await say('sri', 2, 'Hubungi 0812-3456-7890');
    expect((await own('sri')).map(waitsForLearner)).toEqual([false]);
    const principal = someone('sri');
    const { evaluationId } = placeOf('sri');
    await answerEnd(deps, { principal, evaluationId, answer: { learning: { before: 2, after: 5 } } });
    await say('sri', 4, 'Hubungi 0812-3456-7890');
    const [one] = await own('sri');
    expect(one).toMatchObject({ reaction: { scores: { relevance: 4 } }, learning: { before: 2, after: 5 } });
    expect(one?.reaction?.comment).toMatchObject({ text: 'Hubungi […]' });
    clock.advance(60 * day);
    await expect(say('sri', 1)).rejects.toThrow(EvaluationClosed);
    await expect(say('budi', 1)).rejects.toThrow(EvaluationNotFound);
  });

  it('asks learner and supervisor after ninety days, once more after fourteen, and closes after sixty', async () => {
    await complete('sri');
    await complete('tia');
    await complete('alone');
    await expect(apply('sri', 3)).rejects.toThrow(EvaluationClosed);
    clock.advance(90 * day - 1);
    expect(await runTurns(deps, { limit: 50 })).toBe(0);
    // The morning of the ninetieth day in Jakarta: completed at three in the night there.
    clock.advance(5 * 3_600_000);
    expect(await runTurns(deps, { limit: 50 })).toBe(5);
    expect(await runTurns(deps, { limit: 50 })).toBe(0);
    expect([...new Set(told)].toSorted()).toEqual([
      'evaluation-ask:2026-06-01:alone +0',
      'evaluation-ask:2026-06-01:sri +0',
      'evaluation-ask:2026-06-01:tia +0',
      'evaluation-team-ask:2026-06-01:boss',
    ]);
    told = [];
    await apply('sri', 3);
    await judge('tia', 2);
    clock.advance(14 * day);
    expect(await runTurns(deps, { limit: 50 })).toBe(3);
    expect([...new Set(told)].toSorted()).toEqual([
      'evaluation-remind:2026-06-15:alone +0',
      'evaluation-remind:2026-06-15:tia +0',
      'evaluation-team-remind:2026-06-15:boss',
    ]);
    expect(await deps.evaluations.due('2099-01-01', 50)).toEqual([]);
    clock.advance(45 * day);
    await apply('tia', 1);
    await apply('sri', 4);
    clock.advance(day);
    await expect(apply('sri', 1)).rejects.toThrow(EvaluationClosed);
    await expect(judge('sri', 1)).rejects.toThrow(EvaluationClosed);
  });

  it('tells who has finished several things on one day once', async () => {
    for (const n of [1, 2, 3]) {
      const place = { personId: 'sri' as PersonId, evaluationId: courseEvaluationId(`x${n}`) };
      await complete('sri', {}, place);
    }
    clock.advance(91 * day);
    await runTurns(deps, { limit: 50 });
    expect(told).toEqual(['evaluation-ask:2026-06-01:sri +2', 'evaluation-team-ask:2026-06-01:boss']);
  });

  it('shows the supervisor no answer of the learner, and the learner that the supervisor has answered', async () => {
    await complete('sri');
    clock.advance(91 * day);
    await runTurns(deps, { limit: 50 });
    await apply('sri', 3, 'Menyusun prosedur');
    await judge('sri', 2);
    const [mine] = await listTeamEvaluations(deps, { principal: someone(boss) });
    expect(mine).toMatchObject({ personId: 'sri', answer: { applied: 2, obstacle: 'none' } });
    expect(JSON.stringify(mine)).not.toContain('Menyusun');
    const [hers] = await own('sri');
    expect(hers).toMatchObject({ supervisorAnswered: true, applied: { applied: 3 } });
    expect(hers).not.toHaveProperty('supervisor');
    const stranger = { principal: someone('other'), ...placeOf('sri') };
    await expect(readTeamEvaluation(deps, stranger)).rejects.toThrow(EvaluationNotFound);
    await expect(judge('sri', 1, 'other')).rejects.toThrow(EvaluationNotFound);
    await expect(judge('sri', 1, 'sri')).rejects.toThrow(EvaluationNotFound);
  });

  it('counts nothing of a completion that was taken back, and all of it when it is given back', async () => {
    await complete('sri');
    await say('sri', 4);
    await takeBack('sri');
    expect(await own('sri')).toEqual([]);
    await expect(say('sri', 3)).rejects.toThrow(EvaluationClosed);
    const find = () => deps.results.find({ scope: { kind: 'owner', owner: provider }, year: 2026, subject });
    expect((await find())?.sums).toEqual({ 'r.given': 1 });
    await complete('sri');
    expect((await find())?.sums).toMatchObject({ asked: 1, r: 1, 'r.relevance.4': 1 });
    clock.advance(91 * day);
    expect(await runTurns(deps, { limit: 50 })).toBe(2);
  });

  /** Nothing happens in the moment of something else. */
  const goOn = () => {
    const { clock: still } = deps;
    const now = () => {
      clock.advance(1);
      return still.now();
    };
    deps = { ...deps, clock: { ...still, now } };
  };

  it('tells nothing of less than five answers, and of any two states five new answers apart', async () => {
    goOn();
    for (let n = 0; n < 12; n += 1) await complete(`p${n}`);
    const seen: string[] = [];
    for (let n = 0; n < 12; n += 1) {
      await say(`p${n}`, ((n % 4) + 1) as ReactionScore, `Saran ${n}`);
      clock.advance(1_000);
      const { reaction: told } = (await resultsOf()) ?? {};
      seen.push(told ? `${told.answers} ${told.questions.relevance?.mean}` : '-');
      // Whoever changes their mind again and again moves nothing.
      for (const score of [1, 2, 3, 4, 1] as const) await say('p0', score);
    }
    expect(seen).toEqual([
      ...['-', '-', '-', '-', '5 2.2'],
      ...['5 2.2', '5 2.2', '5 2.2', '5 2.2'],
      ...['10 2.3', '10 2.3', '10 2.3'],
    ]);
    const place = { principal: author, year: 2026, subject };
    const { words } = await listWords(deps, place, { group: 'r', limit: 50 });
    // Of ten who are in it one has taken their words back, and none tells a day.
    expect(words.map(({ text }) => text).toSorted()).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `Saran ${n}`),
    );
    expect(new Set(words.map(({ month }) => month))).toEqual(new Set(['2026-03']));
    expect(await listWords(deps, place, { group: 'a', limit: 50 })).toEqual({ words: [] });
  });

  describe('the mean of final scores', () => {
    const learn = (personId: string, place = placeOf(personId)) =>
      answerEnd(deps, {
        ...{ principal: someone(personId), evaluationId: place.evaluationId },
        answer: { learning: { before: 2, after: 4 } },
      });
    const means = async () => {
      const { all, owners, subjects } = await readResults(deps, { principal: author, year: 2026 });
      return [all, ...owners, ...subjects].map(({ score }) => score && [score.mean, score.of]);
    };
    beforeEach(goOn);

    it('is of those who answered level 2, and moves by five of them: nobody gets at the score of one who completes', async () => {
      const seen: (string | undefined)[] = [];
      for (const [n, score] of [0.9, 0.8, 0.9, 0.8, 0.85, 0.1, 0.2, 0.2, 0.3, 0.2].entries()) {
        await complete(`p${n}`, { score });
        seen.push((await means()).join(' '));
        await learn(`p${n}`);
        seen.push((await means()).join(' '));
      }
      const [none, five, ten] = ['  ', '85,5 85,5 85,5', '52.5,10 52.5,10 52.5,10'];
      expect(seen).toEqual([
        ...Array.from({ length: 9 }, () => none),
        ...Array.from({ length: 10 }, () => five),
        ten,
      ]);
    });

    it('has nothing of a course that few completed: nobody takes what is told from the sum', async () => {
      for (let n = 0; n < 5; n += 1) {
        await complete(`p${n}`);
        await learn(`p${n}`);
      }
      const place = { personId: 'p0' as PersonId, evaluationId: courseEvaluationId('small') };
      await complete('p0', { subject: { kind: 'course', id: 'small' }, score: 0.11 }, place);
      await learn('p0', place);
      expect(await means()).toEqual([[88, 5], [88, 5], [88, 5], undefined]);
    });

    it('is not told while one who answered has none', async () => {
      for (let n = 0; n < 5; n += 1) {
        const { score: _, ...without } = completion;
        completions.set(`p${n} ${placeOf(`p${n}`).evaluationId}`, n === 0 ? without : completion);
        await followCompletion(deps, placeOf(`p${n}`));
        await learn(`p${n}`);
      }
      expect(await means()).toEqual([undefined, undefined, undefined]);
      expect(await resultsOf()).toMatchObject({ learning: { answers: 5, gain: 2 } });
    });
  });

  it('gives an agency its own people and, of what it holds itself, everybody; sums are of what is told', async () => {
    const held = { kind: 'agency', agencyId: bkn } as const;
    const event = { kind: 'event', id: 'e1' } as const;
    for (let n = 0; n < 6; n += 1) {
      await complete(`p${n}`);
      await say(`p${n}`, 4);
      const of = { personId: `p${n}` as PersonId, evaluationId: eventEvaluationId('e1') };
      const agencyId = n === 0 ? ('lan' as AgencyId) : bkn;
      await complete(`p${n}`, { subject: event, owner: held, agencyId }, of);
      await answerEnd(deps, {
        ...{ principal: someone(`p${n}`), evaluationId: of.evaluationId },
        answer: { reaction: reaction(2) },
      });
    }
    for (const n of [1, 2]) {
      const of = { personId: `p${n}` as PersonId, evaluationId: courseEvaluationId(`small-${n}`) };
      await complete(`p${n}`, { subject: { kind: 'course', id: 'small' } }, of);
      await answerEnd(deps, {
        ...{ principal: someone(`p${n}`), evaluationId: of.evaluationId },
        answer: { reaction: reaction(1) },
      });
    }
    const { all, owners, subjects } = await readResults(deps, { principal: admin(bkn), year: 2026 });
    expect(
      subjects.map(({ subject: { id }, completed, reaction: r }) => [id, completed, r?.answers]),
    ).toEqual([
      ['c1', 6, 5],
      ['e1', 6, 5],
      ['small', 2, undefined],
    ]);
    expect(owners.map(({ owner, completed, reaction: r }) => [owner.kind, completed, r?.answers])).toEqual([
      ['provider', 8, 5],
      ['agency', 6, 5],
    ]);
    expect(all.reaction?.questions.relevance).toEqual({ counts: [0, 5, 0, 5], mean: 3 });
    const only = { principal: admin(bkn), year: 2026, filter: { kind: 'event' } } as const;
    expect((await readResults(deps, only)).subjects).toHaveLength(1);
    expect(
      (await readResults(deps, { principal: admin('lan' as AgencyId), year: 2026 })).subjects,
    ).toHaveLength(1);
    expect((await readResults(deps, { principal: admin(bkn), year: 2025 })).subjects).toEqual([]);
  });

  it('shows one course or event to whose it is, or whose people took it, and to nobody else', async () => {
    goOn();
    for (let n = 0; n < 5; n += 1) {
      await complete(`p${n}`);
      await say(`p${n}`, 4, `Saran ${n}`);
    }
    const of = (principal: Principal) => ({ principal, year: 2026, subject });
    const other: Principal = {
      ...author,
      tenant: { kind: 'provider', providerId: 'lain' as typeof provider.providerId },
    } as Principal;
    for (const reader of [author, admin(bkn)]) {
      expect(await readSubjectResults(deps, of(reader))).toMatchObject({
        ...{ completed: 5, reaction: { answers: 5 } },
      });
      const first = await listWords(deps, of(reader), { group: 'r', limit: 3 });
      const rest = await listWords(deps, of(reader), { group: 'r', limit: 3, after: first.next ?? '' });
      expect([first.words.length, rest.words.length]).toEqual([3, 2]);
    }
    for (const reader of [other, admin('lan' as AgencyId), someone('p1')]) {
      await expect(readSubjectResults(deps, of(reader))).rejects.toThrow(EvaluationNotFound);
      await expect(listWords(deps, of(reader), { group: 'r', limit: 3 })).rejects.toThrow(EvaluationNotFound);
    }
  });

  it('takes back all that somebody has said, also of others', async () => {
    await complete('sri');
    await complete('tia');
    await say('sri', 4);
    clock.advance(91 * day);
    await runTurns(deps, { limit: 50 });
    await judge('sri', 3);
    expect(await forgetPerson(deps, boss)).toBe(2);
    expect(await deps.evaluations.find(placeOf('sri'))).not.toHaveProperty('supervisor');
    expect(await listTeamEvaluations(deps, { principal: someone(boss) })).toEqual([]);
    expect(await forgetPerson(deps, 'sri' as PersonId)).toBe(1);
    const found = await deps.results.find({
      ...{ scope: { kind: 'agency', agencyId: bkn }, year: 2026, subject },
    });
    expect(found?.sums).toEqual({
      ...{ asked: 1, 'a.asked': 1, 'r.given': 1, 's.given': 1 },
    });
  });

  const people = ['p1', 'p2', 'p3', 'alone'] as const;
  const who = fc.constantFrom(...people);
  const score4 = fc.constantFrom<AppliedScore[]>(1, 2, 3, 4);
  const move = fc.oneof(
    fc.record({ kind: fc.constantFrom('complete', 'takeBack', 'forget'), who }),
    fc.record({ kind: fc.constantFrom('say', 'apply', 'judge'), who, score: score4 }),
    fc.record({ kind: fc.constant('learn'), who, before: fc.constantFrom<LearningScore[]>(1, 3, 5) }),
    fc.record({ kind: fc.constant('wait'), days: fc.constantFrom(1, 15, 46) }),
  );

  it('sums are those of the answers that stand, whatever was said, changed, taken back and forgotten', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 5, maxLength: 40 }), async (moves) => {
        clock = fixedClock(completedAt);
        completions = new Map();
        deps = world();
        for (const one of moves) await attempt(() => carryOut(one));
        const rows = (
          await Promise.all(people.map((id) => deps.evaluations.ofPerson(id as PersonId)))
        ).flat();
        for (const scope of [
          { kind: 'owner', owner: provider },
          { kind: 'agency', agencyId: bkn },
        ] as const) {
          const found = await deps.results.find({ scope, year: 2026, subject });
          const sums = Object.entries(found?.sums ?? {}).filter(([name]) => !name.endsWith('.given'));
          expect(Object.fromEntries(sums)).toEqual(countAnew(rows));
        }
      }),
      { numRuns: 60 },
    );
  });

  async function carryOut(one: {
    readonly kind: string;
    readonly who?: string;
    readonly score?: AppliedScore;
    readonly before?: LearningScore;
    readonly days?: number;
  }) {
    const { kind, who: id = '', score = 1, before = 1, days = 0 } = one;
    if (kind === 'complete') await complete(id);
    if (kind === 'takeBack') await takeBack(id);
    if (kind === 'forget') {
      completions.delete(`${id} ${placeOf(id).evaluationId}`);
      await forgetPerson(deps, id as PersonId);
    }
    if (kind === 'say') await say(id, score);
    if (kind === 'apply') await apply(id, score);
    if (kind === 'judge') await judge(id, score);
    if (kind === 'learn') {
      const answer = { learning: { before, after: 4 } } as const;
      await answerEnd(deps, {
        ...{ principal: someone(id), evaluationId: placeOf(id).evaluationId, answer },
      });
    }
    if (kind === 'wait') {
      clock.advance(days * day);
      await runTurns(deps, { limit: 50 });
    }
  }
});

/** Refusals are part of a history. */
async function attempt(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof EvaluationClosed || error instanceof EvaluationNotFound)) throw error;
  }
}

/** Written apart from the counters, from the rows alone. */
function countAnew(rows: readonly Evaluation[]): Record<string, number> {
  const sums: Record<string, number> = {};
  const add = (name: string, by = 1) => {
    sums[name] = (sums[name] ?? 0) + by;
  };
  for (const { state, score, reaction: r, learning: l, asked, applied: a, supervisor: s } of rows) {
    if (state === 'withdrawn') continue;
    add('asked');
    if (asked) add('a.asked');
    if (asked?.supervisorId) add('s.asked');
    if (r) add('r');
    if (r) for (const [question, n] of Object.entries(r.scores)) add(`r.${question}.${n}`);
    if (l) add('l');
    if (l) add(`l.before.${l.before}`);
    if (l) add(`l.after.${l.after}`);
    if (l && score !== undefined) add('l.scored');
    if (l && score !== undefined) add('l.points', score);
    for (const [group, said] of [
      ['a', a],
      ['s', s],
    ] as const) {
      if (!said) continue;
      add(group);
      add(`${group}.applied.${said.applied}`);
      add(`${group}.obstacle.${said.obstacle}`);
    }
  }
  return sums;
}
