import { lineIdOf, openLine, setCeiling } from '@sinau/budget';
import { memoryBudget } from '@sinau/budget/testing';
import { courseOf } from '@sinau/catalogue/testing';
import { memoryEndedStore, memoryRegistrationStore } from '@sinau/delivery/testing';
import { enrolLearner } from '@sinau/enrolment';
import { createQuota, nameBudgetLine } from '@sinau/enrolment/quotas';
import { memoryCosts, memoryEnrolmentStore, memoryInvitationStore } from '@sinau/enrolment/testing';
import type { AgencyId, Jp, PersonId, PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { memoryProgrammeStores } from '@sinau/programmes/testing';
import { expect, it } from 'vitest';
import { createOpenCourses } from '../shared/open-courses.ts';
import { followSeats } from './follow-seats.ts';

it('room that comes to a budget line goes to who waits for it, once', async () => {
  const [clock, ids, costs] = [fixedClock(), countedIds(), memoryCosts()];
  const { budgets, seats: budget } = memoryBudget();
  const enrolments = memoryEnrolmentStore({ costs, budget });
  const known = courseOf({
    ...{ status: 'published', publishedVersion: 1, jp: 400 as Jp, publishedAt: '2026-01-01T00:00:00.000Z' },
  });
  const course = { ...known, details: { ...known.details, price: 250_000 } };
  const courses = { find: async () => course };
  const deps = {
    ...{ clock, ids, enrolments, budgets, budget, quotas: costs.store, digest: nodeDigest },
    ...{ courses: createOpenCourses({ courses }), invitations: memoryInvitationStore() },
  };
  const agencyId = 'bkd' as AgencyId;
  const who = (personId: string, roles: PersonPrincipal['roles']): PersonPrincipal => ({
    ...{ kind: 'person', personId: personId as PersonId, name: personId, roles, agencyId },
  });
  const admin = who('rina', ['agency-admin']);
  const year = clock.now().getUTCFullYear();
  const lineId = lineIdOf(year, 'DL');
  const line = { year, code: 'DL', title: 'Diklat', source: 'apbn', ceiling: 0 } as const;
  await openLine(deps, { principal: admin, request: line });
  const target = { kind: 'course', courseId: course.courseId } as const;
  const days = { from: `${year}-01-01`, to: `${year}-12-31` };
  const terms = { ...days, seats: 9, payer: 'agency', whenFull: 'wait' } as const;
  const { quotaId, rev } = await createQuota(deps, {
    principal: admin,
    agencyId,
    request: { target, ...terms },
  });
  const request = { rev, budgetLine: lineId };
  await nameBudgetLine(deps, { principal: admin, agencyId, quotaId, request });
  const learner = who('sri', ['learner']);
  const waits = await enrolLearner(deps, { principal: learner, request: { courseId: course.courseId } });
  expect(waits.state).toBe('waiting');
  const more = { rev: 1, ceiling: 250_000, reason: 'Revisi DIPA', evidence: 'REV-1' };
  await setCeiling(deps, { principal: admin, lineId, request: more });
  const fact = { eventId: 'e', type: 'budget-room-came', occurredAt: '', agencyId, lineId } as const;
  const parts = {
    ...deps,
    courses,
    ended: memoryEndedStore(),
    registrations: memoryRegistrationStore(),
    ...memoryProgrammeStores(budget),
  };
  await followSeats(parts, fact);
  await followSeats(parts, fact);
  expect(await enrolments.findCurrent(learner.personId, course.courseId)).toMatchObject({ state: 'active' });
  expect(await budgets.find({ agencyId, lineId })).toMatchObject({ reserved: 250_000, room: 0, waiting: 0 });
});
