import type { LaunchMode } from '@sinau/cmi5';
import { Outbox, type OutboxState } from './outbox.ts';
import { type Place, PlaceKeeper, type PlaceState } from './place-keeper.ts';
import type { RecordStore } from './record-store.ts';
import {
  type AllowedStatement,
  type AuStatement,
  allowedStatement,
  definedStatement,
  type SessionFacts,
  type StatementTools,
} from './statements.ts';

/** What the tab remembers of a session, so that a reload goes on with it. */
export interface SessionMemory {
  /** When the AU was opened, milliseconds. */
  readonly openedAt: number;
  readonly completed: boolean;
  readonly terminated: boolean;
  readonly waiting: readonly AuStatement[];
}

export interface AuPorts {
  readonly store: RecordStore;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly memory: {
    readonly read: () => SessionMemory | undefined;
    readonly write: (memory: SessionMemory) => void;
  };
  /** On this device, for what the record store does not have yet. */
  readonly rememberPlace: (place: Place | undefined) => void;
  readonly onChange: (saving: Saving) => void;
}

/** What the learner is told about what is kept. */
export interface Saving {
  /** Of the last answer of the record store. */
  readonly savedAt: Date | undefined;
  /** The last try did not get through. */
  readonly offline: boolean;
  readonly ended: boolean;
}

/** Steps of progress that are told to the LMS, in percent. */
const step = 10;
const progressed = { id: 'http://adlnet.gov/expapi/verbs/progressed', display: 'progressed' };
const progressExtension = 'https://w3id.org/xapi/cmi5/result/extensions/progress';

/**
 * This page as a cmi5 AU: says initialized first, keeps the place, says completed once and in Normal mode only, and terminated
 * last. The record store decides; nothing is ever shown as saved that it has not answered.
 */
export class Au {
  readonly mode: LaunchMode;
  readonly #ports: AuPorts;
  readonly #tools: StatementTools;
  readonly #outbox: Outbox;
  readonly #places: PlaceKeeper<Place>;
  #memory: SessionMemory;
  #progress = 0;
  #saving: Saving = { savedAt: undefined, offline: false, ended: false };
  #outboxOffline = false;
  #placeOffline = false;

  constructor(
    ports: AuPorts,
    launch: { readonly facts: SessionFacts; readonly mode: LaunchMode; readonly completed: boolean },
  ) {
    this.#ports = ports;
    this.mode = launch.mode;
    this.#tools = { facts: launch.facts, now: ports.now, newId: ports.newId };
    const known = ports.memory.read();
    this.#memory = known ?? {
      openedAt: ports.now().getTime(),
      completed: false,
      terminated: false,
      waiting: [],
    };
    if (launch.completed) this.#memory = { ...this.#memory, completed: true };
    this.#outbox = new Outbox(
      {
        send: (batch) => ports.store.send(batch).then((delivery) => this.#note(delivery)),
        keep: (waiting) => this.#remember({ waiting }),
        wait: ports.wait,
        onChange: (state) => this.#outboxChanged(state),
      },
      this.#memory.waiting,
    );
    this.#places = new PlaceKeeper<Place>({
      write: (place) => ports.store.writePlace(place).then((keeping) => this.#note(keeping)),
      remember: ports.rememberPlace,
      onChange: (state) => this.#placeChanged(state),
    });
    if (!known) this.#outbox.add(definedStatement(this.#tools, 'initialized'));
  }

  /** True once this registration has completed the AU, as far as this page knows. */
  get completed(): boolean {
    return this.#memory.completed;
  }

  get terminated(): boolean {
    return this.#memory.terminated;
  }

  get activityId(): string {
    return this.#tools.facts.activityId;
  }

  get saving(): Saving {
    return this.#saving;
  }

  get secondsOpen(): number {
    return (this.#ports.now().getTime() - this.#memory.openedAt) / 1000;
  }

  now(): Date {
    return this.#ports.now();
  }

  newId(): string {
    return this.#ports.newId();
  }

  say(parts: AllowedStatement): void {
    if (this.terminated) return;
    this.#outbox.add(allowedStatement(this.#tools, parts));
  }

  /** `id` is that of the statement, chosen before. */
  sayAs(id: string, parts: AllowedStatement): void {
    if (this.terminated) return;
    this.#outbox.add(allowedStatement({ ...this.#tools, newId: () => id }, parts));
  }

  /** `share` of what completion asks for, 0 to 1. Told in steps; never back, and 100 only once it is completed. */
  tellProgress(share: number): void {
    if (this.mode !== 'Normal' || this.completed) return;
    const percent = Math.min(99, Math.floor((share * 100) / step) * step);
    if (percent <= this.#progress) return;
    this.#progress = percent;
    this.say({ verb: progressed, result: { extensions: { [progressExtension]: percent } } });
  }

  /** Progress that was told in an earlier session is not told again. */
  startFrom(share: number): void {
    this.#progress = Math.min(99, Math.floor((share * 100) / step) * step);
  }

  /** Once in a registration, and in Normal mode only (10.2.2). */
  complete(): void {
    if (this.mode !== 'Normal' || this.completed || this.terminated) return;
    this.#remember({ completed: true });
    this.#outbox.add(definedStatement(this.#tools, 'completed', this.secondsOpen));
  }

  /** A preview keeps nothing. */
  note<Kept extends Place>(place: Kept): void {
    if (this.mode !== 'Browse' && !this.terminated) this.#places.note(place);
  }

  /** What was noted goes to the record store now. */
  flush(): Promise<void> {
    return this.#places.flush();
  }

  retry(): void {
    this.#outbox.retry();
    void this.flush();
  }

  /** The last statement of the session; nothing can be said after it. */
  terminate(): void {
    if (this.terminated) return;
    this.#outbox.add(definedStatement(this.#tools, 'terminated', this.secondsOpen));
    this.#remember({ terminated: true });
  }

  /** Resolves when everything said and noted has arrived, or the session takes nothing any more. */
  async settled(): Promise<void> {
    await this.flush();
    await this.#outbox.drained();
  }

  /** The page goes away: what waits is sent once more, without waiting for what is on its way. */
  sendLast(): void {
    this.#places.sendLast();
    const { waiting } = this.#outbox;
    if (waiting.length > 0 && !this.#saving.ended) this.#ports.store.sendLast(waiting);
  }

  #remember(change: Partial<SessionMemory>): void {
    this.#memory = { ...this.#memory, ...change };
    this.#ports.memory.write(this.#memory);
  }

  #note<Answer extends string>(answer: Answer): Answer {
    if (answer === 'stored' || answer === 'saved') this.#tell({ savedAt: this.#ports.now() });
    return answer;
  }

  #outboxChanged(state: OutboxState): void {
    this.#outboxOffline = state.offline;
    this.#tell({ ended: state.ended });
  }

  #placeChanged(state: PlaceState): void {
    this.#placeOffline = state.offline;
    this.#tell({ ended: state.ended });
  }

  #tell(change: Partial<Saving>): void {
    const ended = this.#saving.ended || change.ended === true;
    // After terminated the session ends as it should.
    const offline = this.#outboxOffline || this.#placeOffline;
    this.#saving = { ...this.#saving, ...change, offline, ended };
    this.#ports.onChange(this.#saving);
  }
}
