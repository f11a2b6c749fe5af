import type { OrganisationStore, PeopleStore } from '@sinau/identity';
import type { AgencyId } from '@sinau/kernel';
import type { RetentionPeople } from '@sinau/privacy';
import { concerningNow, type RecordPlaceDeps } from './person-records.ts';

const together = 25;

type Organisations = Pick<OrganisationStore, 'findAgency' | 'listAgencies'>;

async function agenciesOf({ organisations }: { readonly organisations: Organisations }, agencyId?: AgencyId) {
  if (agencyId !== undefined) return [await organisations.findAgency(agencyId)].flatMap((one) => one ?? []);
  return [...(await organisations.listAgencies())].sort((one, other) =>
    one.agencyId < other.agencyId ? -1 : 1,
  );
}

/** Everybody of every agency, by agency and name. */
export function retentionPeople(
  deps: RecordPlaceDeps & { readonly people: PeopleStore; readonly organisations: Organisations },
): RetentionPeople {
  return {
    async page({ cursor, agencyId }) {
      const [index = 0, after] = cursor === undefined ? [] : (JSON.parse(cursor) as [number, string?]);
      const agencies = await agenciesOf(deps, agencyId);
      const agency = agencies[index];
      if (!agency) return { people: [] };
      const page = await deps.people.listByHome(
        { kind: 'agency', agencyId: agency.agencyId },
        { limit: together, ...(after === undefined ? {} : { after }) },
      );
      const last = page.next === undefined && index + 1 >= agencies.length;
      const next = page.next === undefined ? [index + 1] : [index, page.next];
      return {
        people: page.people.map(({ personId }) => personId),
        ...(last ? {} : { next: JSON.stringify(next) }),
      };
    },
    async hasOlder(subject) {
      let cursor: string | undefined;
      do {
        const { found, next } = await concerningNow(deps, subject, cursor);
        if (found.length > 0) return true;
        cursor = next.next;
      } while (cursor !== undefined);
      return false;
    },
  };
}
