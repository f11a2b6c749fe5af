import { type SiasnClient, SiasnRefused } from '@sinau/siasn';
import type { IndexBatch } from './claim-people.ts';
import type { IndexTrouble } from './round.ts';
import type { IndexEnd, IndexResult } from './settle-people.ts';

/** Where people come from whose index is to be read, and where it goes: our tables, or our API for a connector. */
export interface IndexDesk {
  claim(limit: number): Promise<IndexBatch | undefined>;
  /** `lost`: somebody else has them by now. */
  settle(batch: IndexBatch, end: IndexEnd): Promise<'noted' | 'lost'>;
}

export interface IndexRun {
  readonly read: number;
  /** `idle`: nobody is to be read now. `more`: enough for now. `stopped`: SIASN is left alone for a while. */
  readonly outcome: 'idle' | 'more' | 'stopped';
  readonly because?: IndexTrouble;
}

/** Read at once: a reader that dies leaves few people waiting. */
const together = 25;
/** So many people one after the other of whom nothing comes: it is not they. */
const troublesInARow = 3;
/** With less left of its lease nobody else is asked about: one call may take a minute, and signing in another two. */
const leastLeftMs = 4 * 60_000;

/** Reads official indexes of those who are due, one after the other, `most` at a time. */
export async function readDueIndexes(
  desk: IndexDesk,
  given: {
    readonly client: Pick<SiasnClient, 'officialIndexOf'>;
    readonly clock: { now(): Date };
    readonly stillTime: () => boolean;
    readonly most: number;
  },
): Promise<IndexRun> {
  let read = 0;
  while (read < given.most && given.stillTime()) {
    const batch = await desk.claim(Math.min(together, given.most - read));
    if (!batch || batch.people.length === 0) return { read, outcome: 'idle' };
    const end = await readBatch(batch, given);
    await desk.settle(batch, end);
    read += end.results.length;
    if (end.stopped) return { read, outcome: 'stopped', because: end.stopped.because };
    // Time was up, or the lease short.
    if (end.results.length < batch.people.length) break;
  }
  return { read, outcome: 'more' };
}

async function readBatch(
  { people, heldUntil }: IndexBatch,
  { client, clock, stillTime }: Parameters<typeof readDueIndexes>[1],
): Promise<IndexEnd> {
  const results: IndexResult[] = [];
  let troubles = 0;
  for (const { personId, nip } of people) {
    if (!stillTime() || Date.parse(heldUntil) - leastLeftMs <= clock.now().getTime()) break;
    const found = await readOne(client, { personId, nip });
    if ('stopped' in found) return { results, ...found };
    results.push(found);
    if (!('because' in found)) troubles = 0;
    else if (++troubles === troublesInARow)
      return { results: lastOnesLater(results), stopped: { because: found.because } };
  }
  return { results };
}

/** Nothing may be wrong with these people: they are tried again, and not for ever. */
const lastOnesLater = (results: readonly IndexResult[]): readonly IndexResult[] =>
  results.map((one, n) =>
    'because' in one && n >= results.length - troublesInARow ? { ...one, outcome: 'later' } : one,
  );

/** These are about the agency, and not about a person: nobody else is asked about. */
const ofTheAgency: readonly IndexTrouble[] = ['busy', 'signed-out', 'client-refused'];
/** An answer that is about one person. */
const ofThePerson: readonly IndexTrouble[] = ['refused', 'forbidden'];

async function readOne(
  client: Pick<SiasnClient, 'officialIndexOf'>,
  { personId, nip }: IndexBatch['people'][number],
): Promise<IndexResult | Required<Pick<IndexEnd, 'stopped'>>> {
  try {
    const index = await client.officialIndexOf(nip);
    if (index === 'none') return { personId, outcome: 'none' };
    if (index === 'unreadable') return { personId, outcome: 'failed', because: 'unreadable' };
    return { personId, outcome: 'value', index };
  } catch (error) {
    if (!(error instanceof SiasnRefused)) throw error;
    const { because, afterSeconds } = error;
    if (ofTheAgency.includes(because))
      return { stopped: { because, ...(afterSeconds !== undefined && { afterSeconds }) } };
    return { personId, outcome: ofThePerson.includes(because) ? 'failed' : 'later', because };
  }
}
