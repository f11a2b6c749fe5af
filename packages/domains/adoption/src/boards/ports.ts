import type { AgencyId, PersonId } from '@sinau/kernel';
import type { BoardMember, MemberSums, UnitBoard } from './board.ts';

/** Reads see every write that was answered before, but for `membersOf`, which may lag by about a second. Rejects with `Unavailable`. */
export interface BoardStore {
  membershipOf(personId: PersonId): Promise<BoardMember | undefined>;
  /** In the place of any other. */
  join(member: BoardMember): Promise<void>;
  leave(personId: PersonId): Promise<void>;
  membersOf(agencyId: AgencyId, unitId: string): Promise<readonly BoardMember[]>;
  find(agencyId: AgencyId, unitId: string): Promise<UnitBoard | undefined>;
  /** Every board of an agency, in no order. */
  list(agencyId: AgencyId): Promise<readonly UnitBoard[]>;
  /** Writes it with `rev` one higher, if the stored one has that `rev`, or there is none and it is 0. */
  save(next: UnitBoard): Promise<'saved' | 'conflict'>;
}

export interface UnitPlace {
  readonly agencyId: AgencyId;
  readonly unitId: string;
}

export interface BoardDirectory {
  /** Where somebody works now; undefined in no unit, or not here. */
  unitOf(personId: PersonId): Promise<UnitPlace | undefined>;
  nameOf(place: UnitPlace): Promise<string | undefined>;
  /** What somebody did in a month (ISO, `2026-10`). */
  monthOf(personId: PersonId, month: string): Promise<MemberSums>;
}
