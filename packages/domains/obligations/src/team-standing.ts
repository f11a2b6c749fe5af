import { addDays, type LocalDate } from '@sinau/kernel';

/** Something that is required of somebody and not finished. */
export interface OpenDuty {
  readonly dueOn?: LocalDate;
  readonly hasBegun: boolean;
}

export type TeamStanding = 'on-track' | 'at-risk' | 'overdue';

/** Whoever has not begun by then is asked about it, and so is everybody in the last two weeks. */
const soonDays = { begun: 14, notBegun: 30 };

/** How somebody stands with all that is required of them. What has no day is never late. */
export function teamStanding(open: readonly OpenDuty[], today: LocalDate): TeamStanding {
  const until = (dueOn: LocalDate | undefined, days: number) =>
    dueOn !== undefined && dueOn <= addDays(today, days);
  if (open.some(({ dueOn }) => until(dueOn, -1))) return 'overdue';
  const isRisky = ({ dueOn, hasBegun }: OpenDuty) =>
    until(dueOn, hasBegun ? soonDays.begun : soonDays.notBegun);
  return open.some(isRisky) ? 'at-risk' : 'on-track';
}
