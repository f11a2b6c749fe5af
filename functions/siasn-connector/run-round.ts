import type { Delivered, SiasnClient } from '@sinau/siasn';
import {
  type IndexRun,
  readDueIndexes,
  type SendRun,
  sendDue,
  type WorkDesk,
  type WorkOrder,
} from '@sinau/siasn-sync';
import type { Entry, Journal } from './journal.ts';
import type { Log } from './log.ts';
import type { SinauDoor } from './sinau-door.ts';

export interface RoundDeps {
  readonly sinau: SinauDoor;
  readonly journal: Journal;
  readonly client: SiasnClient;
  readonly clock: { now(): Date };
  readonly log: Log;
}

const entryOf = ({ leaseId: orderId, personId, lineId }: WorkOrder): Entry => ({ orderId, personId, lineId });

/** Tells what an earlier run has left untold. Of what nobody knows Sinau is told just that: it is looked for before anything else. */
export async function tellWhatIsLeft({ sinau, journal, log }: RoundDeps): Promise<number> {
  const left = await journal.all();
  for (const entry of left) {
    const end: Delivered = entry.end ?? { outcome: 'unknown', because: 'broken-answer' };
    const noted = await sinau.end(entry, end);
    await journal.forget(entry.orderId);
    log('told', { line: entry.lineId, outcome: end.outcome, noted: noted === 'noted' });
  }
  return left.length;
}

/** One round: everything that is due, one after the other. */
export async function runRound(
  deps: RoundDeps,
  { stillTime }: { readonly stillTime: () => boolean },
): Promise<SendRun> {
  await tellWhatIsLeft(deps);
  const { client, clock } = deps;
  return sendDue(deskOf(deps), { client, clock, stillTime });
}

/** So many people a round: BKN's service is everybody's. */
const mostPeople = 50;

/** Official indexes of people whose turn it is, after everything that was to be brought. What fails is read again: nothing is written there. */
export async function readRound(
  { sinau, client, clock, log }: RoundDeps,
  { stillTime }: { readonly stillTime: () => boolean },
): Promise<IndexRun> {
  const desk = {
    claim: (limit: number) => sinau.people(limit),
    settle: (...[batch, end]: Parameters<SinauDoor['endPeople']>) => sinau.endPeople(batch, end),
  };
  const run = await readDueIndexes(desk, { client, clock, stillTime, most: mostPeople });
  if (run.read > 0 || run.because)
    log('indexes', { read: run.read, outcome: run.outcome, ...(run.because && { because: run.because }) });
  return run;
}

function deskOf({ sinau, journal, log }: RoundDeps): WorkDesk {
  return {
    claim: (limit) => sinau.claim(limit),
    async creating(order, training) {
      const entry = entryOf(order);
      // First here, then there: whatever comes between is looked for.
      await journal.keep(entry);
      const noted = await sinau.creating(entry, training);
      if (noted === 'lost') await journal.forget(entry.orderId);
      return noted;
    },
    async end(order, end) {
      const entry = entryOf(order);
      // What was not begun is nothing to remember.
      if (end.outcome !== 'stopped') await journal.keep({ ...entry, end });
      const noted = await sinau.end(entry, end);
      await journal.forget(entry.orderId);
      log('order', {
        ...{ line: order.lineId, outcome: end.outcome, noted: noted === 'noted' },
        ...('because' in end && { because: end.because }),
      });
    },
    document: async (order) =>
      'hasDocument' in order && order.hasDocument ? sinau.document(entryOf(order)) : undefined,
  };
}
