import type { PlanItem } from '@sinau/annual-plan';
import { memoryLinkStore, memoryPlanStore, planItemOf, planOf } from '@sinau/annual-plan/testing';
import { memoryCompetencyStores } from '@sinau/competency/testing';
import type { Enrolment } from '@sinau/enrolment';
import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { beforeEach, expect, it } from 'vitest';
import { servedPlans } from './served-plans.ts';

const agencyId = 'bkn' as AgencyId;
const sri: PersonPrincipal = {
  ...{ kind: 'person', personId: 'sri' as PersonId, name: 'Sri', roles: ['learner'], agencyId },
};
const enrolmentOf = (over: Partial<Enrolment> = {}) =>
  ({ courseId: 'c1', personId: 'sri', enrolledAt: '2027-03-01T02:00:00.000Z', ...over }) as Enrolment;
const clock = fixedClock('2027-06-01T02:00:00.000Z');

let plans: ReturnType<typeof memoryPlanStore>;
let links: ReturnType<typeof memoryLinkStore>;
let competency: ReturnType<typeof memoryCompetencyStores>;
beforeEach(() => {
  [plans, links, competency] = [memoryPlanStore(), memoryLinkStore(), memoryCompetencyStores()];
});
const read = (enrolment: Enrolment | undefined, person = sri) =>
  servedPlans(
    { annualPlan: async () => ({ plans, links }), competency: async () => competency, clock } as never,
    person,
    enrolment,
  );

async function ownItem(itemId: string, agreedAt: string, over: object = {}) {
  const step = { move: 'agree', to: 'agreed', side: 'office', by: { id: 'w', name: 'W' }, at: agreedAt };
  await competency.persons.saveItem({
    ...{ itemId, personId: 'sri', competencyId: 'M7', form: 'NKL03', title: 'Kursus', courseId: 'c1' },
    ...{ targetLevel: 3, dueOn: '2027-06-30', proposedBy: 'learner', state: 'agreed', steps: [step], rev: 0 },
    ...{ gap: { required: 3, held: 1 }, ...over },
  } as never);
}

async function plannedCourse(state: 'draft' | 'set', item: PlanItem = planItemOf()) {
  await plans.begin(planOf({ state, items: 1 }), [item]);
  const place = { agencyId, year: 2027, kind: 'course' as const, learningId: 'c1' };
  await links.save({ ...place, itemId: item.itemId, by: 'rina' as PersonId, at: '2027-01-01', rev: 0 });
}

it('an enrolment serves the item of one’s own plan that names its course, with the gap as it was agreed', async () => {
  await ownItem('d1', '2027-02-01T02:00:00.000Z');
  await ownItem('lain', '2027-02-01T02:00:00.000Z', { courseId: 'c2' });
  await ownItem('usul', '2027-02-01T02:00:00.000Z', { state: 'proposed', steps: [] });
  expect(await read(enrolmentOf())).toEqual([
    { kind: 'own', itemId: 'd1', competency: expect.objectContaining({ id: 'Mengelola Perubahan' }), gap: 2 },
  ]);
});

it('what was agreed after the course was finished is no reason why it was taken', async () => {
  await ownItem('d1', '2027-05-01T02:00:00.000Z');
  expect(await read(enrolmentOf({ completedAt: '2027-04-01T02:00:00.000Z' }))).toEqual([]);
  expect(await read(enrolmentOf({ completedAt: '2027-05-02T02:00:00.000Z' }))).toHaveLength(1);
});

it('what was agreed, taken back and agreed anew is agreed since the last time', async () => {
  const step = (move: string, at: string) => ({ move, to: 'agreed', side: 'office', by: { id: 'w' }, at });
  const steps = [
    step('agree', '2027-02-01T02:00:00.000Z'),
    step('undo', '2027-02-01T03:00:00.000Z'),
    step('change', '2027-04-01T02:00:00.000Z'),
    step('agree', '2027-05-01T02:00:00.000Z'),
    step('finish', '2027-06-01T02:00:00.000Z'),
  ];
  await ownItem('d1', '', { steps, state: 'done' });
  expect(await read(enrolmentOf({ completedAt: '2027-03-01T02:00:00.000Z' }))).toEqual([]);
  expect(await read(enrolmentOf({ completedAt: '2027-05-02T02:00:00.000Z' }))).toHaveLength(1);
});

it('an enrolment serves the item of the agency’s plan in force, of the year in which it is finished', async () => {
  await plannedCourse('set');
  expect(await read(enrolmentOf())).toEqual([
    { kind: 'agency', year: 2027, title: 'Pelayanan publik yang ramah' },
  ]);
  expect(await read(enrolmentOf({ courseId: 'c2' }))).toEqual([]);
  expect(await read(enrolmentOf({ completedAt: '2026-12-01T02:00:00.000Z' }))).toEqual([]);
  expect(await read(enrolmentOf(), { ...sri, agencyId: 'lan' as AgencyId })).toEqual([]);
  const { agencyId: _, ...nobodys } = sri;
  expect(await read(enrolmentOf(), nobodys)).toEqual([]);
  expect(await read(undefined)).toEqual([]);
});

it('a draft is no plan yet', async () => {
  await plannedCourse('draft');
  expect(await read(enrolmentOf())).toEqual([]);
});
