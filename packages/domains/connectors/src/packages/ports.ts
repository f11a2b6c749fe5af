import type { PackageReading, RosterRow } from '@sinau/rostering/one-roster-package';
import type { Connection, ConnectionId } from '../connection.ts';
import type { PackageSlot } from './package-slot.ts';

/**
 * What a connection has been told by packages, file by file. Reads see every write that was answered before; every method rejects
 * with `Unavailable` when the store does not answer.
 */
export interface PackageStore {
  findSlot(connectionId: ConnectionId): Promise<PackageSlot | undefined>;
  /** Stores a slot whose row has a `rev` one lower, or none for `rev` 1. */
  saveSlot(slot: PackageSlot): Promise<'saved' | 'changed'>;
  /** `contentId` is fresh. `too-large`: nothing was kept. */
  keepRows(
    connectionId: ConnectionId,
    contentId: string,
    rows: readonly RosterRow[],
  ): Promise<'kept' | 'too-large'>;
  readRows(connectionId: ConnectionId, contentId: string): Promise<readonly RosterRow[] | undefined>;
  /** Does nothing for an absent one. */
  dropRows(connectionId: ConnectionId, contentId: string): Promise<void>;
}

/** Reads what people and machines upload. Never rejects for what the bytes hold. */
export interface PackageFilePort {
  read(bytes: Uint8Array): Promise<PackageReading>;
}

/** What follows a package that counts; told again, it does the same once more. */
export interface PackageFollowUp {
  readCatalogue(connection: Connection): Promise<void>;
  /** Results are to be taken into the inbox. */
  takeResults(connection: Connection, sent: { readonly packageId: string }): Promise<void>;
  /** The roster is to be compared with ours, once its results have been taken. */
  compare(connection: Connection): Promise<void>;
}
