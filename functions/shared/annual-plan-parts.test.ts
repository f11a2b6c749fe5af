import { listSignals } from '@sinau/annual-plan';
import {
  memoryPlanStore,
  memoryRuleStore,
  memorySignalStore,
  memoryStandingStore,
} from '@sinau/annual-plan/testing';
import type { PurposeCost } from '@sinau/budget';
import type { Course } from '@sinau/catalogue';
import { courseOf } from '@sinau/catalogue/testing';
import { memoryCompetencyStores } from '@sinau/competency/testing';
import { memoryCreditStore } from '@sinau/credit/testing';
import type { QuotaStore } from '@sinau/enrolment';
import { addService, elementCodes, endSurvey, giveAnswer, openForm, planSurvey } from '@sinau/feedback';
import { memoryFeedbackStores, memoryForumStore, memoryThemeStores } from '@sinau/feedback/testing';
import { takeThemeList, themeTemplate, tryThemeList } from '@sinau/feedback/themes';
import type { AgencyId, AgencyUnit, PersonId, PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { hmacSigner } from '@sinau/platform/crypto';
import type { Event } from '@sinau/programmes';
import { eventOf } from '@sinau/programmes/testing';
import { beforeEach, expect, it } from 'vitest';
import { neighboursOf } from './annual-plan-parts.ts';

const agencyId = 'bkn' as AgencyId;
const rina: PersonPrincipal = {
  ...{ kind: 'person', personId: 'rina' as PersonId, name: 'Rina', roles: ['agency-admin'], agencyId },
};

let clock: ReturnType<typeof fixedClock>;
const courses = new Map<string, Course>();
const events = new Map<string, Event>();
type Balance = Awaited<ReturnType<QuotaStore['balances']>>[number];
const balances: Balance[] = [];
const purposeCosts: PurposeCost[] = [];
let units: readonly AgencyUnit[];
let feedback: ReturnType<typeof feedbackDesk>;
let counts: ReturnType<typeof memoryCompetencyStores>['counts'];
let desk: Parameters<typeof listSignals>[0] & ReturnType<typeof neighboursOf>;

const feedbackDesk = () => ({
  ...{ ...memoryThemeStores(), forums: memoryForumStore() },
  ...{ ...memoryFeedbackStores(), clock, ids: countedIds(), limit: { admit: async () => true } },
  signer: hmacSigner('a secret for tests of at least 32 characters'),
});

beforeEach(() => {
  clock = fixedClock('2026-11-10T02:00:00.000Z');
  feedback = feedbackDesk();
  units = [];
  const competency = { ...memoryCompetencyStores(), units: { unitsOf: async () => units } };
  counts = competency.counts;
  const credit = { credit: memoryCreditStore() };
  const others = neighboursOf({
    ...{ citizens: feedback, competency, credit, clock },
    courses: { find: async (courseId) => courses.get(courseId) },
    events: { find: async (eventId) => events.get(eventId) },
    quotas: { balances: async () => balances },
    budgets: { purposeCosts: async () => purposeCosts },
  });
  desk = {
    ...{ ...others, plans: memoryPlanStore(), signals: memorySignalStore(), clock },
    ...{ rules: memoryRuleStore(), standings: memoryStandingStore() },
  };
});

async function survey(
  name: string,
): Promise<{ readonly serviceId: string; answer(conduct: number): Promise<void> }> {
  const service = await addService(feedback, { principal: rina, request: { name } });
  const at = { principal: rina, serviceId: service.serviceId };
  await planSurvey(feedback, { ...at, request: { from: '2026-11-01', to: '2026-11-30', swapped: true } });
  return {
    serviceId: service.serviceId,
    async answer(conduct) {
      const { form = '' } = await openForm(feedback, service);
      const scores = Object.fromEntries(elementCodes.map((code) => [code, code === 'u7' ? conduct : 4]));
      const request = { form, scores: scores as Record<(typeof elementCodes)[number], number> };
      await giveAnswer(feedback, { place: service, request, sender: 'loket' });
    },
  };
}
const signalsOf = async () =>
  (await listSignals(desk, { principal: rina, year: 2027 })).map((one) => one.basis);

it('a low U7 of a service is a signal once its survey may be told of, with the sums that everybody sees', async () => {
  const { serviceId, answer } = await survey('KTP elektronik');
  for (let n = 0; n < 10; n += 1) await answer(2);
  // It runs, and ten answers have no later ten beside them: nobody is told anything.
  expect(await signalsOf()).toEqual([]);
  await endSurvey(feedback, {
    principal: rina,
    serviceId: serviceId as never,
    surveyId: '2026-11-01' as never,
  });
  expect(await signalsOf()).toEqual([
    {
      ...{ kind: 'survey', serviceId, service: 'KTP elektronik', surveyId: '2026-11-01', element: 'u7' },
      ...{ subject: 'conduct', answers: 10, mean: 200, rule: 'sinau-skm-1' },
    },
  ]);
});

it('a survey that has just begun leaves the numbers of the one before', async () => {
  const { serviceId, answer } = await survey('Akta kelahiran');
  for (let n = 0; n < 12; n += 1) await answer(3);
  const at = { principal: rina, serviceId: serviceId as never };
  await endSurvey(feedback, { ...at, surveyId: '2026-11-01' as never });
  await planSurvey(feedback, { ...at, request: { from: '2026-11-11', to: '2026-12-30', swapped: false } });
  clock.advance(24 * 3_600_000);
  await answer(4);
  expect(await signalsOf()).toMatchObject([{ surveyId: '2026-11-01', answers: 12, mean: 300 }]);
});

it('themes of complaints are signals as everybody may know them, and small ones are not', async () => {
  const { serviceId } = await addService(feedback, { principal: rina, request: { name: 'KTP elektronik' } });
  const rows = [
    ['2026-09', 'KTP elektronik', 'Sikap petugas', 'Loket', '30', '20', ''],
    ['2026-10', 'KTP elektronik', 'sikap petugas', 'Surat', '22', '19', ''],
    ['2026-10', 'KTP elektronik', 'Parkir', 'Loket', '9', '9', ''],
  ];
  const table = { heads: themeTemplate[0] ?? [], rows: rows.map((cells, n) => ({ row: n + 2, cells })) };
  const tried = await tryThemeList(feedback, { principal: rina, name: 'aduan.csv', table });
  if (tried.outcome !== 'tried') throw new Error(tried.outcome);
  expect(await signalsOf()).toEqual([]);
  await takeThemeList(feedback, { principal: rina, listId: tried.list.listId });
  expect(await signalsOf()).toEqual([
    {
      ...{ kind: 'complaints', serviceId, service: 'KTP elektronik', theme: 'Sikap petugas', year: 2026 },
      ...{ count: 52, handled: 39 },
    },
  ]);
});

/** Every second one is two points short. */
function person(n: number, competencyId: string, unitId = '') {
  const personId = `p-${competencyId}-${unitId}-${n}` as PersonId;
  const cells = [{ competencyId, required: 4, held: n % 2 === 0 ? 4 : 2 }];
  return counts.replace({
    ...{ personId, rev: 0 },
    record: { ...{ personId, name: 'A', agencyId, unitId, criticality: 1, cells: cells as never } },
    tallies: [
      {
        ...{ agencyId, unitId },
        by: {
          ...{ people: 1, [`n.${competencyId}`]: 1, [`a.${competencyId}`]: 1 },
          ...(n % 2 === 1 && { [`s.${competencyId}`]: 1, [`p.${competencyId}`]: 2 }),
        },
      },
    ],
  });
}

it('gaps of a unit are its own, and none of one that is too small to tell or is not there', async () => {
  units = ['u1', 'u2', 'u3'].map((unitId) => ({ unitId, name: `Unit ${unitId}` }));
  for (let n = 0; n < 6; n += 1) {
    await person(n, 'M5', 'u1');
    await person(n, 'M5', 'u2');
    if (n < 4) await person(n, 'M7', 'u3');
    await person(n, 'M7', 'u2');
    await person(n, 'M7', 'u1');
  }
  const gapsIn = async (unitId: string) =>
    (await desk.gaps.gapsOf(agencyId, unitId)).map((gap) => [gap.competencyId, gap.assessed, gap.unit?.name]);
  // Who knows the agency and u2 would know of u3 by subtraction: one more is hidden beside it.
  expect(await gapsIn('u1')).toEqual([['M5', 6, 'Unit u1']]);
  expect(await gapsIn('u2')).toEqual([
    ['M5', 6, 'Unit u2'],
    ['M7', 6, 'Unit u2'],
  ]);
  expect(await gapsIn('u3')).toEqual([]);
  expect(await gapsIn('tidak-ada')).toEqual([]);
  const other = { principal: { ...rina, agencyId: 'lan' as AgencyId }, year: 2027, unitId: 'u1' };
  expect(await listSignals(desk, other)).toEqual([]);
});

it('gaps are those of the map, and none of groups too small to tell', async () => {
  for (let n = 0; n < 6; n += 1) await person(n, 'M5');
  for (let n = 0; n < 4; n += 1) await person(n, 'M1');
  expect(await signalsOf()).toEqual([
    {
      ...{ kind: 'competency', competencyId: 'M5', short: 3, assessed: 6, points: 6 },
      name: expect.objectContaining({ id: 'Pelayanan Publik' }),
    },
  ]);
});

it('forms are those that rules count', async () => {
  expect(await desk.forms.has('KL06', agencyId, '2027-03-01')).toBe(true);
  expect(await desk.forms.has('XX99', agencyId, '2027-03-01')).toBe(false);
});

it('what is held is a course that was published, or an event of the agency itself', async () => {
  courses.set('c1', courseOf({ title: { id: 'Etika' }, status: 'retired', publishedVersion: 1 }));
  courses.set('c2', courseOf({ title: { id: 'Draf' } }));
  events.set('e1', eventOf());
  events.set('e2', eventOf({ owner: { kind: 'agency', agencyId: 'lan' as AgencyId } }));
  const titleOf = (kind: 'course' | 'event', learningId: string) =>
    desk.learnings.titleOf(agencyId, { kind, learningId });
  expect(await titleOf('course', 'c1')).toEqual({ id: 'Etika' });
  expect(await titleOf('course', 'c2')).toBeUndefined();
  expect(await titleOf('event', 'e1')).toEqual({ id: 'Seminar layanan publik' });
  expect(await titleOf('event', 'e2')).toBeUndefined();
  expect(await titleOf('course', 'e1')).toBeUndefined();
});

it('what seats have cost is what the agency has paid for, course by course', async () => {
  const balance = { providerId: 'p' as Balance['providerId'], reserved: 9, committed: 9 };
  balances.push({ ...balance, courseId: 'c1', payer: 'agency', spent: 300_000 });
  balances.push({ ...balance, courseId: 'c1', payer: 'provider', spent: 50_000 });
  expect(await desk.costs.spentIn(agencyId, 2027)).toEqual(new Map([['c1', 300_000]]));
});

it('what bookings name has cost is told as plans name it', async () => {
  purposeCosts.push({ purpose: { kind: 'event', id: 'e1' }, spent: 500_000 });
  purposeCosts.push({ purpose: { kind: 'plan-item', id: 'i1' }, spent: 200_000 });
  expect(await desk.costs.bookedIn(agencyId, 2027)).toEqual(
    new Map([
      ['event:e1', 500_000],
      ['elsewhere:i1', 200_000],
    ]),
  );
});
