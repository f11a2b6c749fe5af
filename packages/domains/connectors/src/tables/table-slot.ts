import type { ProviderId } from '@sinau/kernel';
import type { Mapping, TableColumn, TableKind } from '@sinau/rostering/table';
import type { ConnectionId } from '../connection.ts';

/** One uploaded table and what its columns mean. Its cells lie apart, under `tableId`. */
export interface UploadedTable {
  readonly tableId: string;
  /** As the file was called. */
  readonly name: string;
  readonly heads: readonly string[];
  /** Without the heads. */
  readonly rows: number;
  readonly mapping: Mapping;
  readonly uploadedAt: string;
  readonly uploadedBy: string;
}

/** The tables of one kind of a connection: the one that counts, and the one that somebody is looking at. */
export interface TableSlot {
  readonly connectionId: ConnectionId;
  readonly providerId: ProviderId;
  readonly kind: TableKind;
  /** Heads that columns were mapped to the last time, for the next file. */
  readonly heads: Readonly<Partial<Record<TableColumn, string>>>;
  /** Uploaded and not confirmed yet; nothing has been done with it. */
  readonly pending?: UploadedTable;
  /** Confirmed: what this connection says now. */
  readonly current?: UploadedTable & {
    readonly confirmedAt: string;
    readonly confirmedBy: string;
    /** Of enrolments: it names everybody who is in the courses that it names. Absent: it says nothing of others. */
    readonly isWhole?: true;
  };
  /** Counts the writes; the next one names the one it has read. 0: there was none. */
  readonly rev: number;
}
