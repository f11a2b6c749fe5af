import {
  hasSupervisor,
  overdueSince,
  type PersonStore,
  type PlanItem,
  type StaffDirectory,
  type StaffMember,
} from '@sinau/competency';
import type { OrganisationStore } from '@sinau/identity';
import { localDateOf } from '@sinau/kernel';
import { type TellDeps, tell } from '../shared/tell.ts';

export interface OverdueItemsDeps extends TellDeps {
  readonly organisations: Pick<OrganisationStore, 'listAgencies'>;
  readonly persons: Pick<PersonStore, 'of' | 'placeItem' | 'followed'>;
  readonly staff: Pick<StaffDirectory, 'find'>;
}

/** Days that were missed are made up for; what is overdue for longer stands in the list of the agency. */
const slackDays = 7;

/**
 * Tells whose development plan has an agreed item that was not done by its last day, and their supervisor, each once an item and day by the id of the notice.
 * A day is over here when it is over in western Indonesia, which is last. Tells of how many items it has spoken.
 */
export async function tellOverdueItems(deps: OverdueItemsDeps): Promise<number> {
  let told = 0;
  const today = localDateOf(deps.clock.now().getTime(), 'Asia/Jakarta');
  for (const { agencyId } of await deps.organisations.listAgencies()) {
    for await (const { item, member } of overdueSince(deps, { agencyId, today, days: slackDays })) {
      await tellOf(deps, item, member);
      told += 1;
    }
  }
  return told;
}

async function tellOf(deps: OverdueItemsDeps, item: PlanItem, member: StaffMember): Promise<void> {
  const { personId, itemId, title, dueOn } = item;
  const about = `plan/${encodeURIComponent(itemId)}`;
  const eventId = `plan-item-overdue:${itemId}:${dueOn}`;
  await tell(
    deps,
    { eventId: `${eventId}:${personId}`, personId },
    { kind: 'plan-item-overdue', params: { title, dueOn }, link: `/competency/${about}` },
  );
  const { supervisorId } = member;
  if (supervisorId === undefined || !hasSupervisor(member)) return;
  await tell(
    deps,
    { eventId: `${eventId}:${supervisorId}`, personId: supervisorId },
    {
      ...{ kind: 'plan-item-overdue', params: { title, dueOn, of: member.name } },
      link: `/team/competency/${encodeURIComponent(personId)}/${about}`,
    },
  );
}
