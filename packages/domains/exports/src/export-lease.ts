import { type Clock, type Ids, Unavailable } from '@sinau/kernel';
import type { Counts, ExportJob, ExportPart, LaneProgress } from './export-job.ts';
import type { ExportJobStore } from './ports.ts';

/** Cancelled, or another worker holds the export. */
export class TakenOver extends Unavailable {
  constructor() {
    super('Another worker has taken over this export, or it was cancelled.');
  }
}

/** How long a worker may be silent before another takes its job. What it tells renews it. */
const leaseMs = 5 * 60_000;
/** Between two tellings of progress. */
const tellMs = 3_000;

/** A worker's hold on its job: every write rejects with `TakenOver` once the row is another's. */
export interface Lease {
  job(): ExportJob;
  /** Tells progress, every few seconds at most. */
  tell(counts: Counts): Promise<void>;
  /** Notes what is in whole files now; absent part: nothing of these lanes was asked for. */
  checkpoint(reached: {
    readonly lanes: readonly LaneProgress[];
    readonly counts: Counts;
    readonly part: ExportPart | undefined;
  }): Promise<void>;
  /** Lets go of the job, in the state given. */
  end(change: Partial<Pick<ExportJob, 'state' | 'finishedAt' | 'availableUntil'>>): Promise<void>;
}

/** Takes the job; undefined when another worker was faster. */
export async function createLease(
  deps: { readonly exports: Pick<ExportJobStore, 'replace'>; readonly clock: Clock; readonly ids: Ids },
  from: ExportJob,
): Promise<Lease | undefined> {
  const attemptId = deps.ids.uuid().slice(-12);
  let job = from;
  let toldMs = 0;
  const write = async (change: Partial<ExportJob>, letGo = false): Promise<'stored' | 'conflict'> => {
    const now = deps.clock.now();
    const { attempt: _before, ...rest } = job;
    const next: ExportJob = {
      ...rest,
      ...change,
      ...(!letGo && {
        attempt: { attemptId, leaseUntil: new Date(now.getTime() + leaseMs).toISOString() },
      }),
      updatedAt: now.toISOString(),
      rev: job.rev + 1,
    };
    const outcome = await deps.exports.replace(next);
    if (outcome === 'stored') {
      job = next;
      toldMs = now.getTime();
    }
    return outcome;
  };
  const hold = async (change: Partial<ExportJob>, letGo?: boolean) => {
    if ((await write(change, letGo)) === 'conflict') throw new TakenOver();
  };
  const startedAt = job.startedAt ?? deps.clock.now().toISOString();
  if ((await write({ state: 'running', startedAt, tries: job.tries + 1 })) === 'conflict') return undefined;
  return {
    job: () => job,
    tell: async (counts) => {
      if (deps.clock.now().getTime() - toldMs < tellMs) return;
      await hold({ progress: { ...job.progress, ...counts } });
    },
    checkpoint: ({ lanes, counts, part }) =>
      hold({
        checkpoint: { lanes, counts },
        progress: { ...job.progress, ...counts },
        parts: part ? [...job.parts, part] : job.parts,
        tries: 0,
      }),
    end: (change) => hold(change, true),
  };
}
