import { randomUUID } from 'node:crypto';
import { cancelEnrolment, enrolLearner, type PoolGroup } from '@sinau/enrolment';
import { createQuotaStore } from '@sinau/enrolment/dynamo';
import { createQuota, setPools } from '@sinau/enrolment/quotas';
import type { Person, Unit, UnitId } from '@sinau/identity';
import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import type { AgencyId, PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { withTables } from '@sinau/platform/testing';
import { describe, expect, it } from 'vitest';
import { createEnrolmentStore } from './enrolment-store.ts';
import { createSeatGroups } from './seat-groups.ts';

const providerId = 'univ' as ProviderId;

withTables((engine, tables) => {
  describe(`groups for whom seats are kept, on ${engine}`, () => {
    async function world() {
      const stores = { dynamo: tables().dynamo, table: tables().lms };
      const clock = fixedClock('2026-03-02T03:00:00.000Z');
      const people = createPeopleStore(stores);
      const organisations = createOrganisationStore(stores);
      const groups = createSeatGroups({ people, organisations, clock });
      const agencyId = randomUUID() as AgencyId;
      let rev = 0;
      async function unit(over: Partial<Unit> = {}): Promise<UnitId> {
        const unitId = randomUUID() as UnitId;
        const row: Unit = {
          ...{ unitId, agencyId, name: unitId, createdAt: '2026-01-01T00:00:00.000Z' },
          ...{ validFrom: '2026-01-01', past: [], ...over },
        };
        expect(await organisations.putUnit(row, rev)).toBe('stored');
        rev += 1;
        return unitId;
      }
      async function person(over: Partial<Person> = {}): Promise<Person> {
        const personId = randomUUID() as PersonId;
        const row: Person = {
          ...{ personId, name: 'Sri', email: `${personId}@contoh.example`, status: 'active' },
          ...{ roles: ['learner'], home: { kind: 'agency', agencyId }, employeeNumbers: [] },
          ...{ sessionGeneration: 1, invitedAt: '2026-01-01T00:00:00.000Z', rev: 1, ...over },
        };
        expect(await people.add(row)).toEqual({ outcome: 'stored' });
        return row;
      }
      return { stores, clock, people, organisations, groups, agencyId, unit, person };
    }

    const career = (family: 'pelaksana' | 'pengawas', from = '2026-01-01'): Pick<Person, 'career'> => ({
      career: { employment: [], posts: [{ from, title: 'P', family }], stations: [] },
    });

    it('are the unit with all above it, the post of today, and the place of the nearest unit that says one', async () => {
      const { groups, agencyId, unit, person } = await world();
      const top = await unit({ province: '31' });
      const middle = await unit({ parentId: top, province: '53', remote: true });
      const below = await unit({ parentId: middle });
      const sri = await person({ unitId: below, ...career('pelaksana') });
      expect(await groups.of(agencyId, sri.personId)).toEqual({
        ...{ units: [below, middle, top], province: '53', remote: true, family: 'pelaksana' },
      });
      const budi = await person({ unitId: top, ...career('pengawas', '2026-03-03') });
      expect(await groups.of(agencyId, budi.personId)).toEqual({ units: [top], province: '31' });
      expect(await groups.of(agencyId, (await person()).personId)).toEqual({ units: [] });
      const elsewhere = randomUUID() as AgencyId;
      expect(await groups.of(elsewhere, sri.personId)).toBeUndefined();
      expect(await groups.of(agencyId, randomUUID() as PersonId)).toBeUndefined();
    });

    it('are known where there is such a unit that is not ended, such posts and such a province', async () => {
      const { groups, agencyId, unit } = await world();
      const there = await unit();
      const ended = await unit({ validTo: '2026-02-01' });
      const knows = (group: PoolGroup, agency = agencyId) => groups.knows(agency, group);
      expect(await knows({ kind: 'unit', unitId: there })).toBe(true);
      expect(await knows({ kind: 'unit', unitId: ended })).toBe(false);
      expect(await knows({ kind: 'unit', unitId: there }, 'other' as AgencyId)).toBe(false);
      expect(await knows({ kind: 'posts', families: ['pelaksana', 'jpt-madya'] })).toBe(true);
      expect(await knows({ kind: 'posts', families: ['pelaksana', 'raja'] })).toBe(false);
      expect(await knows({ kind: 'region', province: '96' })).toBe(true);
      expect(await knows({ kind: 'region', province: '97' })).toBe(false);
    });

    it('decide in the store that all functions use who takes a kept seat', async () => {
      const { stores, clock, groups, agencyId, unit, person } = await world();
      const top = await unit();
      const below = await unit({ parentId: top });
      const enrolments = createEnrolmentStore({ ...stores, clock });
      const deps = {
        ...{ enrolments, clock, groups, quotas: createQuotaStore(stores) },
        courses: {
          openVersion: async () => ({ version: 1, admission: { mode: 'open' as const }, providerId }),
        },
        invitations: { find: async () => undefined },
        ids: { uuid: () => randomUUID(), token: () => randomUUID() },
        digest: { sha256: String, sha1: String },
      };
      const admin: PersonPrincipal = {
        ...{
          kind: 'person',
          personId: randomUUID() as PersonId,
          name: 'Admin',
          roles: ['agency-admin'],
          agencyId,
        },
      };
      const courseId = randomUUID();
      const { quotaId } = await createQuota(deps, {
        ...{ principal: { ...admin, roles: ['operator'] }, agencyId },
        request: {
          target: { kind: 'course', courseId },
          ...{ from: '2026-01-01', to: '2026-12-31', seats: 1, payer: 'agency', whenFull: 'wait' },
        },
      });
      const pools = [{ group: { kind: 'unit' as const, unitId: top }, seats: 1 }];
      clock.advance(1_000);
      await setPools(deps, { principal: admin, agencyId, quotaId, request: { rev: 1, pools } });
      const principalOf = ({ personId }: Person): PersonPrincipal => ({
        ...admin,
        personId,
        roles: ['learner'],
      });
      const [stranger, sri] = [await person(), await person({ unitId: below })];
      const enrol = (one: Person) =>
        enrolLearner(deps, { principal: principalOf(one), request: { courseId } });
      expect(await enrol(stranger)).toMatchObject({ state: 'waiting' });
      expect(await enrol(sri)).toMatchObject({ state: 'active' });
      await cancelEnrolment(deps, { principal: principalOf(sri), courseId });
      expect(await deps.quotas.find(agencyId, quotaId)).toMatchObject({
        ...{ used: 0, waiting: 1, pools: [{ taken: 0, waiting: 0 }] },
      });
    });
  });
});
