import { currentEmployeeNumber, type PeopleStore, type Person } from '@sinau/identity';
import { createPeopleStore } from '@sinau/identity/dynamo';
import type { Dynamo } from '@sinau/platform/dynamo';
import { type LookOutcome, type OfficialStore, takeOfficial } from '@sinau/professionalism';
import { createOfficialStore } from '@sinau/professionalism/dynamo';
import type { IndexKeeper, IndexPeople, IndexTrouble, ReadingDeps } from '@sinau/siasn-sync';
import { createReadingStore } from '@sinau/siasn-sync/dynamo';

/** How official indexes are read and where they are kept; what else reading needs has the desk of SIASN already. */
export function createSiasnIndexParts(stores: {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}): Pick<ReadingDeps, 'readings' | 'indexPeople' | 'indexes'> {
  return {
    readings: createReadingStore(stores),
    indexPeople: indexPeopleOf(createPeopleStore(stores)),
    indexes: keeperOf(createOfficialStore(stores)),
  };
}

/** Whoever has left the service, or may not sign in, is nobody to read. */
export const indexPeopleOf = (people: Pick<PeopleStore, 'listByHome' | 'findMany'>): IndexPeople => ({
  async list(agencyId, page) {
    const { people: found, next } = await people.listByHome({ kind: 'agency', agencyId }, page);
    return {
      people: found.filter(isHere).map(({ personId }) => personId),
      ...(next !== undefined && { next }),
    };
  },
  findMany: async (ids) =>
    (await people.findMany(ids)).filter(isHere).map((person) => {
      const nip = currentEmployeeNumber(person)?.value;
      const { personId, home } = person;
      return {
        personId,
        ...(home.kind === 'agency' && { agencyId: home.agencyId }),
        ...(nip !== undefined && { nip }),
      };
    }),
});

const isHere = ({ status }: Pick<Person, 'status'>): boolean => status !== 'disabled';

export const keeperOf = (official: OfficialStore): IndexKeeper => ({
  async keep(personId, { at: readAt, index, because }) {
    if (!index) return takeOfficial({ official }, { personId, readAt, outcome: outcomeOf(because) });
    const { createdAt, ...points } = index;
    await takeOfficial({ official }, { personId, readAt, outcome: 'value', index: { points, createdAt } });
  },
});

/** In words that a person can do something with. */
function outcomeOf(because: 'none' | IndexTrouble = 'none'): LookOutcome {
  if (because === 'none' || because === 'unreadable') return because;
  return because === 'refused' || because === 'forbidden' ? 'refused' : 'no-answer';
}
