import { randomUUID } from 'node:crypto';
import { lineIdOf, openLine } from '@sinau/budget';
import { createBudgetStore, createSeatBudget } from '@sinau/budget/dynamo';
import { nothingSatisfied } from '@sinau/cmi5';
import { createRegistrationStore } from '@sinau/delivery/dynamo';
import { enrolLearner, type Registration } from '@sinau/enrolment';
import { createQuotaStore } from '@sinau/enrolment/dynamo';
import { createQuota, nameBudgetLine, releaseUnbegun } from '@sinau/enrolment/quotas';
import type { AgencyId, PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { withTables } from '@sinau/platform/testing';
import { expect, it } from 'vitest';
import { createBegunSigns } from '../shared/begun-signs.ts';
import { createEnrolmentStore } from '../shared/enrolment-store.ts';

const dayMs = 86_400_000;
const price = 100;

withTables((engine, tables) => {
  async function world() {
    const stores = { dynamo: tables().dynamo, table: tables().lms };
    const agencyId = randomUUID() as AgencyId;
    const courseId = randomUUID();
    const clock = fixedClock('2026-03-02T03:00:00.000Z');
    const registrations = createRegistrationStore(stores);
    const enrolments = createEnrolmentStore(stores);
    const told: string[] = [];
    const deps = {
      ...{ clock, enrolments, quotas: createQuotaStore(stores), budgets: createBudgetStore(stores) },
      budget: createSeatBudget(stores),
      ids: { uuid: () => randomUUID(), token: () => randomUUID() },
      digest: { sha256: String, sha1: String },
      invitations: { find: async () => undefined },
      courses: {
        openVersion: async () => ({
          ...{ version: 1, admission: { mode: 'open' as const }, price, providerId: 'univ' as ProviderId },
        }),
      },
      signs: createBegunSigns({
        registrations,
        content: { find: async () => ({ parts: [{ kind: 'cmi5' }] }) as never },
      }),
      teller: { warn: async ({ personId }: { personId: string }) => void told.push(personId) },
    };
    const admin: PersonPrincipal = {
      ...{ kind: 'person', personId: 'admin' as PersonId, name: 'Admin', roles: ['agency-admin'], agencyId },
    };
    const line = { year: 2026, code: 'DL', title: 'Diklat', source: 'apbn', ceiling: 2 * price } as const;
    await openLine(deps, { principal: admin, request: line });
    const lineId = lineIdOf(2026, 'DL');
    const { quotaId, rev } = await createQuota(deps, {
      ...{ principal: admin, agencyId },
      request: {
        ...{ target: { kind: 'course', courseId }, from: '2026-01-01', to: '2026-12-31', seats: 2 },
        ...{ payer: 'agency', whenFull: 'wait', releaseAfterDays: 30 },
      },
    });
    clock.advance(1_000);
    await nameBudgetLine(deps, {
      ...{ principal: admin, agencyId, quotaId },
      request: { rev, budgetLine: lineId },
    });
    const enrol = async (id: string) =>
      enrolLearner(deps, {
        principal: { ...admin, personId: id as PersonId, roles: ['learner'] },
        request: { courseId },
      });
    /** Opens the first part, as delivery notes it. */
    const begin = async (registration: string) => {
      const known = await registrations.read(registration);
      const actor = { homePage: 'https://sinau.example', name: 'x' };
      const fresh = {
        registration,
        courseId,
        version: 1,
        actor,
        createdAt: '',
        satisfaction: nothingSatisfied,
      };
      const aus = { 0: { launchedAt: clock.now().toISOString() } as never };
      expect(await registrations.save({ ...fresh, rev: 0, ...known, aus })).toBe('saved');
    };
    return {
      ...{ deps, told, enrol, begin, registrations },
      sweep: () => releaseUnbegun(deps, { agencyIds: [agencyId], most: 100 }),
      days: (n: number) => clock.advance(n * dayMs),
      stateOf: async (registration: string) =>
        (await enrolments.findByRegistration(registration as Registration))?.state,
      quota: () => deps.quotas.find(agencyId, quotaId),
      line: async () => (await deps.budgets.list(agencyId, 2026))[0],
    };
  }

  it(`on ${engine}: gives seat, quota and budget back of whoever has not begun, and to the next`, async () => {
    const { enrol, begin, days, sweep, stateOf, quota, line, told } = await world();
    const [idle, busy, next] = [await enrol('idle'), await enrol('busy'), await enrol('next')];
    expect(next.state).toBe('waiting');
    await begin(busy.registration);
    days(23);
    expect(await sweep()).toMatchObject({ warned: 1, released: 0 });
    expect(told).toEqual(['idle']);
    days(7);
    expect(await sweep()).toMatchObject({ warned: 0, released: 1 });
    expect(await sweep()).toMatchObject({ warned: 0, released: 0 });
    expect(await stateOf(idle.registration)).toBe('cancelled');
    for (const { registration } of [busy, next]) expect(await stateOf(registration)).toBe('active');
    expect(await quota()).toMatchObject({ used: 2, waiting: 0 });
    expect(await line()).toMatchObject({ reserved: 2 * price, committed: 0, spent: 0 });
  });

  it(`on ${engine}: whoever opens a part between the look and the write keeps the seat`, async () => {
    const { deps, enrol, begin, days, sweep, stateOf, quota } = await world();
    const { registration } = await enrol('sri');
    days(23);
    await sweep();
    days(7);
    const { signOf } = deps.signs;
    deps.signs.signOf = async (enrolment) => {
      const sign = await signOf(enrolment);
      await begin(registration);
      return sign;
    };
    expect(await sweep()).toMatchObject({ released: 0 });
    deps.signs.signOf = signOf;
    expect(await sweep()).toMatchObject({ released: 0, 'taken-off': 1 });
    expect(await stateOf(registration)).toBe('active');
    expect(await quota()).toMatchObject({ used: 1 });
  });
});
