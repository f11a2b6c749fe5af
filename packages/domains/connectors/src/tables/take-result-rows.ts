import type { Clock, Digest } from '@sinau/kernel';
import {
  type LearnerName,
  type Mapping,
  type ResultRow,
  readRows,
  type TableRow,
} from '@sinau/rostering/table';
import type { Connection, ConnectionId } from '../connection.ts';
import type { ConnectionStore } from '../ports.ts';
import type { ResultInbox } from '../results/ports.ts';
import { contentEventId } from '../results/result-event.ts';
import type { SubjectsByName, TableStore } from './ports.ts';
import { sentRow } from './sent-row.ts';

export interface TakeRowsDeps {
  readonly connections: Pick<ConnectionStore, 'find'>;
  readonly tables: Pick<TableStore, 'findSlot' | 'readTable' | 'dropTable'>;
  readonly inbox: Pick<ResultInbox, 'take'>;
  readonly names: SubjectsByName;
  readonly clock: Clock;
  readonly digest: Pick<Digest, 'sha256'>;
}

const together = 8;

/**
 * Takes some rows of a results table into the inbox, from the `from`-th on. A row that is wrong is left out; one that was
 * taken before is known again by what it says. Answers where to go on; undefined at the end.
 */
export async function takeResultRows(
  deps: TakeRowsDeps,
  input: {
    readonly connectionId: ConnectionId;
    readonly tableId: string;
    readonly mapping: Mapping;
    /** ISO 8601 UTC: when all its rows were said. */
    readonly confirmedAt?: string;
    readonly from: number;
    readonly atMost: number;
  },
): Promise<number | undefined> {
  const { connectionId, tableId, mapping, confirmedAt, from, atMost } = input;
  const connection = await deps.connections.find(connectionId);
  const slot = await deps.tables.findSlot(connectionId, 'results');
  const cells = await deps.tables.readTable(connectionId, tableId);
  // What was thrown away has no cells any more; what still waits has not been confirmed.
  if (!connection || !cells || slot?.pending?.tableId === tableId) return undefined;
  const rows = cells.rows.slice(from, from + atMost);
  const read = [...readRows('results', { ...cells, rows }, mapping)];
  const good = read.flatMap((one, n) => {
    const row = rows[n];
    return 'value' in one && row ? [{ value: one.value, row, place: from + n }] : [];
  });
  const file = slot?.current?.tableId === tableId ? slot.current.name : undefined;
  const table = { connection, mapping, heads: cells.heads, file, confirmedAt };
  for (let start = 0; start < good.length; start += together) {
    await Promise.all(good.slice(start, start + together).map((one) => takeRow(deps, table, one)));
  }
  const next = from + atMost;
  if (next < cells.rows.length) return next;
  if (slot?.current?.tableId !== tableId) await deps.tables.dropTable(connectionId, tableId);
  return undefined;
}

async function takeRow(
  deps: TakeRowsDeps,
  table: {
    readonly connection: Connection;
    readonly mapping: Mapping;
    readonly heads: readonly string[];
    readonly file: string | undefined;
    readonly confirmedAt: string | undefined;
  },
  { value, row, place }: { readonly value: ResultRow; readonly row: TableRow; readonly place: number },
): Promise<void> {
  const { connectionId, providerId } = table.connection;
  const { learner, externalCourseId, results } = value;
  const subject = learner.by === 'subject' ? learner.value : await deps.names.subjectOf(providerId, learner);
  const masked = maskedName(deps, learner);
  const who = subject === undefined ? { externalLearnerId: masked } : { subject };
  const { mapping } = table;
  const sent = sentRow(table, row, subject === undefined ? { mapping, maskedName: masked } : undefined);
  const receivedAt = deps.clock.now().toISOString();
  const said = { at: table.confirmedAt ?? receivedAt, place, as: 'state' } as const;
  for (const result of results) {
    await deps.inbox.take({
      ...{ providerId, source: 'file', receivedAt, said, result },
      eventId: contentEventId(deps.digest, result),
      about: { kind: 'external', connectionId, externalCourseId, ...who },
      sent,
    });
  }
}

/** Enough for whoever wrote the table to find the row, and no name of a person whom no agreement lets us keep here. */
function maskedName({ digest }: Pick<TakeRowsDeps, 'digest'>, { by, value }: LearnerName): string {
  const mark = digest.sha256(value).slice(0, 6);
  if (by === 'email') return `${value.slice(0, 1)}…@${value.split('@').at(-1) ?? ''} (${mark})`;
  return `NIP …${value.slice(-4)} (${mark})`;
}
