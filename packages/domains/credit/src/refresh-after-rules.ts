import type { AgencyId, PersonId } from '@sinau/kernel';
import type { RefreshStore } from './ports.ts';
import { type RefreshDeps, refreshYears } from './refresh-years.ts';

/** Whose sums a rule may change. */
export interface RuledPeople {
  agencies(): Promise<readonly AgencyId[]>;
  /** People whose home the agency is, some at a time; `next` continues. */
  peopleOf(
    agencyId: AgencyId,
    after: string | undefined,
  ): Promise<{ readonly personIds: readonly PersonId[]; readonly next?: string }>;
}

/**
 * Goes on with the sums of people whom new rules concern, for so many people at most; whatever is left waits for the next run. May be stopped and
 * repeated anywhere: a sum is made of the whole ledger each time. Tells how many people were looked at.
 */
export async function refreshAfterRules(
  deps: RefreshDeps & { readonly credit: RefreshStore; readonly ruled: RuledPeople },
  { limit }: { readonly limit: number },
): Promise<number> {
  const { credit, ruled } = deps;
  let looked = 0;
  for (const work of await credit.refreshesDue()) {
    if (work.agencyId === undefined) {
      await credit.spreadRefresh(work, await ruled.agencies());
      continue;
    }
    for (let after = work.after; looked < limit; ) {
      const { personIds, next } = await ruled.peopleOf(work.agencyId, after);
      for (const personId of personIds) await refreshYears(deps, personId);
      looked += personIds.length;
      await credit.noteRefresh(work, next);
      after = next;
      if (next === undefined) break;
    }
    if (looked >= limit) break;
  }
  return looked;
}
