import type { ScormMessage } from '@sinau/scorm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { registration } from '../testing/delivery-world.ts';
import { commitOf, packageOf, scoItem, scormWorld } from '../testing/scorm-world.ts';

type Draft = Omit<ScormMessage, 'run' | 'sequence'>;

const words = ['not attempted', 'incomplete', 'completed', 'passed', 'failed'] as const;
const commit = fc.record({
  status: fc.constantFrom(...words),
  score: fc.option(fc.integer({ min: 0, max: 100 })),
  answers: fc.nat(3),
  seconds: fc.integer({ min: 1, max: 59 }),
});
const visit = fc.record({
  item: fc.constantFrom('I1', 'I2'),
  commits: fc.array(commit, { minLength: 1, maxLength: 3 }),
  exit: fc.constantFrom('', 'suspend', 'logout'),
  ends: fc.boolean(),
});
type Commit = typeof commit extends fc.Arbitrary<infer Made> ? Made : never;
type Visit = typeof visit extends fc.Arbitrary<infer Made> ? Made : never;

function treeOf({ status, score, answers, seconds }: Commit, exit: string) {
  const time = `0000:00:${String(seconds).padStart(2, '0')}`;
  return {
    core: {
      ...{ lesson_status: status, session_time: time, exit },
      ...(score !== null && { score: { raw: String(score) } }),
    },
    interactions: Array.from({ length: answers }, (_, n) => ({ id: `q${n}`, result: 'correct' })),
  };
}

function draftsOf(visits: readonly Visit[]): readonly Draft[] {
  return visits.flatMap(({ item, commits, exit, ends }, index) =>
    commits.map((one, n): Draft => {
      const last = n === commits.length - 1;
      return {
        ...{ itemId: item, visit: index + 1, commit: commitOf(treeOf(one, last ? exit : '')) },
        ...(last && ends && { end: 'terminated' as const }),
      };
    }),
  );
}

/** Sends the messages; `noise` tells after each which ones are sent again. */
async function played(drafts: readonly Draft[], noise: readonly number[] = []) {
  const world = scormWorld(packageOf('1.2', scoItem('I1'), scoItem('I2', { masteryScore: 60 })));
  const { page } = await world.open();
  const sent: ScormMessage[] = [];
  for (const draft of drafts) {
    const message = page.next(draft);
    sent.push(message);
    // Warnings are told with the first answer only.
    const { warnings: _, ...answer } = await page.resend(message);
    for (const n of noise) {
      const again = sent[n % sent.length];
      if (again === message) expect(await page.resend(message)).toEqual(answer);
      else if (again) await page.resend(again);
    }
  }
  const key = { registration, moduleId: 'm1' };
  const { rev: _, ...whole } = (await world.deps.scorm.readPackage(key)) ?? { rev: 0 };
  const items = (await world.deps.scorm.listItems(key)).map(({ rev: _rev, ...item }) => item);
  return { whole, items, statements: world.records.statements, documents: [...world.documents] };
}

it('what is sent again changes nothing, and every statement is told once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(visit, { minLength: 1, maxLength: 4 }),
      fc.array(fc.nat(), { maxLength: 3 }),
      async (visits, noise) => {
        const drafts = draftsOf(visits);
        const clean = await played(drafts);
        const noisy = await played(drafts, noise);
        expect(noisy.whole).toEqual(clean.whole);
        expect(noisy.items).toEqual(clean.items);
        expect(noisy.statements).toEqual(clean.statements);
        const ids = clean.statements.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      },
    ),
    { numRuns: 40 },
  );
});

it('what was reached is never taken back, and the time of every visit counts once', async () => {
  const rank = { 'not attempted': 0, unknown: 0, incomplete: 1, completed: 2 } as const;
  await fc.assert(
    fc.asyncProperty(fc.array(visit, { minLength: 1, maxLength: 5 }), async (visits) => {
      const world = scormWorld(packageOf('1.2', scoItem('I1'), scoItem('I2')));
      const { page } = await world.open();
      let before = { completion: 0, passed: false };
      for (const draft of draftsOf(visits)) {
        const { course } = await page.send(draft);
        const now = { completion: rank[course.completion], passed: course.success === 'passed' };
        expect(now.completion).toBeGreaterThanOrEqual(before.completion);
        if (before.passed) expect(now.passed).toBe(true);
        before = now;
      }
      const key = { registration, moduleId: 'm1' };
      for (const { itemId, time, earlierSeconds, data, place } of await world.deps.scorm.listItems(key)) {
        const all = visits.filter(({ item }) => item === itemId);
        const spent = all.reduce((sum, { commits }) => sum + (commits.at(-1)?.seconds ?? 0), 0);
        const open = place.terminated ? 0 : (data.sessionSeconds ?? 0);
        expect(time.seconds + earlierSeconds + open).toBe(spent);
      }
    }),
    { numRuns: 60 },
  );
});
