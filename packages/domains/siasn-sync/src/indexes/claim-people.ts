import type { AgencyId, PersonId } from '@sinau/kernel';
import type { Environment } from '../settings.ts';
import { leaseMs } from '../timing.ts';
import type { IndexPerson, ReadingDeps } from './ports.ts';
import { begin, counted, endIfThrough, type IndexReading, isRunning } from './round.ts';

/** People whose index is to be asked for, held for whoever asks. */
export interface IndexBatch {
  readonly leaseId: string;
  /** ISO 8601 UTC. */
  readonly heldUntil: string;
  readonly people: readonly { readonly personId: PersonId; readonly nip: string }[];
}

interface Asked {
  readonly agencyId: AgencyId;
  readonly environment: Environment;
  readonly limit: number;
}

const tries = 3;
/** Of the list of people looked at for one batch: those without a number are many at some agencies. */
const mostPages = 5;
const pageSize = 50;

/**
 * Who is next: people who asked first, then the round, which begins when it is due. Undefined: nobody now, or somebody else is at it; one reader
 * an agency is gentle enough. Who reads from another environment than the agency has chosen gets nobody.
 */
export async function claimPeople(deps: ReadingDeps, asked: Asked): Promise<IndexBatch | undefined> {
  const settings = await deps.settings.find(asked.agencyId);
  if (!settings?.isOn || settings.environment !== asked.environment) return undefined;
  for (let n = 0; n < tries; n += 1) {
    const claimed = await claimOnce(deps, asked);
    if (claimed !== 'stale') return claimed;
  }
  return undefined;
}

async function claimOnce(deps: ReadingDeps, asked: Asked): Promise<IndexBatch | undefined | 'stale'> {
  const { agencyId, environment, limit } = asked;
  const now = deps.clock.now();
  const found = await deps.readings.find(agencyId);
  if (!found?.isOn || isHeld(found, now)) return undefined;
  const wanted = await deps.readings.wantedOf(agencyId, limit);
  const due = isDue(found, environment, now) ? begin(found, environment, now) : found;
  const { reading, people, gone } = await filled(deps, { reading: due, wanted, limit });
  const ended = endIfThrough(reading, now);
  const lease = leaseOf(deps, people, now);
  if (!lease && ended === found && gone.length === 0) return undefined;
  const { lease: _, ...rest } = ended;
  if ((await deps.readings.save({ ...rest, ...(lease && { lease }) })) !== 'saved') return 'stale';
  if (gone.length > 0) await deps.readings.unwant(agencyId, gone);
  return (
    lease && {
      ...{ leaseId: lease.leaseId, heldUntil: lease.heldUntil },
      people: people.flatMap(({ personId, nip }) => (nip === undefined ? [] : [{ personId, nip }])),
    }
  );
}

function leaseOf({ ids }: ReadingDeps, people: readonly IndexPerson[], now: Date): IndexReading['lease'] {
  if (people.length === 0) return undefined;
  const heldUntil = new Date(now.getTime() + leaseMs).toISOString();
  return { leaseId: ids.uuid(), heldUntil, people: people.map(({ personId }) => personId) };
}

const isHeld = ({ lease, pause }: IndexReading, now: Date): boolean => {
  const at = now.toISOString();
  return (lease !== undefined && lease.heldUntil > at) || (pause !== undefined && pause.until > at);
};

/** Whoever goes from trying to the real one does not wait for the month. */
const isDue = (reading: IndexReading, environment: Environment, now: Date): boolean =>
  reading.environment !== environment || (!isRunning(reading) && reading.dueAt <= now.toISOString());

interface Filling {
  readonly reading: IndexReading;
  readonly people: readonly IndexPerson[];
  /** Of those who asked: they are not here any more, or have no number. */
  readonly gone: readonly PersonId[];
}

async function filled(
  deps: ReadingDeps,
  given: { readonly reading: IndexReading; readonly wanted: readonly PersonId[]; readonly limit: number },
): Promise<Filling> {
  const { wanted, limit } = given;
  const asking = await ready(deps, given.reading.agencyId, wanted);
  const gone = wanted.filter((one) => !asking.some(({ personId }) => personId === one));
  let { reading } = given;
  for (let page = 0; ; page += 1) {
    const ids = reading.left.map(({ personId }) => personId);
    const here = await ready(deps, reading.agencyId, ids);
    const known = new Set(here.map(({ personId }) => personId));
    const left = reading.left.filter(({ personId }) => known.has(personId));
    reading = counted({ ...reading, left }, { numberless: reading.left.length - left.length });
    const listed = left.flatMap(({ personId }) => here.filter((one) => one.personId === personId));
    const others = listed.filter(({ personId }) => !wanted.includes(personId));
    const people = [...asking, ...others].slice(0, limit);
    if (people.length > 0 || reading.isListed || page === mostPages) return { reading, people, gone };
    reading = await withMore(deps, reading);
  }
}

/** Those at home in the agency still, with a number. */
async function ready(
  { indexPeople }: ReadingDeps,
  agencyId: AgencyId,
  people: readonly PersonId[],
): Promise<readonly IndexPerson[]> {
  if (people.length === 0) return [];
  const found = await indexPeople.findMany(people);
  return found.filter((one) => one.agencyId === agencyId && one.nip !== undefined);
}

async function withMore({ indexPeople }: ReadingDeps, reading: IndexReading): Promise<IndexReading> {
  const { next: after, ...rest } = reading;
  const page = await indexPeople.list(reading.agencyId, {
    limit: pageSize,
    ...(after !== undefined && { after }),
  });
  const left = page.people.map((personId) => ({ personId, tries: 0 }));
  const goesOn = page.next !== undefined && { next: page.next };
  return { ...rest, left: [...reading.left, ...left], isListed: page.next === undefined, ...goesOn };
}
