import type { Clock } from '@sinau/kernel';
import { addDays } from '@sinau/kernel';
import { localDayOf, momentOf } from '../local-day.ts';
import type { Obligation } from '../obligation.ts';
import type { Spread } from './spread.ts';

/** A worker that lives saves its place more often than this. */
const silentMs = 10 * 60_000;

/** One that runs is taken up when its worker falls silent, a finished one looked at in the night. */
export function nextLook(
  { clock }: { readonly clock: Clock },
  spread: Spread,
  { state }: Obligation,
): string | undefined {
  const now = clock.now();
  if (spread.state === 'running') return new Date(now.getTime() + silentMs).toISOString();
  if (state === 'ended') return undefined;
  return momentOf(addDays(localDayOf(now, 'Asia/Jakarta'), 1), 1, 'Asia/Jakarta');
}
