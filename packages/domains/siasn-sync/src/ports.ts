import type { AgencyId, PersonId } from '@sinau/kernel';
import type { ConnectorSeen, Environment, SyncSettings } from './settings.ts';
import type { Content, SyncDocument, SyncRef, SyncRow, SyncState } from './sync-row.ts';

/** Rejects with `Unavailable`. Reads by key see every write that was answered before. */
export interface RowStore {
  find(ref: SyncRef): Promise<SyncRow | undefined>;
  /** All of a person, in no order. */
  listOf(personId: PersonId): Promise<readonly SyncRow[]>;
  /**
   * `row.rev`: the one that was read; it is written as the next one. `taken`: its record in SIASN stands for another line, and nothing was
   * written. `freed`: the record it does not stand for any more.
   */
  save(row: SyncRow, freed?: string): Promise<'saved' | 'stale' | 'taken'>;
  /** Those of an agency that are due at `now`, longest due first; may be behind by a moment. */
  listDue(agencyId: AgencyId, now: string, limit: number): Promise<readonly SyncRow[]>;
  /** Of an agency in one state, newest change first; may be behind by a moment. */
  listIn(
    agencyId: AgencyId,
    state: SyncState,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<{ readonly rows: readonly SyncRow[]; readonly next?: string }>;
}

export interface SettingsStore {
  find(agencyId: AgencyId): Promise<SyncSettings | undefined>;
  save(settings: SyncSettings): Promise<'saved' | 'stale'>;
  connectorOf(agencyId: AgencyId): Promise<ConnectorSeen | undefined>;
  noteConnector(seen: ConnectorSeen): Promise<void>;
  /** Agencies that have switched it on; may be behind by a moment. */
  listOn(): Promise<readonly AgencyId[]>;
}

/** A row of BKN's list of kinds of courses. */
export interface Subject {
  /** `jenisKursus`. */
  readonly id: string;
  readonly name: string;
  /** Quick code, e.g. `2162`. */
  readonly code?: string;
}

export interface CourseMapping {
  readonly subjectId?: string;
  /** `latihanStrukturalId` of leadership training. */
  readonly levelId?: number;
}

/** Words of SIASN for things of ours, by agency. */
export interface MappingStore {
  /** As loaded; nothing before that. */
  subjects(agencyId: AgencyId): Promise<readonly Subject[]>;
  replaceSubjects(agencyId: AgencyId, subjects: readonly Subject[]): Promise<void>;
  courseOf(agencyId: AgencyId, courseId: string): Promise<CourseMapping | undefined>;
  saveCourse(agencyId: AgencyId, courseId: string, mapping: CourseMapping): Promise<void>;
  /** `pnsOrangId`. */
  siasnIdOf(personId: PersonId, environment: Environment): Promise<string | undefined>;
  keepSiasnId(
    personId: PersonId,
    known: { readonly siasnId: string; readonly environment: Environment },
  ): Promise<void>;
}

export type SyncStore = {
  readonly rows: RowStore;
  readonly settings: SettingsStore;
  readonly mapping: MappingStore;
};

/** Ledger, catalogue, certificates and people, as far as this needs them. */
export interface LineSource {
  /** Home agency now; one read, where `read` takes the whole ledger. */
  homeOf(personId: PersonId): Promise<AgencyId | undefined>;
  /** Lines that are recognised, by their id. Undefined for somebody who is not there. */
  read(personId: PersonId): Promise<PersonLines | undefined>;
  /** PDF; undefined when it is not there any more. */
  document(ref: SyncRef, document: SyncDocument): Promise<Uint8Array | undefined>;
}

export interface PersonLines {
  readonly name: string;
  /** Home agency now: its people write to SIASN. */
  readonly agencyId?: AgencyId;
  /** NIP or NI PPPK now. */
  readonly nip?: string;
  readonly lines: ReadonlyMap<string, Content>;
}
