import { randomUUID } from 'node:crypto';
import type { Clock } from '@sinau/kernel';
import * as z from 'zod';
import { inTransaction, openDatabase } from '../open-database.ts';
import type { QueueShape } from './queue-settings.ts';

const messageSchema = z.object({
  seq: z.number(),
  id: z.string(),
  body: z.string(),
  sent: z.number(),
  /** How often it was received, this time included. */
  received: z.number(),
  firstReceived: z.number().nullable(),
  receipt: z.string().nullable(),
  attributes: z
    .string()
    .nullable()
    .transform((text) => z.record(z.string(), z.string()).parse(text === null ? {} : JSON.parse(text))),
});
export type QueuedMessage = z.infer<typeof messageSchema>;
export type ReceivedMessage = QueuedMessage & { readonly receipt: string };

const schema = `
  CREATE TABLE IF NOT EXISTS messages (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, queue TEXT NOT NULL, body TEXT NOT NULL,
    sent INTEGER NOT NULL, visible INTEGER NOT NULL, received INTEGER NOT NULL DEFAULT 0,
    firstReceived INTEGER, receipt TEXT, attributes TEXT
  );
  CREATE INDEX IF NOT EXISTS by_visibility ON messages (queue, visible, seq);
  UPDATE messages SET visible = 0 WHERE receipt IS NOT NULL`;

/**
 * Messages of all queues in one SQLite file. A send is acknowledged once its transaction is in the write-ahead log, so
 * kill -9 loses none. SQLite and not a journal of our own, because receiving is a query (visible now, oldest first)
 * with an update, and a journal would need an index, compaction and a recovery of its own. What a dead process had in
 * flight is visible at once at the next start, with its receive count kept: a message that kills the process still
 * ends in the dead-letter queue.
 */
export class MessageStore {
  readonly #database: ReturnType<typeof openDatabase>;
  readonly #clock: Clock;
  readonly #listeners = new Set<() => void>();

  constructor(file: string, clock: Clock) {
    this.#database = openDatabase(file, schema);
    addAttributes(this.#database);
    this.#clock = clock;
  }

  /** The new message's id. */
  send(
    queue: string,
    message: {
      readonly body: string;
      readonly delaySeconds: number;
      /** Texts by name. */
      readonly attributes: Readonly<Record<string, string>>;
    },
  ): string {
    const { body, delaySeconds, attributes } = message;
    const id = randomUUID();
    const now = this.#clock.now().getTime();
    this.#database
      .prepare('INSERT INTO messages (id, queue, body, sent, visible, attributes) VALUES (?, ?, ?, ?, ?, ?)')
      .run(id, queue, body, now, now + delaySeconds * 1_000, JSON.stringify(attributes));
    this.#notify();
    return id;
  }

  /** Up to `max` visible messages, hidden from now on; messages whose tries are over move to the dead-letter queue. */
  receive(queue: QueueShape, max: number, hideSeconds = queue.visibilityTimeoutSeconds): ReceivedMessage[] {
    const { redrive } = queue;
    const now = this.#clock.now().getTime();
    let moved = 0;
    const received = inTransaction(this.#database, () => {
      if (redrive) {
        const { deadLetterQueue, maxReceiveCount } = redrive;
        moved = this.#move({ from: queue.name, to: deadLetterQueue, receivedAtLeast: maxReceiveCount });
      }
      const rows = this.#database
        .prepare('SELECT * FROM messages WHERE queue = ? AND visible <= ? ORDER BY seq LIMIT ?')
        .all(queue.name, now, max);
      const hide = this.#database.prepare(
        `UPDATE messages SET visible = ?, received = received + 1, receipt = ?,
         firstReceived = coalesce(firstReceived, ?) WHERE seq = ? RETURNING *`,
      );
      return rows.map((row) => {
        const { seq } = messageSchema.parse(row);
        const receipt = `${seq}.${randomUUID()}`;
        return { ...messageSchema.parse(hide.get(now + hideSeconds * 1_000, receipt, now, seq)), receipt };
      });
    });
    if (moved > 0) this.#notify();
    return received;
  }

  /** Only the latest receipt deletes: a consumer that was too slow does not take the message from its successor. */
  delete(queue: string, receipt: string): void {
    this.#database.prepare('DELETE FROM messages WHERE queue = ? AND receipt = ?').run(queue, receipt);
  }

  /** False when the receipt is not of a message in flight. */
  changeVisibility(queue: string, receipt: string, seconds: number): boolean {
    const now = this.#clock.now().getTime();
    const { changes } = this.#database
      .prepare('UPDATE messages SET visible = ? WHERE queue = ? AND receipt = ? AND visible > ?')
      .run(now + seconds * 1_000, queue, receipt, now);
    if (Number(changes) > 0) this.#notify();
    return Number(changes) > 0;
  }

  purge(queue: string): void {
    this.#database.prepare('DELETE FROM messages WHERE queue = ?').run(queue);
  }

  /** Moves every visible message back, as new: its tries start again. */
  moveAll(from: string, to: string): number {
    const moved = this.#move({ from, to, receivedAtLeast: 0 });
    this.#notify();
    return moved;
  }

  counts(queue: string): { readonly visible: number; readonly inFlight: number; readonly delayed: number } {
    const row = this.#database
      .prepare(
        `SELECT count(*) FILTER (WHERE visible <= ?1) AS visible,
         count(*) FILTER (WHERE visible > ?1 AND receipt IS NOT NULL) AS inFlight,
         count(*) FILTER (WHERE visible > ?1 AND receipt IS NULL) AS delayed FROM messages WHERE queue = ?2`,
      )
      .get(this.#clock.now().getTime(), queue);
    return z.object({ visible: z.number(), inFlight: z.number(), delayed: z.number() }).parse(row);
  }

  /** Milliseconds until a message of the queue is visible; 0 for now, undefined for an empty queue. */
  nextVisibleInMs(queue: string): number | undefined {
    const row = this.#database.prepare('SELECT min(visible) AS at FROM messages WHERE queue = ?').get(queue);
    const at = row?.at;
    return typeof at === 'number' ? Math.max(0, at - this.#clock.now().getTime()) : undefined;
  }

  /** Calls back after every change that may make a message visible; gives the way to stop it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#database.close();
  }

  #move(move: { readonly from: string; readonly to: string; readonly receivedAtLeast: number }): number {
    const now = this.#clock.now().getTime();
    const { changes } = this.#database
      .prepare(
        `UPDATE messages SET queue = ?, visible = ?, received = 0, firstReceived = NULL, receipt = NULL
         WHERE queue = ? AND visible <= ? AND received >= ?`,
      )
      .run(move.to, now, move.from, now, move.receivedAtLeast);
    return Number(changes);
  }

  #notify(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** A file from before messages had any. */
function addAttributes(database: ReturnType<typeof openDatabase>): void {
  const columns = database.prepare('PRAGMA table_info(messages)').all();
  if (columns.some(({ name }) => name === 'attributes')) return;
  database.exec('ALTER TABLE messages ADD COLUMN attributes TEXT');
}
