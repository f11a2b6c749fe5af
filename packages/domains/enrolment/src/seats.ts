import { type Enrolment, isCurrent, steps } from './enrolment.ts';
import type { Step } from './ports.ts';

/** What one step does to the course's counter, and what must hold for it. */
export interface SeatEffects {
  /** Change of the seats held. */
  readonly taken: number;
  /** Change of the length of the waiting list. */
  readonly waiting: number;
  /**
   * `free`: fewer seats are held than there are. `unclaimed`: that, and nobody waits, so that no newcomer overtakes.
   * `needed`: no seat is free, or others wait.
   */
  readonly rule?: 'free' | 'unclaimed' | 'needed';
}

const holds = (enrolment: Enrolment | undefined) =>
  enrolment?.counted === true && isCurrent(enrolment) && enrolment.state !== 'waiting' ? 1 : 0;

const waits = (enrolment: Enrolment | undefined) => (enrolment?.state === 'waiting' ? 1 : 0);

/** The one rule of seats, for every adapter. Throws a `TypeError` for a step that there is not. */
export function seatEffects({ before, after, replaces }: Step): SeatEffects {
  if (before && before.state !== after.state && !steps[before.state].includes(after.state)) {
    throw new TypeError(`an enrolment never goes from ${before.state} to ${after.state}`);
  }
  const taken = holds(after) - holds(before) - holds(replaces);
  const waiting = waits(after) - waits(before);
  if (taken > 0) return { taken, waiting, rule: waiting < 0 ? 'free' : 'unclaimed' };
  return { taken, waiting, ...(waiting > 0 && { rule: 'needed' as const }) };
}
