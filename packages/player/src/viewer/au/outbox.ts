import type { AuStatement } from './statements.ts';

/**
 * `stored`: all of them, now or before. `refused`: the store will never take at least one of them. `later`: no answer, or the store
 * asks for patience. `ended`: the session takes nothing any more.
 */
export type Delivery = 'stored' | 'refused' | 'later' | 'ended';

export interface OutboxPorts {
  /** Sends a batch in this order. Never rejects. */
  readonly send: (batch: readonly AuStatement[]) => Promise<Delivery>;
  /** Keeps what is waiting, so that a reload goes on with it. */
  readonly keep: (waiting: readonly AuStatement[]) => void;
  /** Resolves after so many milliseconds, or as soon as `signal` aborts. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly onChange: (state: OutboxState) => void;
}

export interface OutboxState {
  readonly waiting: number;
  /** The last try did not get through; the next follows by itself. */
  readonly offline: boolean;
  /** Nothing is taken any more; what waits is lost. */
  readonly ended: boolean;
}

const maxBatch = 20;
const firstPauseMs = 1000;
const longestPauseMs = 30_000;

/**
 * Statements on their way to the record store: in order, each until it is stored, one request at a time. A batch that is refused
 * is sent again one by one, so that only the refused statement is given up.
 */
export class Outbox {
  readonly #ports: OutboxPorts;
  #waiting: readonly AuStatement[];
  /** So many at the head are sent singly, after a refusal. */
  #singles = 0;
  #offline = false;
  #ended = false;
  #pauseMs = firstPauseMs;
  #running: Promise<void> | undefined;
  #patience = new AbortController();

  constructor(ports: OutboxPorts, waiting: readonly AuStatement[] = []) {
    this.#ports = ports;
    this.#waiting = waiting;
    if (waiting.length > 0) this.#run();
  }

  get waiting(): readonly AuStatement[] {
    return this.#waiting;
  }

  add(...statements: readonly AuStatement[]): void {
    if (this.#ended || statements.length === 0) return;
    this.#waiting = [...this.#waiting, ...statements];
    this.#ports.keep(this.#waiting);
    this.#tell();
    this.#run();
  }

  /** Tries at once, whatever the pause. */
  retry(): void {
    this.#pauseMs = firstPauseMs;
    this.#patience.abort();
  }

  /** Resolves when nothing waits, or nothing is taken any more. */
  async drained(): Promise<void> {
    while (this.#running) await this.#running;
  }

  #run(): void {
    this.#running ??= this.#sendAll().finally(() => {
      this.#running = undefined;
      // Something may have come in between the last look and here.
      if (this.#waiting.length > 0 && !this.#ended) this.#run();
    });
  }

  async #sendAll(): Promise<void> {
    while (this.#waiting.length > 0 && !this.#ended) {
      const batch = this.#waiting.slice(0, this.#singles > 0 ? 1 : maxBatch);
      await this.#handle(batch, await this.#ports.send(batch));
    }
  }

  async #handle(batch: readonly AuStatement[], delivery: Delivery): Promise<void> {
    this.#offline = delivery === 'later';
    if (delivery === 'later') return this.#pause();
    this.#pauseMs = firstPauseMs;
    if (delivery === 'ended') this.#ended = true;
    else if (delivery === 'refused' && batch.length > 1) this.#singles = batch.length;
    else this.#forget(batch);
    this.#tell();
  }

  #forget(batch: readonly AuStatement[]): void {
    const gone = new Set(batch.map(({ id }) => id));
    this.#waiting = this.#waiting.filter(({ id }) => !gone.has(id));
    this.#singles = Math.max(0, this.#singles - batch.length);
    this.#ports.keep(this.#waiting);
  }

  async #pause(): Promise<void> {
    this.#tell();
    this.#patience = new AbortController();
    const pause = this.#pauseMs;
    this.#pauseMs = Math.min(pause * 2, longestPauseMs);
    await this.#ports.wait(pause, this.#patience.signal);
  }

  #tell(): void {
    this.#ports.onChange({ waiting: this.#waiting.length, offline: this.#offline, ended: this.#ended });
  }
}
