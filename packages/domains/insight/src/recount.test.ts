import { contextExtensions, verbs } from '@sinau/cmi5';
import { fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { describe, expect, it } from 'vitest';
import { noteStatements, readCourseStatistics, readModuleStatistics } from './index.ts';
import { quantile } from './session-times.ts';
import { memoryInsightStore } from './testing/index.ts';
import {
  courseId,
  type History,
  issuer,
  modules,
  randomHistory,
  randomOf,
} from './testing/random-histories.ts';
import { roughly, told } from './told.ts';

const learnersInAll = 160;
const histories = Array.from({ length: learnersInAll }, (_, seed) => randomHistory(seed));
const now = '2026-06-01T00:00:00.000Z';

/** Everything told several times, in whatever order. */
async function projected(seed: number) {
  const insight = memoryInsightStore(nodeDigest);
  const actors = new Map(histories.map(({ registration, actor }) => [registration, actor]));
  const registrations = {
    find: async (registration: string) => {
      const actor = actors.get(registration);
      return actor && { courseId, actor };
    },
  };
  const deps = { insight, registrations, digest: nodeDigest, issuer };
  const steps = histories.flatMap((history) => [
    ...history.enrolments.map((trace) => () => insight.noteEnrolment(trace)),
    ...history.progress.map((trace) => () => insight.noteProgress(trace)),
    ...history.statements.map((placed) => () => noteStatements(deps, [placed])),
    () => noteStatements(deps, history.statements),
  ]);
  const random = randomOf(seed);
  const told = [...steps, ...steps.filter(() => random() < 0.3)]
    .map((step) => ({ step, order: random() }))
    .sort((a, b) => a.order - b.order);
  for (const { step } of told) await step();
  return { insight, clock: fixedClock(now) };
}

/** Of one history, read from the beginning to the end as anybody would. */
function plainly({ statements, progress, enrolments }: History) {
  const sessions = new Map<string, { module: number; from: number; seconds?: number }>();
  const first = new Map<string, { response: string; right: boolean; module: number; counts: boolean }>();
  const played = new Map<number, number[]>();
  for (const { statement, stored } of statements) {
    const sessionId = String(statement.context?.extensions?.[contextExtensions.sessionId]);
    const verb = statement.verb.id;
    const session = sessions.get(sessionId);
    const { id: objectId = '' } = statement.object as { readonly id?: string };
    if (verb === verbs.launched) {
      const module = modules.findIndex(({ parts }) => objectId.endsWith(parts[0] ?? ''));
      const normal = statement.context?.extensions?.[contextExtensions.launchMode] === 'Normal';
      if (normal) sessions.set(sessionId, { module, from: Date.parse(stored) });
    } else if (/answered|responded/.test(verb)) {
      const response = statement.result?.response ?? '';
      const answer = {
        response,
        right: response === 'a',
        module: session?.module ?? -1,
        counts: session !== undefined,
      };
      if (!first.has(objectId)) first.set(objectId, answer);
    } else if (verb.endsWith('paused') && session) {
      const text = String(
        statement.result?.extensions?.['https://w3id.org/xapi/video/extensions/played-segments'],
      );
      const bins = new Array<number>(100).fill(0);
      for (const [from = 0, to = 0] of text.split('[,]').map((part) => part.split('[.]').map(Number))) {
        for (let second = from; second < to; second += 1) bins[second] = (bins[second] ?? 0) + 1;
      }
      (session as { bins?: number[] }).bins = bins;
    } else if ((verb === verbs.terminated || verb === verbs.abandoned) && session) {
      const wall = (Date.parse(stored) - session.from) / 1000;
      session.seconds = Math.min(wall, Number(/\d+/.exec(statement.result?.duration ?? '0')?.[0]));
    }
  }
  for (const { module, bins } of [...sessions.values()] as { module: number; bins?: number[] }[]) {
    if (!bins) continue;
    const before = played.get(module) ?? new Array<number>(100).fill(0);
    played.set(
      module,
      before.map((count, n) => Math.max(count, bins[n] ?? 0)),
    );
  }
  const last = progress.at(-1);
  const over = enrolments.at(-1)?.over ?? false;
  return { sessions: [...sessions.values()], first: [...first], played, last, over };
}

describe('statistics against a plain recount of random histories, told twice and in any order', () => {
  const all = histories.map(plainly).filter(({ over, last }) => !(over && last === undefined));
  const of = (test: (one: (typeof all)[number]) => boolean) => told(all.filter(test).length);

  it.each([1, 2, 3])(
    'counts the funnel, where learners stopped, and how long they took (%i)',
    async (seed) => {
      const deps = await projected(seed);
      const statistics = await readCourseStatistics(deps, { courseId, version: 1, modules });
      expect(statistics.learners).toBe(told(all.length));
      expect(statistics.steps.map(({ people }) => people)).toEqual([
        told(all.length),
        of(({ last }) => last !== undefined),
        ...modules.flatMap(({ moduleId }) => [
          of(({ last }) => last?.started.includes(moduleId) ?? false),
          of(({ last }) => last?.finished.includes(moduleId) ?? false),
        ]),
        of(({ last }) => last?.completedAt !== undefined),
      ]);
      const stopped = (module: string | undefined) =>
        of(
          ({ last }) =>
            last?.completedAt === undefined &&
            last?.lastModule === module &&
            Date.parse(now) - Date.parse(last?.lastAt ?? '2026-01-10') > 14 * 86_400_000,
        );
      expect(statistics.stops.map(({ people }) => people)).toEqual([
        stopped(undefined),
        ...modules.map(({ moduleId }) => stopped(moduleId)),
      ]);
      const seconds = (test: (last: History['progress'][number]) => boolean, module?: number) =>
        all
          .flatMap(({ last, sessions }) => {
            const own = sessions.filter((one) => module === undefined || one.module === module);
            if (!last || !test(last) || own.length === 0) return [];
            return own.reduce((sum, one) => sum + (one.seconds ?? 0), 0);
          })
          .sort((a, b) => a - b);
      const spread = (times: readonly number[]) => ({
        people: told(times.length),
        ...(times.length >= 10 && {
          quartiles: {
            lower: Math.round(quantile(times, 0.25)),
            median: Math.round(quantile(times, 0.5)),
            upper: Math.round(quantile(times, 0.75)),
          },
        }),
      });
      expect(statistics.times).toEqual([
        spread(seconds(({ completedAt }) => completedAt !== undefined)),
        ...modules.map(({ moduleId }, n) => ({
          moduleId,
          ...spread(seconds(({ finished }) => finished.includes(moduleId), n)),
        })),
      ]);
    },
  );

  it('counts viewers second by second, and first answers question by question', async () => {
    const deps = await projected(9);
    const module = modules[0] as (typeof modules)[number];

    const found = await readModuleStatistics(deps, { courseId, version: 1, module });
    const viewers = all.flatMap(({ played }) => (played.has(0) ? [played.get(0) ?? []] : []));
    expect(found.watching?.viewers).toBe(told(viewers.length));
    expect(found.watching?.bins.map((bin) => [bin.viewers, bin.again])).toEqual(
      Array.from({ length: 100 }, (_, n) => [
        told(viewers.filter((bins) => (bins[n] ?? 0) > 0).length),
        told(viewers.filter((bins) => (bins[n] ?? 0) > 1).length),
      ]),
    );
    const answers = all.flatMap(({ first }) => first).filter(([, one]) => one.counts && one.module === 0);
    const questions = [0, 1, 2, 3].map((n) => answers.filter(([id]) => id.endsWith(`/soal/${n}`)));
    expect(found.questions.map(({ answers: people }) => people)).toEqual(
      questions.map((own) => told(own.length)),
    );
    found.questions.forEach(({ figures }, n) => {
      const own = questions[n] ?? [];
      const right = own.filter(([, one]) => one.right).length;
      expect(figures?.difficulty).toBe(roughly(right / own.length, own.length));
      const counts = ['a', 'b', 'c'].map((id) => told(own.filter(([, one]) => one.response === id).length));
      const shown = ['a', 'b', 'c'].map(
        (id) => figures?.responses.find(({ response }) => response === id)?.people,
      );
      expect(shown).toEqual(counts);
    });
  });

  it('counts those who enrolled in the months asked for', async () => {
    const deps = await projected(4);
    const wish = { courseId, version: 1, modules, from: '2026-02', until: '2026-02' };
    const { learners } = await readCourseStatistics(deps, wish);
    const inFebruary = histories.filter(({ enrolments }, n) => {
      const { over, last } = plainly(histories[n] as History);
      const at = new Date(Date.parse(enrolments[0]?.enrolledAt ?? '') + 7 * 3600_000);
      return at.getUTCMonth() === 1 && !(over && last === undefined);
    });
    expect(learners).toBe(told(inFebruary.length));
  });
});
