import { type AgencyId, InvalidInput, type PersonId } from '@sinau/kernel';
import { isToCome, type OfficialIndex } from '@sinau/siasn';
import { LeaseOver } from '../errors.ts';
import { waitMs } from '../timing.ts';
import type { ReadingDeps } from './ports.ts';
import {
  counted,
  endIfThrough,
  type IndexReading,
  type IndexTrouble,
  mostFailures,
  mostTries,
  refusedWaitMs,
} from './round.ts';

/** What came of one person. `later`: SIASN did not answer of them, and they are tried again. */
export type IndexResult = { readonly personId: PersonId } & (
  | { readonly outcome: 'value'; readonly index: OfficialIndex }
  | { readonly outcome: 'none' }
  | { readonly outcome: 'failed' | 'later'; readonly because: IndexTrouble }
);

export interface IndexEnd {
  /** Of whom nothing is said, they are as they were. */
  readonly results: readonly IndexResult[];
  /** Nothing goes on for a while. */
  readonly stopped?: { readonly because: IndexTrouble; readonly afterSeconds?: number };
}

const saves = 3;

/**
 * Notes what came of a batch. Rejects with `InvalidInput` for an index that is to come, and with `LeaseOver` when somebody else has it by now.
 * Nothing is kept of people who are not in it, as they were erased while it was out, nor of those who have left the agency meanwhile, nor of
 * the training environment, whose numbers are nobody's.
 */
export async function settlePeople(deps: ReadingDeps, given: Settling): Promise<void> {
  const { agencyId, leaseId, end } = given;
  heldBy(await deps.readings.find(agencyId), leaseId);
  const now = deps.clock.now();
  if (end.results.some((one) => one.outcome === 'value' && isToCome(one.index, now)))
    throw new InvalidInput('An index cannot have been made in the future.');
  const results = await kept(deps, given);
  for (let n = 0; n < saves; n += 1) {
    const reading = await deps.readings.find(agencyId);
    const { people } = heldBy(reading, leaseId);
    const isHeld = ({ personId }: IndexResult) => people.includes(personId);
    const next = reading && settled(reading, { ...end, results: results.filter(isHeld) }, deps.clock.now());
    if (!next || (await deps.readings.save(next)) !== 'saved') continue;
    // Who did not ask has no row to be taken away.
    return deps.readings.unwant(
      agencyId,
      end.results.filter(isHeld).map(({ personId }) => personId),
    );
  }
  throw new LeaseOver();
}

interface Settling {
  readonly agencyId: AgencyId;
  readonly leaseId: string;
  readonly end: IndexEnd;
}

function heldBy(reading: IndexReading | undefined, leaseId: string): NonNullable<IndexReading['lease']> {
  if (!reading?.isOn || reading.lease?.leaseId !== leaseId) throw new LeaseOver();
  return reading.lease;
}

/** Those that were of the agency's own people, after they were kept. */
async function kept(
  deps: ReadingDeps,
  { agencyId, leaseId, end }: Settling,
): Promise<readonly IndexResult[]> {
  const [settings, found] = await Promise.all([
    deps.settings.find(agencyId),
    deps.indexPeople.findMany(end.results.map(({ personId }) => personId)),
  ]);
  const home = new Set(found.filter((one) => one.agencyId === agencyId).map(({ personId }) => personId));
  const results = end.results.filter(({ personId }) => home.has(personId));
  if (settings?.environment !== 'production') return results;
  const at = deps.clock.now().toISOString();
  for (const result of results) {
    const { personId, outcome } = result;
    if (outcome === 'later') continue;
    // Read for each: somebody may be erased while the others are kept.
    const lease = heldBy(await deps.readings.find(agencyId), leaseId);
    if (!lease.people.includes(personId)) continue;
    if (outcome === 'value') await deps.indexes.keep(personId, { at, index: result.index });
    else await deps.indexes.keep(personId, { at, because: outcome === 'none' ? 'none' : result.because });
  }
  return results;
}

function settled(reading: IndexReading, end: IndexEnd, now: Date): IndexReading {
  const at = now.toISOString();
  const { lease: _, pause, ...rest } = reading;
  const told = new Map(end.results.map((one) => [one.personId, one]));
  const failed: IndexReading['failures'][number][] = [];
  const again: IndexReading['left'][number][] = [];
  for (const one of end.results) {
    if (one.outcome === 'failed') failed.push({ personId: one.personId, because: one.because, at });
    if (one.outcome !== 'later') continue;
    const tries = (reading.left.find(({ personId }) => personId === one.personId)?.tries ?? 0) + 1;
    // The others first; whoever never gets an answer holds nobody up.
    if (tries < mostTries) again.push({ personId: one.personId, tries });
    else failed.push({ personId: one.personId, because: one.because, at });
  }
  // Who asked by themselves is not counted with the round.
  const listed = new Set(reading.left.map(({ personId }) => personId));
  const count = (outcome: IndexResult['outcome']) =>
    end.results.filter((one) => one.outcome === outcome && listed.has(one.personId)).length;
  const left = [...reading.left.filter(({ personId }) => !told.has(personId)), ...again];
  const next = counted(
    { ...rest, left, failures: [...failed, ...reading.failures].slice(0, mostFailures) },
    {
      ...{ value: count('value'), none: count('none') },
      failed: failed.filter(({ personId }) => listed.has(personId)).length,
    },
  );
  const answered = end.results.filter(({ outcome }) => outcome === 'value' || outcome === 'none').length;
  const paused = pauseOf({ end, now, stops: answered > 0 ? 0 : (pause?.stops ?? 0) });
  return endIfThrough(
    { ...next, ...(answered > 0 && { readAt: at }), ...(paused && { pause: paused }) },
    now,
  );
}

function pauseOf(given: {
  readonly end: IndexEnd;
  readonly now: Date;
  readonly stops: number;
}): IndexReading['pause'] {
  const { now, end } = given;
  if (!end.stopped) return undefined;
  const { because, afterSeconds } = end.stopped;
  const stops = given.stops + 1;
  const isRefused = because === 'forbidden' || because === 'client-refused';
  const forMs = isRefused ? refusedWaitMs : waitMs(stops, afterSeconds);
  return { because, at: now.toISOString(), until: new Date(now.getTime() + forMs).toISOString(), stops };
}
