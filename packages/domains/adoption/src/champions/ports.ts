import type { AgencyId, PersonId } from '@sinau/kernel';
import type { Champion } from './champion.ts';

export interface ChampionPage {
  readonly limit: number;
  readonly after?: string;
}

/** Reads see every write that was answered before, but for lists, which may lag by about a second. Rejects with `Unavailable`. */
export interface ChampionStore {
  find(personId: PersonId): Promise<Champion | undefined>;
  /** Writes it with `rev` one higher if the stored one has that `rev`, or there is none and it is 0. */
  save(next: Champion): Promise<'saved' | 'conflict'>;
  /** Active ones of exactly this unit, in no order. */
  ofUnit(agencyId: AgencyId, unitId: string): Promise<readonly Champion[]>;
  /** How many are asked or active for exactly this unit; counts no further than `most`. */
  countOfUnit(agencyId: AgencyId, unitId: string, most: number): Promise<number>;
  /** Asked and active ones of an agency, by unit. */
  ofAgency(
    agencyId: AgencyId,
    page: ChampionPage,
  ): Promise<{ readonly champions: readonly Champion[]; readonly next?: string }>;
  /** For erasure alone. */
  forget(personId: PersonId): Promise<void>;
}

export interface ChampionPlace {
  readonly agencyId: AgencyId;
  /** The unit they work in, then those above it up to the top. */
  readonly unitIds: readonly string[];
}

/** People, as champions ask for them. Rejects with `Unavailable`. */
export interface ChampionDirectory {
  /** Where somebody works now; undefined in no unit of an agency, or not here any more. */
  placeOf(personId: PersonId): Promise<ChampionPlace | undefined>;
}
