import type { AgencyId } from '@sinau/kernel';
import type { ComplianceStore, Workforce } from './ports.ts';
import { type RecountDeps, recountPerson } from './recount-person.ts';
import { reportingDay } from './reporting-day.ts';

export interface WalkDeps extends RecountDeps {
  readonly compliance: Pick<ComplianceStore, 'recordsOf' | 'replace' | 'findWalk' | 'saveWalk'>;
  readonly workforce: Workforce;
}

const together = 100;

/**
 * Counts the people of an agency for the year that has begun, from where the walk before ended: nothing may happen to somebody
 * for months, and they count all the same. Safe to repeat and to run twice at once. Tells whether all are counted.
 */
export async function walkAgency(
  deps: WalkDeps,
  input: { readonly agencyId: AgencyId; readonly most: number },
): Promise<boolean> {
  const { agencyId, most } = input;
  const year = Number(reportingDay(deps.clock.now()).slice(0, 4));
  let walk = (await deps.compliance.findWalk(agencyId, year)) ?? { agencyId, year, people: 0 };
  for (let looked = 0; walk.doneAt === undefined && looked < most; looked += together) {
    const page = { limit: together, ...(walk.after !== undefined && { after: walk.after }) };
    const { personIds, next } = await deps.workforce.peopleOf(agencyId, page);
    for (const personId of personIds) await recountPerson(deps, personId);
    walk = {
      ...{ agencyId, year, people: walk.people + personIds.length },
      ...(next === undefined ? { doneAt: deps.clock.now().toISOString() } : { after: next }),
    };
    await deps.compliance.saveWalk(walk);
  }
  return walk.doneAt !== undefined;
}

/**
 * Counts those anew whose maximum has begun anew, as a year of their contract did, since nothing else happens to them on that day. Whoever is
 * counted leaves the list, so it is safe to repeat and to stop anywhere. Tells how many were looked at.
 */
export async function recountTurned(
  deps: RecountDeps & { readonly compliance: Pick<ComplianceStore, 'list'> },
  input: { readonly agencyId: AgencyId; readonly most: number },
): Promise<number> {
  const { agencyId, most } = input;
  const list = { kind: 'turned', agencyId, before: reportingDay(deps.clock.now()) } as const;
  const { records } = await deps.compliance.list(list, { limit: most });
  for (const { personId } of records) await recountPerson(deps, personId);
  return records.length;
}

/** The same for everybody, whatever was walked before: after rules or the way of counting have changed. Tells how many changed. */
export async function recountAgency(
  deps: RecountDeps & { readonly workforce: Workforce },
  agencyId: AgencyId,
): Promise<number> {
  let changed = 0;
  let after: string | undefined;
  do {
    const page = { limit: together, ...(after !== undefined && { after }) };
    const { personIds, next } = await deps.workforce.peopleOf(agencyId, page);
    for (const personId of personIds) if (await recountPerson(deps, personId)) changed += 1;
    after = next;
  } while (after !== undefined);
  return changed;
}
