import { recountPerson } from '@sinau/compliance';
import { createComplianceStore } from '@sinau/compliance/dynamo';
import { readYears, refreshYears } from '@sinau/credit';
import { createCreditStore } from '@sinau/credit/dynamo';
import { memoryCreditStore } from '@sinau/credit/testing';
import type { Person } from '@sinau/identity';
import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import type { Clock } from '@sinau/kernel';
import type { Dynamo } from '@sinau/platform/dynamo';
import { countedPerson } from '../../../functions/shared/compliance-parts.ts';
import { standingFrom } from '../../../functions/shared/person-standings.ts';
import { createBulkDynamo } from './bulk-dynamo.ts';
import type { CivilService } from './civil-service.ts';
import { seedCompetence } from './seed-competence.ts';

export interface Seeded {
  readonly rows: number;
  readonly lines: number;
  readonly seconds: number;
}

const today = '2026-11-28';

/** Writes people, units, ledgers with their sums, and the numbers of agencies, by the adapters of each. */
export async function seedPeople(
  to: { readonly dynamo: Dynamo; readonly table: string; readonly clock: Clock },
  service: CivilService,
  given: { readonly lines: number; readonly people: number },
): Promise<Seeded> {
  const began = performance.now();
  const bulk = createBulkDynamo(to.dynamo, to.table);
  const stores = { dynamo: bulk.dynamo, table: to.table };
  const organisations = createOrganisationStore(stores);
  const compliance = createComplianceStore(stores);
  for (const { agencyId, units } of service.agencies) {
    await organisations.addAgency({
      ...{ agencyId, name: `Instansi ${agencyId}`, kind: 'central', createdAt: '2026-01-01T00:00:00.000Z' },
    });
    for (const [n, unit] of units.entries()) await organisations.putUnit(unit, n);
    await compliance.saveWalk({ agencyId, year: 2026, people: 0, doneAt: '2026-01-01T00:10:00.000Z' });
  }
  let lines = 0;
  let done = 0;
  for (const person of service.people()) {
    done += 1;
    // Spread so that the sum is met exactly.
    const due = Math.round((given.lines * done) / given.people) - lines;
    lines += due;
    await seedPerson({ ...stores, clock: to.clock }, service, { person, entries: due });
  }
  const rows = await bulk.flush();
  return { rows, lines, seconds: (performance.now() - began) / 1000 };
}

async function seedPerson(
  stores: { readonly dynamo: Dynamo; readonly table: string; readonly clock: Clock },
  service: CivilService,
  { person, entries: count }: { readonly person: Person; readonly entries: number },
): Promise<void> {
  const { personId } = person;
  await createPeopleStore(stores).add(person);
  const ledger = createCreditStore(stores);
  const credit = memoryCreditStore();
  for (const entry of service.entriesOf(person, count)) {
    await credit.append(entry);
    await ledger.append(entry);
  }
  const standing = standingFrom(person);
  const standings = {
    standingOf: async () => standing,
    standingsOf: async () => new Map([[personId, standing]]),
  };
  await refreshYears({ credit, standings, clock: stores.clock }, personId);
  for (const row of await credit.yearsOf(personId)) await ledger.saveYear({ ...row, rev: 0 });
  await recountPerson(
    {
      compliance: createComplianceStore(stores),
      workforce: { personOf: async () => countedPerson(person, today) },
      credits: {
        yearsOf: (id, also) =>
          readYears({ credit, standings }, { personId: id, also, now: stores.clock.now() }),
      },
      duties: { dutiesOf: async () => service.dutiesOf(person) },
      clock: stores.clock,
    },
    personId,
  );
  await seedCompetence(stores, person);
}
