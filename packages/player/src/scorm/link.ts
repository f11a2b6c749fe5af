import type { ScormAnswer, ScormMessage } from '@sinau/scorm';
import type { CallLog } from './call-log.ts';

/** Without the numbers, which the link gives, and the calls, which it adds. */
export type Draft = Omit<ScormMessage, 'run' | 'sequence' | 'calls'>;

/**
 * `unreachable`: worth sending again. `busy`: it is, and there is a connection; this page has sent too much of late.
 * `ended`: the session is over. `replaced`: another page has taken the item over. `refused`: the server can never take
 * this message.
 */
export type Outcome =
  | { readonly kind: 'answered'; readonly answer: ScormAnswer }
  | { readonly kind: 'busy'; readonly afterMs: number }
  | { readonly kind: 'unreachable' | 'ended' | 'replaced' | 'refused' };

/** How messages leave the page. */
export interface Channel {
  /**
   * Blocks until there is an answer. `unreachable` also where the browser does not let it, which is whenever a frame is
   * being left: that says nothing about the connection.
   */
  sendNow(text: string): Outcome;
  send(text: string, signal: AbortSignal): Promise<Outcome>;
  /** Hands over what the browser sends after the page is gone; false when it takes no more. */
  beacon(text: string): boolean;
  /** Keeps texts on this device for the next page; absent: nothing is unsent any more. */
  keep(unsent: readonly string[] | undefined): void;
}

export interface LinkState {
  /** Messages without an answer. */
  readonly waiting: number;
  /** The last try failed; it goes on by itself. */
  readonly offline: boolean;
  /** Nothing more can be stored from this page. */
  readonly dead?: 'ended' | 'replaced';
  /** A message was refused, and its data could not be stored. */
  readonly refused: boolean;
}

export interface LinkOptions {
  readonly run: number;
  readonly channel: Channel;
  readonly calls: CallLog;
  readonly onAnswer: (answer: ScormAnswer) => void;
  readonly onState: (state: LinkState) => void;
  /** Calls back once after so many milliseconds. */
  readonly later: (act: () => void, ms: number) => void;
}

interface Entry {
  readonly message: ScormMessage;
  readonly text: string;
}

const firstPauseMs = 2000;
const longestPauseMs = 30_000;

/** Messages of one page to the server: numbered, one after another, sent again byte for byte until there is an answer. */
export class Link {
  readonly #options: LinkOptions;
  readonly #queue: Entry[] = [];
  #sequence = 0;
  #state: LinkState = { waiting: 0, offline: false, refused: false };
  #flight: { readonly abort: AbortController; readonly done: Promise<void> } | undefined;
  #pauseMs = firstPauseMs;
  #retryPlanned = false;
  /** The server wants to be spared for a while: until the planned retry everything waits, and is safe on the device. */
  #held = false;
  #whenSettled: (() => void)[] = [];
  /** Something is kept on the device. */
  #kept = false;

  constructor(options: LinkOptions) {
    this.#options = options;
  }

  get state(): LinkState {
    return this.#state;
  }

