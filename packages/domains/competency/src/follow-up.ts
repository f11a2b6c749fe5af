import { type AgencyId, addDays, type LocalDate, type PersonId } from '@sinau/kernel';
import { hasSupervisor } from './authority.ts';
import type { FollowedPlace, PlanItem } from './plan-item.ts';
import type { PersonStore, StaffDirectory, StaffMember } from './ports.ts';

export const placeOf = (member: StaffMember): FollowedPlace => ({
  ...{ agencyId: member.agencyId, hasSupervisor: hasSupervisor(member) },
});

interface Deps {
  readonly staff: Pick<StaffDirectory, 'find'>;
  readonly persons: Pick<PersonStore, 'of' | 'placeItem' | 'followed'>;
}

/** After somebody has moved, or got a supervisor or lost one: says of what they plan who follows it up now. Safe to repeat. */
export async function placePlan(deps: Deps, personId: PersonId): Promise<void> {
  const { items } = await deps.persons.of(personId);
  const open = items.filter(({ state }) => state === 'proposed' || state === 'agreed');
  if (open.length === 0) return;
  const member = await deps.staff.find(personId);
  const place = member && placeOf(member);
  for (const item of open) {
    if (isSame(item.place, place)) continue;
    const { place: _, ...rest } = item;
    // Whoever was quicker has made a step, which says where the item is itself.
    await deps.persons.placeItem({ ...rest, ...(place && { place }) });
  }
}

const isSame = (a: FollowedPlace | undefined, b: FollowedPlace | undefined): boolean =>
  a?.agencyId === b?.agencyId && a?.hasSupervisor === b?.hasSupervisor;

/** `waiting`: proposals that the agency itself agrees; `overdue`: agreed, and their last day is over. */
export const followLists = ['waiting', 'overdue'] as const;
export type FollowList = (typeof followLists)[number];

interface Asked {
  readonly agencyId: AgencyId;
  /** Where the agency is. */
  readonly today: LocalDate;
}

const askedIn = ({ agencyId, today }: Asked, list: FollowList) =>
  list === 'waiting'
    ? ({ agencyId, as: 'waiting' } as const)
    : ({ agencyId, as: 'agreed', until: addDays(today, -1) } as const);

/** Items that the agency is to look at, oldest first. Whoever has moved since the item was last looked at is left out. */
export async function listFollowUps(
  deps: Deps,
  input: Asked & { readonly list: FollowList; readonly limit: number; readonly after?: string },
): Promise<{
  readonly rows: readonly { readonly item: PlanItem; readonly member: StaffMember }[];
  readonly next?: string;
}> {
  const { agencyId, list, limit, after } = input;
  const page = await deps.persons.followed(askedIn(input, list), {
    limit,
    ...(after !== undefined && { after }),
  });
  const rows: { readonly item: PlanItem; readonly member: StaffMember }[] = [];
  for (const item of page.items) {
    const member = await deps.staff.find(item.personId);
    if (member?.agencyId !== agencyId || (list === 'waiting' && hasSupervisor(member))) continue;
    rows.push({ item, member });
  }
  return { rows, ...(page.next !== undefined && { next: page.next }) };
}

/** More are told as so many, and more. */
const mostCounted = 100;

/** How many there are in each list; `isMore`: at least so many. */
export async function countFollowUps(
  deps: Pick<Deps, 'persons'>,
  asked: Asked,
): Promise<Readonly<Record<FollowList, { readonly count: number; readonly isMore: boolean }>>> {
  const [waiting, overdue] = await Promise.all(
    followLists.map(async (list) => {
      const { items, next } = await deps.persons.followed(askedIn(asked, list), { limit: mostCounted });
      return { count: items.length, isMore: next !== undefined };
    }),
  );
  const none = { count: 0, isMore: false };
  return { waiting: waiting ?? none, overdue: overdue ?? none };
}

const portion = 100;

/** Agreed items of an agency whose last day was one of these, as long as they are not done; whoever has moved since is left out. */
export async function* overdueSince(
  deps: Pick<Deps, 'persons' | 'staff'>,
  { agencyId, today, days }: Asked & { readonly days: number },
): AsyncGenerator<{ readonly item: PlanItem; readonly member: StaffMember }> {
  const asked = { agencyId, as: 'agreed', from: addDays(today, -days), until: addDays(today, -1) } as const;
  let after: string | undefined;
  do {
    const page = { limit: portion, ...(after !== undefined && { after }) };
    const { items, next } = await deps.persons.followed(asked, page);
    for (const item of items) {
      const member = await deps.staff.find(item.personId);
      if (member?.agencyId === agencyId) yield { item, member };
    }
    after = next;
  } while (after !== undefined);
}
