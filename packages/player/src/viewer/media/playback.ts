import { roundTime, type Segment, withSegment } from './segments.ts';

/** What a learner did, as it is told to the record store. */
export type PlaybackEvent =
  | { readonly kind: 'played'; readonly time: number }
  | { readonly kind: 'paused'; readonly time: number }
  | { readonly kind: 'seeked'; readonly from: number; readonly to: number };

/**
 * Follows a player and knows which parts were played. Only what ran through counts: a jump closes a part and opens another.
 * Times are seconds of the recording. `spentSeconds` is the time of the clock during which it ran.
 */
export class Playback {
  #segments: readonly Segment[];
  #running = false;
  /** Beginning of the part that runs. */
  #from = 0;
  /** The latest time that was told. */
  #time = 0;
  /** Where the learner was before he began to drag. */
  #draggedFrom: number | undefined;
  #spentMs: number;
  #tickMs = 0;
  readonly #tell: (event: PlaybackEvent) => void;

  constructor(
    tell: (event: PlaybackEvent) => void,
    before: { readonly segments: readonly Segment[]; readonly spentSeconds: number; readonly time: number },
  ) {
    this.#tell = tell;
    this.#segments = before.segments;
    this.#spentMs = before.spentSeconds * 1000;
    this.#time = roundTime(before.time);
  }

  /** With the part that runs. */
  get segments(): readonly Segment[] {
    return this.#running && this.#draggedFrom === undefined
      ? withSegment(this.#segments, [this.#from, this.#time])
      : this.#segments;
  }

  get time(): number {
    return this.#time;
  }

  get running(): boolean {
    return this.#running;
  }

  get spentSeconds(): number {
    return Math.round(this.#spentMs / 1000);
  }

  play(time: number, nowMs: number): void {
    if (this.#running) return;
    this.#running = true;
    this.#tickMs = nowMs;
    this.#begin(time);
    this.#tell({ kind: 'played', time: this.#time });
  }

  /** The player's time, several times a second. */
  tick(time: number, nowMs: number): void {
    if (!this.#running || this.#draggedFrom !== undefined) return;
    this.#spentMs += Math.max(0, nowMs - this.#tickMs);
    this.#tickMs = nowMs;
    // A time that went back without a jump is the beginning of a loop, or a fault of the file.
    if (roundTime(time) < this.#time) this.#close();
    if (roundTime(time) < this.#from) this.#begin(time);
    this.#time = roundTime(time);
  }

  pause(time: number, nowMs: number): void {
    if (!this.#running) return;
    this.tick(time, nowMs);
    this.#close();
    this.#running = false;
    this.#tell({ kind: 'paused', time: this.#time });
  }

  /** The learner jumps, or drags; many of these may come before `settle`. */
  jump(): void {
    if (this.#draggedFrom !== undefined) return;
    this.#close();
    this.#draggedFrom = this.#time;
  }

  /** The jump is over; `to` is where it led. */
  settle(to: number, nowMs: number): void {
    const from = this.#draggedFrom;
    if (from === undefined) return;
    this.#draggedFrom = undefined;
    this.#tickMs = nowMs;
    this.#begin(to);
    if (from !== this.#time) this.#tell({ kind: 'seeked', from, to: this.#time });
  }

  /** The player was moved by this page, not by the learner. */
  moveTo(time: number): void {
    this.#close();
    this.#begin(time);
  }

  #begin(time: number): void {
    this.#from = roundTime(time);
    this.#time = this.#from;
  }

  #close(): void {
    if (this.#running && this.#draggedFrom === undefined) {
      this.#segments = withSegment(this.#segments, [this.#from, this.#time]);
    }
    this.#from = this.#time;
  }
}
