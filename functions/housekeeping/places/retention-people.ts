import type { OrganisationStore, PeopleStore } from '@sinau/identity';
import type { RetentionPeople } from '@sinau/privacy';
import { concerningNow, type RecordPlaceDeps } from './person-records.ts';

const together = 25;

/** Everybody of every agency, by agency and name. */
export function retentionPeople(
  deps: RecordPlaceDeps & { readonly people: PeopleStore; readonly organisations: OrganisationStore },
): RetentionPeople {
  return {
    async page(cursor) {
      const [index = 0, after] = cursor === undefined ? [] : (JSON.parse(cursor) as [number, string?]);
      const agencies = [...(await deps.organisations.listAgencies())].sort((one, other) =>
        one.agencyId < other.agencyId ? -1 : 1,
      );
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
