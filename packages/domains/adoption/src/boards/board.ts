import { type AgencyId, addDays, type LocalDate, monthOf, type PersonId } from '@sinau/kernel';

/** Somebody has chosen to be counted in the board of their unit. */
export interface BoardMember {
  readonly personId: PersonId;
  readonly agencyId: AgencyId;
  readonly unitId: string;
  /** Day of Jakarta, from which their learning may be counted. */
  readonly since: LocalDate;
}

/** What the members of a unit did together in a month. */
export interface BoardSums {
  readonly members: number;
  /** Of learning. */
  readonly minutes: number;
  readonly finished: number;
  /** Of teaching others. */
  readonly teachingMinutes: number;
}

/** The board of a unit (papan tim). */
export interface UnitBoard {
  readonly agencyId: AgencyId;
  readonly unitId: string;
  /** Somebody who leads in the unit has opened it. */
  readonly on: boolean;
  /** May stand beside other units that want the same. */
  readonly compares: boolean;
  /** The month that was told last, ISO (`2026-10`); without sums: too few, or somebody has left since. */
  readonly told?: { readonly month: string; readonly sums?: BoardSums };
  readonly rev: number;
}

/** Smaller boards would tell of persons. */
export const leastMembers = 5;

/** The last month that is over, by Jakarta: `today` is its day. */
export const boardMonth = (today: LocalDate): string => monthOf(addDays(`${monthOf(today)}-01`, -1));

/** What one member did in a month. */
export type MemberSums = Omit<BoardSums, 'members'>;

/** Of those who had joined before the month began; nothing of fewer than five. */
export function sumsOf(members: readonly MemberSums[]): BoardSums | undefined {
  if (members.length < leastMembers) return undefined;
  const sum = (of: (one: MemberSums) => number) => members.reduce((all, one) => all + of(one), 0);
  return {
    members: members.length,
    minutes: Math.round(sum(({ minutes }) => minutes)),
    finished: sum(({ finished }) => finished),
    teachingMinutes: sum(({ teachingMinutes }) => teachingMinutes),
  };
}
