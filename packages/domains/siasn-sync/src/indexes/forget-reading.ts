import type { AgencyId, PersonId } from '@sinau/kernel';
import { SiasnChanged } from '../errors.ts';
import type { ReadingStore } from './ports.ts';
import type { IndexReading } from './round.ts';

/** What the reading of an agency knows of somebody. */
export interface ReadingTrace {
  readonly agencyId: AgencyId;
  /** They have asked for theirs, and it was not read yet. */
  readonly isWanted: boolean;
  /** They are to be asked about in the round that runs. */
  readonly isLeft: boolean;
  /** Why nothing came of them, newest first. */
  readonly failures: readonly Omit<IndexReading['failures'][number], 'personId'>[];
}

/** Of one person in the reading of one agency; undefined: it does not name them. */
export async function traceIn(
  readings: Pick<ReadingStore, 'find' | 'isWanted'>,
  { agencyId, personId }: { readonly agencyId: AgencyId; readonly personId: PersonId },
): Promise<ReadingTrace | undefined> {
  const reading = await readings.find(agencyId);
  // Nobody can ask where it never was switched on.
  if (!reading) return undefined;
  const isWanted = await readings.isWanted(agencyId, personId);
  const isLeft = reading.left.some((one) => one.personId === personId);
  const failures = reading.failures
    .filter((one) => one.personId === personId)
    .map(({ because, at }) => ({ because, at }));
  if (!isWanted && !isLeft && failures.length === 0) return undefined;
  return { agencyId, isWanted, isLeft, failures };
}

const saves = 20;

/**
 * Takes somebody out of the reading of an agency: their wish, that nothing came of them, and the round that runs. A batch that holds them is not disturbed: what it tells later is met by whoever looks
 * again. Safe to repeat. Rejects with `SiasnChanged` when others write all the time.
 */
export async function forgetInReading(
  readings: Pick<ReadingStore, 'find' | 'save' | 'unwant'>,
  { agencyId, personId }: { readonly agencyId: AgencyId; readonly personId: PersonId },
): Promise<void> {
  await readings.unwant(agencyId, [personId]);
  for (let n = 0; n < saves; n += 1) {
    const reading = await readings.find(agencyId);
    if (!reading) return;
    const isOther = (one: { readonly personId: PersonId }) => one.personId !== personId;
    const next = {
      ...reading,
      left: reading.left.filter(isOther),
      failures: reading.failures.filter(isOther),
    };
    const isOut =
      next.left.length === reading.left.length && next.failures.length === reading.failures.length;
    if (isOut || (await readings.save(next)) === 'saved') return;
  }
  throw new SiasnChanged();
}
