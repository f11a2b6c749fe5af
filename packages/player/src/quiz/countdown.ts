/** Seconds at which the learner is told, politely, how much time is left. */
const marks = [300, 60] as const;

export interface CountdownHost {
  /** Milliseconds; any origin. */
  readonly now: () => number;
  readonly onTick: (secondsLeft: number) => void;
  /** Each mark once, and not those that had passed when it began. */
  readonly onMark: (secondsLeft: number) => void;
  readonly onEnd: () => void;
}

/** Counts down what the server says is left; every answer of the server sets it right. */
export class Countdown {
  readonly #host: CountdownHost;
  #endsAt: number;
  #told: number;
  #ended = false;

  constructor(remainingSeconds: number, host: CountdownHost) {
    this.#host = host;
    this.#endsAt = host.now() + remainingSeconds * 1000;
    this.#told = remainingSeconds;
  }

  get secondsLeft(): number {
    return Math.max(0, Math.ceil((this.#endsAt - this.#host.now()) / 1000));
  }

  sync(remainingSeconds: number): void {
    this.#endsAt = this.#host.now() + remainingSeconds * 1000;
    this.tick();
  }

  /** To be called at least once a second. */
  tick(): void {
    if (this.#ended) return;
    const left = this.secondsLeft;
    this.#host.onTick(left);
    const mark = marks.findLast((seconds) => left <= seconds && this.#told > seconds);
    if (mark !== undefined && left > 0) this.#host.onMark(mark);
    this.#told = Math.min(this.#told, left);
    if (left > 0) return;
    this.#ended = true;
    this.#host.onEnd();
  }

  stop(): void {
    this.#ended = true;
  }
}

/** `1:05:09`, `9:05`. */
export function clockText(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
