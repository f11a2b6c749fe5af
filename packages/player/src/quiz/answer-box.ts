import type { QuizMessage, QuizSaved } from '@sinau/quiz';
import { SessionError } from '../session.ts';
import { Refused } from './door.ts';

export type AnswerDraft = QuizMessage['answers'][number];

export interface BoxState {
  /** Answers that the server does not have yet. */
  readonly waiting: number;
  /** The last try failed; it goes on by itself. */
  readonly offline: boolean;
  /** ISO 8601, of the last answer that the server has. */
  readonly savedAt?: string;
  /**
   * Why nothing is sent any more: the attempt is over, another tab goes on with it, the session has ended, or the server
   * does not take what this page says.
   */
  readonly stop?: 'over' | 'replaced' | 'ended' | 'refused';
}

export interface BoxOptions {
  readonly attempt: number;
  readonly run: number;
  readonly save: (message: QuizMessage) => Promise<QuizSaved>;
  /** Keeps on the device what waits, for the next page; undefined: nothing waits. */
  readonly keep: (message: QuizMessage | undefined) => void;
  readonly onState: (state: BoxState) => void;
  /** The time that is left, by the server's clock. */
  readonly onTime: (remainingSeconds: number) => void;
  /** Calls back once after so many milliseconds. */
  readonly later: (act: () => void, ms: number) => void;
}

const firstPauseMs = 2000;
const longestPauseMs = 30_000;

/** Answers of one attempt on their way to the server: the latest of each question, one message after another, until it has them. */
export class AnswerBox {
  readonly #options: BoxOptions;
  /** By question, what the server does not have. */
  readonly #waiting = new Map<string, AnswerDraft>();
  #place: string | undefined;
  #placeTold = true;
  #sequence = 0;
  #state: BoxState = { waiting: 0, offline: false };
  #flight: Promise<void> | undefined;
  #pauseMs = firstPauseMs;
  #planned = 0;
  /** A key that was pressed a moment ago is not sent for its own sake. */
  #typing = 0;

  constructor(options: BoxOptions) {
    this.#options = options;
  }

  get state(): BoxState {
    return this.#state;
  }

  /** `delayMs`: how long to wait for more of the same. */
  put(answer: AnswerDraft, delayMs = 0): void {
    this.#waiting.set(answer.questionId, answer);
    this.#keep();
    this.#change({});
    this.#typing += 1;
    const typed = this.#typing;
    if (delayMs === 0) void this.flush();
    else this.#options.later(() => typed === this.#typing && void this.flush(), delayMs);
  }

  moveTo(questionId: string): void {
    this.#placeTold &&= this.#place === questionId;
    this.#place = questionId;
    void this.flush();
  }

  /** Asks the server how much time is left, and brings what waits. */
  sync(): void {
    this.#placeTold = false;
    void this.flush();
  }

  /** Resolves when nothing waits any more, or when it has failed once. */
  async flush(): Promise<void> {
    if (this.#state.stop) return;
    this.#flight ??= this.#sendAll().finally(() => {
      this.#flight = undefined;
    });
    await this.#flight;
  }

  retry(): void {
    this.#pauseMs = firstPauseMs;
    void this.flush();
  }

  /** What waits, as the next message: for a submit, or for a page that goes. */
  next(): QuizMessage {
    this.#sequence += 1;
    const { attempt, run } = this.#options;
    const place = this.#place === undefined ? {} : { place: this.#place };
    return { attempt, run, sequence: this.#sequence, ...place, answers: [...this.#waiting.values()] };
  }

  /** The attempt is over: nothing waits, and nothing is kept. */
  close(): void {
    this.#waiting.clear();
    this.#keep();
    this.#change({ stop: 'over', offline: false });
  }

  async #sendAll(): Promise<void> {
    while ((this.#waiting.size > 0 || !this.#placeTold) && !this.#state.stop) {
      const message = this.next();
      if (!(await this.#send(message))) return;
    }
  }

  /** False: sending stops. */
  async #send(message: QuizMessage): Promise<boolean> {
    try {
      const saved = await this.#options.save(message);
      this.#arrived(message, saved);
      return true;
    } catch (error) {
      this.#failed(error);
      return false;
    }
  }

  #arrived(message: QuizMessage, { savedAt, remainingSeconds, replaced }: QuizSaved): void {
    this.#pauseMs = firstPauseMs;
    // What was changed while it was under way still waits.
    for (const answer of message.answers) {
      if (this.#waiting.get(answer.questionId) === answer) this.#waiting.delete(answer.questionId);
    }
    this.#placeTold ||= message.place === this.#place;
    this.#keep();
    if (remainingSeconds !== undefined) this.#options.onTime(remainingSeconds);
    const saved = message.answers.length > 0 && savedAt !== undefined ? { savedAt } : {};
    this.#change({ offline: false, ...saved, ...(replaced && { stop: 'replaced' }) });
  }

  #failed(error: unknown): void {
    if (error instanceof Refused) {
      this.#change({ stop: error.code === 'delivery.attempt-over' ? 'over' : 'refused', offline: false });
    } else if (error instanceof SessionError && error.fault === 'ended') {
      this.#change({ stop: 'ended', offline: false });
    } else {
      this.#change({ offline: true });
      this.#plan();
    }
  }

  #plan(): void {
    this.#planned += 1;
    const planned = this.#planned;
    this.#options.later(() => planned === this.#planned && void this.flush(), this.#pauseMs);
    this.#pauseMs = Math.min(this.#pauseMs * 2, longestPauseMs);
  }

  #keep(): void {
    const { attempt, run, keep } = this.#options;
    const answers = [...this.#waiting.values()];
    // In the next page's eyes it was said after all that was sent.
    keep(answers.length === 0 ? undefined : { attempt, run, sequence: this.#sequence + 1, answers });
  }

  #change(over: Partial<BoxState>): void {
    this.#state = { ...this.#state, ...over, waiting: this.#waiting.size };
    this.#options.onState(this.#state);
  }
}
