import type { ProviderId } from '@sinau/kernel';
import type { LearnerName, Mapping, Table, TableKind, TableReading } from '@sinau/rostering/table';
import type { Connection, ConnectionId } from '../connection.ts';
import type { TableSlot } from './table-slot.ts';

/**
 * Tables of connections, kept until another takes their place. Reads see every write that was answered before; every method
 * rejects with `Unavailable` when the store does not answer.
 */
export interface TableStore {
  findSlot(connectionId: ConnectionId, kind: TableKind): Promise<TableSlot | undefined>;
  /** Stores a slot whose row has a `rev` one lower, or none for `rev` 1. */
  saveSlot(slot: TableSlot): Promise<'saved' | 'changed'>;
  /** `too-large`: nothing was kept. */
  keepTable(connectionId: ConnectionId, tableId: string, table: Table): Promise<'kept' | 'too-large'>;
  readTable(connectionId: ConnectionId, tableId: string): Promise<Table | undefined>;
  /** Does nothing for an absent one. */
  dropTable(connectionId: ConnectionId, tableId: string): Promise<void>;
}

/** Reads what people upload. Never rejects for what the bytes hold. */
export interface TableFilePort {
  /** @param name as it was sent; says what was meant where the bytes do not */
  read(bytes: Uint8Array, name: string): Promise<TableReading>;
}

/** What follows a confirmed table; told again, it does the same once more. */
export interface TableFollowUp {
  /** The catalogue of the connection is to be read anew. */
  readCatalogue(connection: Connection): Promise<void>;
  /** Results of this table are to be taken into the inbox, after some seconds: told before it is confirmed. */
  takeResults(
    connection: Connection,
    table: { readonly tableId: string; readonly mapping: Mapping; readonly confirmedAt: string },
  ): Promise<void>;
  /** Ours and theirs are to be compared; after results, whoever has taken them begins it. */
  compare(connection: Connection): Promise<void>;
}

/** Whom a provider means. Only by names that the data agreement lets it know. */
export interface SubjectsByName {
  /** The pseudonym; undefined when nobody is called so, or the provider may not know that name of them. */
  subjectOf(providerId: ProviderId, name: LearnerName): Promise<string | undefined>;
}
