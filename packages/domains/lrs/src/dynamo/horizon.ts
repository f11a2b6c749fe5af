import type { Clock } from '@sinau/kernel';

/** A write on its way. */
export interface OpenWrite {
  /** Time to store under, epoch milliseconds. */
  readonly ms: number;
  /** The write and its list rows are done, or it will never commit. */
  close(): void;
  /** It is committed, but its list rows are not all there until `healed`. */
  leave(position: string): void;
}

/** Until when a store is complete. Decides also under which time a write is stored, since the two must agree. */
export interface Horizon {
  begin(): OpenWrite;
  /** Nothing will be stored any more at or before this; `heldMs`: time of the oldest commit without its list rows. */
  throughMs(heldMs: number | undefined): number;
  /** False when a write under this time, seen without its commit, will certainly never commit by itself. */
  mayBeOpen(ms: number): boolean;
  /** False when a write under this time must not begin its commit any more: it could land behind what was promised. */
  mayCommit(ms: number): boolean;
  /** True when `leave` is enough; otherwise a hold must tell the others of a commit without its rows. */
  readonly remembersLeft: boolean;
  /** The list rows of a commit are all there. */
  healed(position: string): void;
  /** Time of the oldest hold: as `read` tells, or as it told before while no hold has come or gone. */
  oldestHoldMs(read: () => Promise<number | undefined>): Promise<number | undefined>;
  /** A hold was written or taken away. */
  holdsChanged(): void;
}

/**
 * For many processes: a write commits within the deadline or never, so it begins no try that could end behind it. The
 * allowance covers clocks that differ and the time a crashed writer's rows take to be noticed.
 */
export function sharedHorizon(options: {
  readonly clock: Clock;
  readonly commitDeadlineMs: number;
  /** @default 2000 */
  readonly allowanceMs?: number;
  /** How long one try waits for its answer. @default 5000, as the client of DynamoDB does */
  readonly answerMs?: number;
}): Horizon {
  const { clock, commitDeadlineMs, allowanceMs = 2_000, answerMs = 5_000 } = options;
  return {
    remembersLeft: false,
    begin: () => ({ ms: clock.now().getTime(), close: () => {}, leave: () => {} }),
    mayBeOpen: (ms) => clock.now().getTime() - ms <= commitDeadlineMs,
    mayCommit: (ms) => clock.now().getTime() - ms <= commitDeadlineMs - answerMs,
    healed: () => {},
    oldestHoldMs: (read) => read(),
    holdsChanged: () => {},
    throughMs: (heldMs = Number.POSITIVE_INFINITY) =>
      Math.min(clock.now().getTime() - commitDeadlineMs - allowanceMs, heldMs - 1),
  };
}

/** For the only process that writes: the oldest write on its way, to the millisecond. */
export function soleHorizon(options: { readonly clock: Clock }): Horizon {
  const open = new Map<symbol, number>();
  const left = new Map<string, symbol>();
  const holds = rememberedHolds();
  let promised = 0;
  let latest = 0;
  return {
    ...holds,
    remembersLeft: true,
    begin() {
      const key = Symbol('write');
      // After what was promised complete, in the same millisecond too, and where the clock steps back.
      const ms = Math.max(options.clock.now().getTime(), promised + 1);
      latest = Math.max(latest, ms);
      open.set(key, ms);
      return { ms, close: () => void open.delete(key), leave: (position) => void left.set(position, key) };
    },
    throughMs(heldMs = Number.POSITIVE_INFINITY) {
      // With what was stored last, so that whoever has written reads it in this very millisecond.
      const now = Math.max(options.clock.now().getTime(), promised, latest);
      const complete = Math.min(now, ...[...open.values()].map((ms) => ms - 1), heldMs - 1);
      promised = Math.max(promised, complete);
      return complete;
    },
    // What this process does not know of was left by one that is dead.
    mayBeOpen: (ms) => [...open.values()].includes(ms),
    // However long it takes: nothing is promised past a write that is open.
    mayCommit: () => true,
    healed(position) {
      const key = left.get(position);
      if (key) open.delete(key);
      left.delete(position);
    },
  };
}

/** Nobody else writes holds, so the answer stands until this process changes them. */
function rememberedHolds(): Pick<Horizon, 'oldestHoldMs' | 'holdsChanged'> {
  let changes = 0;
  let known: { readonly ms: number | undefined } | undefined;
  return {
    async oldestHoldMs(read) {
      if (known) return known.ms;
      const before = changes;
      const ms = await read();
      // A hold that came or went during the read is perhaps not in it.
      if (changes === before) known = { ms };
      return ms;
    },
    holdsChanged() {
      changes += 1;
      known = undefined;
    },
  };
}
