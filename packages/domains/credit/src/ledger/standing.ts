import type { AgencyId, EmploymentStatus, PersonId } from '@sinau/kernel';
import type { LocalDate, TimeZone } from '../local-date.ts';

/** From the first to the last day; the last one of all has no end. */
export interface Period {
  readonly from: LocalDate;
  readonly to?: LocalDate;
}

/** Home agency and zone of work. */
export interface Place {
  readonly agencyId?: AgencyId;
  readonly timeZone: TimeZone;
}

/** Who somebody is to the rules. */
export interface PersonStanding {
  /** Home agency now: its rules of a year hold. */
  readonly agencyId?: AgencyId;
  readonly timeZone: TimeZone;
  /** Where the person was before and is now, in order of time. @default always where they are now */
  readonly places?: readonly (Period & Place)[];
  /** In order of time. */
  readonly statuses: readonly (Period & { readonly status: EmploymentStatus })[];
  /** Years of the contract of a PPPK. @default calendar years */
  readonly contractYears?: readonly Period[];
  /**
   * While the person holds a post that no maximum binds (JPT utama and madya, PP 49/2018 Ps 40(2)).
   * @default never
   */
  readonly unbound?: readonly Period[];
  /** What nobody has filled in, so that a default stands for it. */
  readonly assumed: readonly ('status' | 'time-zone')[];
}

/** Identity, as far as credit needs it. */
export interface StandingDirectory {
  /** Undefined for somebody who is not there. Rejects with `Unavailable`. */
  standingOf(personId: PersonId): Promise<PersonStanding | undefined>;
  /** Of several at once; those who are not there are left out. Rejects with `Unavailable`. */
  standingsOf(personIds: readonly PersonId[]): Promise<ReadonlyMap<PersonId, PersonStanding>>;
}

const holds = ({ from, to }: Period, on: LocalDate) => from <= on && (to ?? on) >= on;

export const statusOn = ({ statuses }: PersonStanding, on: LocalDate): EmploymentStatus | undefined =>
  statuses.findLast((one) => holds(one, on))?.status;

/** Where the person was on a day. */
export function placeOn({ places, agencyId, timeZone }: PersonStanding, on: LocalDate): Place {
  const { agencyId: home, timeZone: zone } = places?.findLast((one) => holds(one, on)) ?? {
    agencyId,
    timeZone,
  };
  return { timeZone: zone, ...(home !== undefined && { agencyId: home }) };
}

export const isUnbound = ({ unbound = [] }: PersonStanding, on: LocalDate): boolean =>
  unbound.some((one) => holds(one, on));

/** The period that a maximum holds for. */
export function contractYearOf({ contractYears }: PersonStanding, on: LocalDate): Required<Period> {
  const found = contractYears?.find((one) => holds(one, on));
  const year = on.slice(0, 4);
  return { from: found?.from ?? `${year}-01-01`, to: found?.to ?? `${year}-12-31` };
}