  /**
   * Sends everything that waits and this, in order, before it returns. False: it could not be stored and never will be.
   * Without a connection, or while the server wants to be spared, it is kept and sent later, and the answer is true.
   */
  sendNow(draft: Draft): boolean {
    if (this.#state.dead) return false;
    // What is under way may have arrived or not: it is sent again first, and the server tells them apart.
    this.#flight?.abort.abort();
    this.#flight = undefined;
    this.#add(draft);
    if (!this.#state.offline && !this.#held) return this.#sendAllNow(this.#sequence);
    this.#keep();
    this.#change({});
    this.#planRetry();
    return true;
  }

  /** Sends in the background. */
  sendSoon(draft: Draft): void {
    if (this.#state.dead) return;
    this.#add(draft);
    this.#change({});
    if (this.#held) this.#keep();
    else this.#flush();
  }

  /** The page is going: what can be handed over is, and everything is kept for the next one. */
  sendLast(): void {
    if (this.#queue.length === 0 || this.#state.dead) return;
    this.#keep();
    const { channel } = this.#options;
    // The last one knows all that the earlier ones said of its item.
    const handed = this.#queue.toReversed().filter(({ text }) => channel.beacon(text));
    const [first] = this.#queue;
    // Too large to be handed over: an ordinary request often still gets through while a tab closes.
    if (first && handed.length === 0) void channel.send(first.text, new AbortController().signal);
  }

  /** Resolves when nothing waits any more, or when it has failed once; a server that wants to be spared is waited for. */
  async settle(): Promise<void> {
    do {
      if (this.#held) await new Promise<void>((resolve) => this.#whenSettled.push(resolve));
      this.#flush();
      await this.#flight?.done;
    } while (this.#held);
  }

  /** Tries again at once. */
  retry(): void {
    if (this.#state.dead || this.#held) return;
    this.#pauseMs = firstPauseMs;
    this.#flush();
  }

  #add(draft: Draft): void {
    const { calls, run } = this.#options;
    for (const { message } of takeOvertaken(this.#queue, draft, this.#flight ? 1 : 0)) {
      calls.putBack(message.calls ?? []);
    }
    const told = calls.take();
    this.#sequence += 1;
    const message = { run, sequence: this.#sequence, ...draft, ...(told.length > 0 && { calls: [...told] }) };
    this.#queue.push({ message, text: JSON.stringify(message) });
  }

  #sendAllNow(own: number): boolean {
    let stored = true;
    for (let next = this.#queue[0]; next; next = this.#queue[0]) {
      const outcome = this.#options.channel.sendNow(next.text);
      if (outcome.kind === 'unreachable') {
        this.#keep();
        this.#change({});
        // In the background it shows whether there is a connection.
        this.#options.later(() => this.#flush(), 0);
        break;
      }
      if (outcome.kind === 'refused' && next.message.sequence === own) stored = false;
      if (!this.#settleFirst(outcome)) break;
    }
    return stored && !this.#state.dead;
  }

  #flush(): void {
    if (this.#flight || this.#queue.length === 0 || this.#state.dead) return;
    const abort = new AbortController();
    this.#flight = { abort, done: this.#sendAll(abort.signal) };
  }

  async #sendAll(signal: AbortSignal): Promise<void> {
    for (let next = this.#queue[0]; next; next = this.#queue[0]) {
      const outcome = await this.#options.channel.send(next.text, signal);
      if (signal.aborted) return;
      if (!this.#settleFirst(outcome)) break;
    }
    this.#flight = undefined;
  }

  /** What became of the first in the queue; false: sending stops. */
  #settleFirst(outcome: Outcome): boolean {
    if (outcome.kind === 'unreachable') {
      this.#change({ offline: true });
      this.#keep();
      this.#planRetry();
      return false;
    }
    if (outcome.kind === 'busy') {
      this.#held = true;
      this.#keep();
      this.#change({ offline: false });
      this.#planRetry(outcome.afterMs);
      return false;
    }
    if (outcome.kind === 'ended' || outcome.kind === 'replaced') {
      this.#keep();
      this.#change({ dead: outcome.kind, offline: false });
      return false;
    }
    this.#queue.shift();
    this.#pauseMs = firstPauseMs;
    this.#keep();
    if (outcome.kind === 'answered') this.#options.onAnswer(outcome.answer);
    this.#change({ offline: false, ...(outcome.kind === 'refused' && { refused: true }) });
    return true;
  }

  #planRetry(afterMs?: number): void {
    if (this.#retryPlanned) return;
    this.#retryPlanned = true;
    this.#options.later(() => {
      this.#retryPlanned = false;
      this.#held = false;
      this.#flush();
      for (const resolve of this.#whenSettled.splice(0)) resolve();
    }, afterMs ?? this.#pauseMs);
    if (afterMs === undefined) this.#pauseMs = Math.min(this.#pauseMs * 2, longestPauseMs);
  }

  #keep(): void {
    if (this.#queue.length === 0 && !this.#kept) return;
    this.#kept = this.#queue.length > 0;
    this.#options.channel.keep(this.#kept ? this.#queue.map(({ text }) => text) : undefined);
  }

  #change(over: Partial<LinkState>): void {
    this.#state = { ...this.#state, ...over, waiting: this.#queue.length };
    this.#options.onState(this.#state);
  }
}

/**
 * Takes out commits of the same visit that this one overtakes: a commit is all of the data. Not the first `busy` ones,
 * which are under way.
 */
function takeOvertaken(queue: Entry[], { visit, commit }: Draft, busy: number): readonly Entry[] {
  if (!commit) return [];
  const overtaken = queue.filter(
    ({ message }, place) =>
      place >= busy && message.commit && message.visit === visit && !message.end && !message.leave,
  );
  for (const entry of overtaken) queue.splice(queue.indexOf(entry), 1);
  return overtaken;
}
