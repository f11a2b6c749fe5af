import type { AgencyId, Clock, Ids, PersonId } from '@sinau/kernel';
import type { OfficialIndex } from '@sinau/siasn';
import type { SettingsStore } from '../ports.ts';
import type { IndexReading, IndexTrouble } from './round.ts';

/** Rejects with `Unavailable`. Reads see every write that was answered before. */
export interface ReadingStore {
  find(agencyId: AgencyId): Promise<IndexReading | undefined>;
  save(reading: IndexReading): Promise<'saved' | 'stale'>;
  /** People who have asked for theirs, in no order. */
  wantedOf(agencyId: AgencyId, limit: number): Promise<readonly PersonId[]>;
  isWanted(agencyId: AgencyId, personId: PersonId): Promise<boolean>;
  want(agencyId: AgencyId, personId: PersonId): Promise<void>;
  unwant(agencyId: AgencyId, people: readonly PersonId[]): Promise<void>;
}

export interface IndexPerson {
  readonly personId: PersonId;
  /** Home agency now. */
  readonly agencyId?: AgencyId;
  /** NIP or NI PPPK now. */
  readonly nip?: string;
}

/** People of agencies, as far as this needs them: those whose account is closed are none. */
export interface IndexPeople {
  list(
    agencyId: AgencyId,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<{ readonly people: readonly PersonId[]; readonly next?: string }>;
  /** Those that exist, in no order. */
  findMany(people: readonly PersonId[]): Promise<readonly IndexPerson[]>;
}

/** Where indexes are kept. Safe to repeat. */
export interface IndexKeeper {
  keep(
    personId: PersonId,
    found: {
      readonly at: string;
      readonly index?: OfficialIndex;
      /** Absent beside `index`; without it: `none` there, or what was in the way. */
      readonly because?: 'none' | IndexTrouble;
    },
  ): Promise<void>;
}

export interface ReadingDeps {
  readonly settings: Pick<SettingsStore, 'find'>;
  readonly readings: ReadingStore;
  readonly indexPeople: IndexPeople;
  readonly indexes: IndexKeeper;
  readonly clock: Clock;
  readonly ids: Ids;
}
