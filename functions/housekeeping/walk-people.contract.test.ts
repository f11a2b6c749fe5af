import { randomUUID } from 'node:crypto';
import { recountPerson } from '@sinau/compliance';
import { createCreditStore } from '@sinau/credit/dynamo';
import type { Person } from '@sinau/identity';
import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import type { AgencyId, Jp, PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { withTables } from '@sinau/platform/testing';
import { describe, expect, it } from 'vitest';
import { createComplianceParts } from '../shared/compliance-parts.ts';
import { peopleWalk } from './walk-people.ts';

const contract = { from: '2025-07-01', to: '2027-06-30' };

withTables((engine, tables) => {
  describe(`people of agencies, on ${engine}`, () => {
    it('are counted anew when a year of their contract begins, though nothing happens to them on that day', async () => {
      const { dynamo, lms: table } = tables();
      const clock = fixedClock('2026-03-02T02:00:00.000Z');
      const stores = { dynamo, table, clock };
      const [agencyId, personId] = [randomUUID() as AgencyId, randomUUID() as PersonId];
      const createdAt = clock.now().toISOString();
      await createOrganisationStore(stores).addAgency({
        ...{ agencyId, name: 'Badan Contoh', kind: 'central', createdAt },
      });
      await createPeopleStore(stores).add({
        ...{ personId, name: 'Yohanis', email: `${personId}@badan.example`, status: 'active' },
        ...{ roles: ['learner'], home: { kind: 'agency', agencyId }, employeeNumbers: [] },
        ...{ sessionGeneration: 1, invitedAt: '2025-07-01T01:00:00.000Z', rev: 1 },
        career: { employment: [{ status: 'PPPK', from: contract.from, contract }], posts: [], stations: [] },
      } as unknown as Person);
      const full = 2400 as Jp;
      await createCreditStore(stores).saveYear({
        ...{ personId, year: 2026, stated: full, computed: full, recognised: full, held: 0 as Jp, lines: 1 },
        ...{ periods: [{ from: '2025-07-01', to: '2026-06-30', recognised: full }] },
        ...{ asOf: createdAt, rev: 0 },
      });
      const parts = createComplianceParts(stores);
      await recountPerson(parts, personId);
      const standings = async () =>
        (await parts.compliance.countsOf({ kind: 'coverage', agencyId, year: 2026 })).get('');
      const walk = async (at: string) => {
        clock.advance(Date.parse(at) - clock.now().getTime());
        await peopleWalk(stores)();
        return standings();
      };
      expect(await walk('2026-06-30T16:00:00.000Z')).toEqual({ people: 1, 'at-maximum': 1, jp: 2400 });
      expect(await walk('2026-06-30T17:00:00.000Z')).toEqual({ people: 1, within: 1, jp: 2400 });
    });
  });
});
