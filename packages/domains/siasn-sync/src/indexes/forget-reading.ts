import type { AgencyId, PersonId } from '@sinau/kernel';
import { SiasnChanged } from '../errors.ts';
import type { ReadingStore } from './ports.ts';
import type { IndexReading } from './round.ts';

/** What the reading of an agency knows of somebody. */
export interface ReadingTrace {
  readonly agencyId: AgencyId;
  /** They have asked for theirs, and it was not read yet. */
  readonly isWanted: boolean;
  /** They are asked about, or are to be in the round that runs. */
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
  const isLeft = reading.left.some((one) => one.personId === personId) || isIn(reading.lease, personId);
  const failures = reading.failures
    .filter((one) => one.personId === personId)
    .map(({ because, at }) => ({ because, at }));
  if (!isWanted && !isLeft && failures.length === 0) return undefined;
  return { agencyId, isWanted, isLeft, failures };
}

const isIn = (lease: IndexReading['lease'], personId: PersonId): boolean =>
  lease?.people.includes(personId) ?? false;

const saves = 20;

/**
 * Takes somebody out of the reading of an agency: their wish, that nothing came of them, the round that runs, and the batch that somebody
 * works on; what that tells of them later is not kept. Safe to repeat. Rejects with `SiasnChanged` when others write all the time.
 */
export async function forgetInReading(
  readings: Pick<ReadingStore, 'find' | 'save' | 'unwant'>,
  { agencyId, personId }: { readonly agencyId: AgencyId; readonly personId: PersonId },
): Promise<void> {
  await readings.unwant(agencyId, [personId]);
  for (let n = 0; n < saves; n += 1) {
    const reading = await readings.find(agencyId);
    if (!reading || !names(reading, personId)) return;
    if ((await readings.save(without(reading, personId))) === 'saved') return;
  }
  throw new SiasnChanged();
}

const names = ({ left, failures, lease }: IndexReading, personId: PersonId): boolean =>
  [...left, ...failures].some((one) => one.personId === personId) || isIn(lease, personId);

function without(reading: IndexReading, personId: PersonId): IndexReading {
  const { left, failures, lease } = reading;
  const isOther = (one: { readonly personId: PersonId }) => one.personId !== personId;
  return {
    ...{ ...reading, left: left.filter(isOther), failures: failures.filter(isOther) },
    ...(lease && { lease: { ...lease, people: lease.people.filter((one) => one !== personId) } }),
  };
}
