import type { AgencyId, Jp, PersonId, PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { beginPlan } from './begin-plan.ts';
import { addItem } from './items.ts';
import { linkLearning, unlinkLearning } from './link-learning.ts';
import { movePlan } from './move-plan.ts';
import type { ItemId } from './plan-item.ts';
import { readAnswers } from './read-answers.ts';
import { readFit } from './read-fit.ts';
import { listRealised, readRealisation } from './read-realisation.ts';
import { type LearningPlace, outsidePlan, type ServedItem } from './realised.ts';
import { recountRealised } from './recount-realised.ts';
import {
  memoryLinkStore,
  memoryPlanStore,
  memoryRealisedStore,
  memoryRuleStore,
  memorySignalStore,
  memoryStandingStore,
  planColleague,
  planAdmin as rina,
  someDecree,
  someGap,
  someRequest,
  withoutOfficials,
} from './testing/index.ts';

const agencyId = 'bkn' as AgencyId;
const seminar = { kind: 'event', learningId: 'e-1' } as const;
const course = { kind: 'course', learningId: 'c-1' } as const;
type Line = LearningPlace & { readonly jp: Jp; readonly serves?: ServedItem };
const lineOf = (learning: typeof seminar | typeof course, jp: number, over: Partial<Line> = {}): Line => ({
  ...{ agencyId, year: 2027, ...learning, jp: jp as Jp, ...over },
});

describe('a plan beside what came of it', () => {
  let lines: Map<string, readonly Line[]>;
  let booked: ReadonlyMap<string, number>;
  let deps: Parameters<typeof addItem>[0] &
    Parameters<typeof linkLearning>[0] &
    Parameters<typeof readRealisation>[0] &
    Parameters<typeof recountRealised>[0];
  let itemId: ItemId;
  const at = { principal: rina, year: 2027, version: 1 };
  beforeEach(async () => {
    lines = new Map();
    booked = new Map();
    deps = {
      ...{ plans: memoryPlanStore(), signals: memorySignalStore(), ids: countedIds() },
      ...{ links: memoryLinkStore(), realised: memoryRealisedStore() },
      clock: fixedClock('2026-11-29T02:00:00.000Z'),
      citizens: { resultsOf: async () => [], complaintsOf: async () => [], commitmentsOf: async () => [] },
      ...{ rules: memoryRuleStore(), standings: memoryStandingStore() },
      gaps: { gapsOf: async () => [someGap, { ...someGap, competencyId: 'M1' }] },
      forms: { has: async () => true },
      units: { unitsOf: async () => [] },
      ledger: { learnedBy: async (personId) => lines.get(personId) ?? [] },
      learnings: {
        titleOf: async (_agencyId, { learningId }) =>
          learningId.endsWith('-1') ? { id: `Judul ${learningId}` } : undefined,
      },
      costs: {
        spentIn: async () => new Map([['c-1', 300_000]]),
        bookedIn: async () => booked,
      },
    };
    await beginPlan(deps, at);
    itemId = (await addItem(deps, { ...at, signalId: 'competency:M5', request: someRequest })).itemId;
  });
  async function learn(person: string, ...learned: readonly Line[]) {
    lines.set(person, learned);
    await recountRealised(deps, person as PersonId);
  }

  async function setIt() {
    const decision = { official: 'Kepala Badan', number: 'SK-1', on: '2026-11-28' };
    const steps = [{ move: 'propose' }, { move: 'agree', decision }, { move: 'set', decision }] as const;
    for (const [n, request] of steps.entries()) {
      const principal = request.move === 'propose' ? rina : planColleague;
      const decided = { ...deps, ...withoutOfficials() };
      await movePlan(decided, { ...at, principal, request, rev: 2 + n, decree: someDecree });
    }
  }

  it('tells planned and realised people, JP and rupiah, by item and in all', async () => {
    const request = { ...someRequest, people: 5, jp: 400 as Jp, cost: 1_000_000, alternative: undefined };
    const { alternative: _, ...bare } = request;
    const second = await addItem(deps, { ...at, signalId: 'competency:M1', request: bare });
    await linkLearning(deps, { ...at, itemId, learning: seminar, spent: 2_000_000 });
    await linkLearning(deps, { ...at, itemId, learning: course });
    await learn('sri', lineOf(seminar, 800), lineOf(course, 300));
    await learn('budi', lineOf(seminar, 400));
    const view = await readRealisation(deps, at);
    const row = view.items.find(({ item }) => item.itemId === itemId);
    expect(row?.planned).toEqual({ people: 40, jp: 80_000, cost: 92_690_000 });
    expect(row?.realised).toEqual({ people: 3, jp: 1_500, cost: 2_300_000 });
    expect(row?.held.map(({ people, jp, cost, title }) => [people, jp, cost, title?.id])).toEqual([
      [2, 1_200, 2_000_000, 'Judul e-1'],
      [1, 300, 300_000, 'Judul c-1'],
    ]);
    const other = view.items.find(({ item }) => item.itemId === second.itemId);
    expect(other?.realised).toEqual({ people: 0, jp: 0, cost: 0 });
    expect(view.planned).toEqual({ people: 45, jp: 82_000, cost: 93_690_000 });
    expect(view.realised).toEqual({ people: 3, jp: 1_500, cost: 2_300_000 });
  });

  it('takes what the budget says was spent for it, and then nothing that was typed in', async () => {
    await linkLearning(deps, { ...at, itemId, learning: seminar, spent: 2_000_000 });
    await linkLearning(deps, { ...at, itemId, learning: course, spent: 50_000 });
    const costs = async () =>
      (await readRealisation(deps, at)).items.flatMap(({ held }) =>
        held.map(({ kind, cost, booked: paid }) => [kind, cost, paid]),
      );
    expect(await costs()).toEqual([
      ['event', 2_000_000, undefined],
      ['course', 350_000, undefined],
    ]);
    booked = new Map([
      ['event:e-1', 1_200_000],
      [`elsewhere:${itemId}`, 400_000],
      ['elsewhere:lain', 9],
    ]);
    expect(await costs()).toEqual([
      ['event', 1_200_000, 1_200_000],
      ['course', 350_000, undefined],
      ['elsewhere', 400_000, 400_000],
    ]);
    expect((await readRealisation(deps, at)).realised).toEqual({ people: 0, jp: 0, cost: 1_950_000 });
  });

  it('counts what was learned elsewhere beside what is linked, and lists who has', async () => {
    const elsewhere = { kind: 'elsewhere', learningId: itemId } as const;
    const asked = { principal: rina, year: 2027, learning: elsewhere, limit: 5 };
    await expect(listRealised(deps, asked)).rejects.toMatchObject({ code: 'annual-plan.not-found' });
    const line = { agencyId, year: 2027, ...elsewhere, jp: 500 as Jp };
    await learn('sri', line, { ...line, jp: 300 as Jp });
    await learn('budi', { ...line, learningId: 'lain' });
    const { items, realised } = await readRealisation(deps, at);
    expect(realised).toEqual({ people: 1, jp: 800, cost: 0 });
    expect(items[0]?.held).toEqual([{ ...elsewhere, people: 1, jp: 800, cost: 0 }]);
    expect((await listRealised(deps, asked)).people).toEqual([{ personId: 'sri', jp: 800, serves: false }]);
    const others = { ...asked, principal: { ...rina, agencyId: 'lan' as AgencyId } };
    await expect(listRealised(deps, others)).rejects.toMatchObject({ code: 'annual-plan.not-found' });
  });

  it('tells of what signals became once a plan is in force, and how often somebody has learned it', async () => {
    const signalIds = ['competency:M5', 'competency:M1'];
    const answers = async () => [...(await readAnswers(deps, { agencyId, signalIds }))];
    await linkLearning(deps, { ...at, itemId, learning: seminar });
    // A draft is nobody's word yet.
    expect(await answers()).toEqual([]);
    await setIt();
    expect(await answers()).toEqual([['competency:M5', { year: 2027, people: 0 }]]);
    await learn('sri', lineOf(seminar, 800), lineOf(seminar, 800, { agencyId: 'lan' as AgencyId }));
    await learn('budi', lineOf(seminar, 800), lineOf(course, 800));
    expect(await answers()).toEqual([['competency:M5', { year: 2027, people: 2 }]]);
    expect([...(await readAnswers(deps, { agencyId: 'lan' as AgencyId, signalIds }))]).toEqual([]);
  });

  it('counts what was learned before it was linked, and of the year and agency alone', async () => {
    await learn('sri', lineOf(seminar, 800), lineOf(seminar, 400, { year: 2026 }));
    await learn('tono', lineOf(seminar, 800, { agencyId: 'lan' as AgencyId }));
    await linkLearning(deps, { ...at, itemId, learning: seminar });
    expect((await readRealisation(deps, at)).realised).toEqual({ people: 1, jp: 800, cost: 0 });
  });

  it('lists as many people as the number says, for whoever administers the agency', async () => {
    for (const [n, name] of ['sri', 'budi', 'wati'].entries()) await learn(name, lineOf(seminar, 100 * n));
    const asked = { principal: rina, year: 2027, learning: seminar, limit: 2 };
    const nobody = { ...asked, learning: course };
    await expect(listRealised(deps, nobody)).rejects.toMatchObject({ code: 'annual-plan.not-found' });
    await linkLearning(deps, { ...at, itemId, learning: seminar });
    const first = await listRealised(deps, asked);
    const rest = await listRealised(deps, { ...asked, after: first.next ?? '' });
    expect([...first.people, ...rest.people].map(({ personId, jp }) => [personId, jp])).toEqual([
      ['budi', 100],
      ['sri', 0],
      ['wati', 200],
    ]);
    const others: readonly PersonPrincipal[] = [
      { ...rina, agencyId: 'lan' as AgencyId },
      { ...rina, roles: ['learner', 'supervisor'] },
    ];
    for (const principal of others) {
      const call = listRealised(deps, { ...asked, principal });
      await expect(call).rejects.toMatchObject({ code: 'annual-plan.not-found' });
    }
  });

  it('tells what of all that was learned is in a plan: for an item in force, and for whose own plan names it', async () => {
    const serves = { itemId: 'd-1', competencyId: 'M7' };
    await linkLearning(deps, { ...at, itemId, learning: seminar });
    await learn(
      'sri',
      lineOf(seminar, 800),
      lineOf(course, 400, { serves }),
      lineOf(seminar, 100, { year: 2026 }),
    );
    await learn('budi', lineOf(course, 600), {
      agencyId,
      year: 2027,
      ...outsidePlan('external'),
      jp: 200 as Jp,
    });
    await learn('tono', lineOf(course, 9_000, { agencyId: 'lan' as AgencyId }));
    const fit = () => readFit(deps, { principal: rina, year: 2027 });
    // A draft names nothing yet; an agreed plan of one's own does.
    expect(await fit()).toMatchObject({ all: { people: 4, jp: 2000 }, planned: { people: 1, jp: 400 } });
    expect((await fit()).version).toBeUndefined();
    await setIt();
    const { rows, ...sums } = await fit();
    expect(sums).toEqual({ version: 1, all: { people: 4, jp: 2000 }, planned: { people: 2, jp: 1200 } });
    expect(rows.map((row) => [row.learningId, row.all.jp, row.planned.jp, row.item?.itemId])).toEqual([
      ['c-1', 1000, 400, undefined],
      ['-external', 200, 0, undefined],
      ['e-1', 800, 800, itemId],
    ]);
    expect(
      (await listRealised(deps, { principal: rina, year: 2027, learning: course, limit: 5 })).people,
    ).toEqual([
      { personId: 'budi', jp: 600, serves: false },
      { personId: 'sri', jp: 400, serves: true },
    ]);
    // Agreed on no more: the same line counts outside of plans.
    await learn('sri', lineOf(seminar, 800), lineOf(course, 400));
    expect((await fit()).planned).toEqual({ people: 1, jp: 800 });
    const lan = { ...rina, agencyId: 'lan' as AgencyId };
    expect((await readFit(deps, { principal: lan, year: 2027 })).all).toEqual({ people: 1, jp: 9000 });
    const learner: PersonPrincipal = { ...rina, roles: ['learner'] };
    await expect(readFit(deps, { principal: learner, year: 2027 })).rejects.toMatchObject({
      code: 'annual-plan.not-found',
    });
  });

  it('follows the ledger when a line is taken back, corrected or comes back', async () => {
    await linkLearning(deps, { ...at, itemId, learning: seminar });
    const realised = async () => (await readRealisation(deps, at)).realised;
    await learn('sri', lineOf(seminar, 800));
    await learn('sri');
    expect(await realised()).toEqual({ people: 0, jp: 0, cost: 0 });
    await learn('sri', lineOf(seminar, 300), lineOf(seminar, 300));
    expect(await realised()).toEqual({ people: 1, jp: 600, cost: 0 });
    await recountRealised(deps, 'sri' as PersonId);
    expect(await realised()).toEqual({ people: 1, jp: 600, cost: 0 });
  });

  it('comes to the same in whatever order people are counted, and however often', async () => {
    await linkLearning(deps, { ...at, itemId, learning: seminar });
    const states = fc.array(
      fc.record({
        person: fc.constantFrom('a', 'b', 'c'),
        jp: fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 3 }),
      }),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(states, async (steps) => {
        for (const { person, jp } of steps) await learn(person, ...jp.map((one) => lineOf(seminar, one)));
        const wanted = [...lines.values()].filter((one) => one.length > 0);
        const total = wanted.flat().reduce((sum, { jp }) => sum + jp, 0);
        const { people, jp } = (await readRealisation(deps, at)).realised;
        expect([people, jp]).toEqual([wanted.length, total]);
      }),
      { numRuns: 40, seed: 2026 },
    );
  });

  it('holds an event for one item of a year, and says so; what it has cost can be written down later', async () => {
    const other = await addItem(deps, { ...at, signalId: 'competency:M1', request: someRequest });
    await linkLearning(deps, { ...at, itemId, learning: seminar });
    const again = linkLearning(deps, { ...at, itemId: other.itemId, learning: seminar });
    await expect(again).rejects.toMatchObject({ code: 'annual-plan.learning-linked' });
    await linkLearning(deps, { ...at, itemId, learning: seminar, spent: 1_500_000 });
    expect((await readRealisation(deps, at)).realised.cost).toBe(1_500_000);
    for (const spent of [-1, 1.5, Number.NaN, 1e13]) {
      const wrong = linkLearning(deps, { ...at, itemId, learning: seminar, spent });
      await expect(wrong).rejects.toMatchObject({ issues: [{ path: '/spent' }] });
    }
    await unlinkLearning(deps, { ...at, itemId, learning: seminar });
    await linkLearning(deps, { ...at, itemId: other.itemId, learning: seminar });
    const gone = unlinkLearning(deps, { ...at, itemId, learning: seminar });
    await expect(gone).rejects.toMatchObject({ code: 'annual-plan.not-found' });
  });

  it('links nothing that there is not, to no item that there is not, and for nobody else', async () => {
    const unknown = linkLearning(deps, { ...at, itemId, learning: { ...seminar, learningId: 'e-9' } });
    await expect(unknown).rejects.toMatchObject({ issues: [{ path: '/learningId' }] });
    const noItem = linkLearning(deps, { ...at, itemId: 'x' as ItemId, learning: seminar });
    await expect(noItem).rejects.toMatchObject({ code: 'annual-plan.not-found' });
    const lan = { ...rina, agencyId: 'lan' as AgencyId };
    const foreign = linkLearning(deps, { ...at, principal: lan, itemId, learning: seminar });
    await expect(foreign).rejects.toMatchObject({ code: 'annual-plan.not-found' });
  });
});
