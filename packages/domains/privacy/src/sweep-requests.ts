import type { Clock } from '@sinau/kernel';
import { type DataRequest, hoursAfter, warnHours } from './data-request.ts';
import { requestEntry } from './open-request.ts';
import type { DataRequestStore, PrivacyJobStore } from './ports.ts';

export interface SweepDeps {
  readonly requests: DataRequestStore;
  readonly jobs: Pick<PrivacyJobStore, 'find'>;
  readonly clock: Clock;
}

const mostSwept = 500;

/**
 * Answers what a job has carried out, and marks once what has less than a day left, which tells those who answer. Whoever
 * was faster wins.
 */
export async function sweepRequests(
  deps: SweepDeps,
): Promise<{ readonly warned: number; readonly ended: number }> {
  let warned = 0;
  let ended = 0;
  const now = deps.clock.now().toISOString();
  for (const request of await deps.requests.listOpen(undefined, mostSwept)) {
    const next = await carriedOut(deps, request, now);
    if (next) {
      const entry = requestEntry(next, { at: now, action: 'answered' });
      if ((await deps.requests.save(next, entry)) === 'saved') ended += 1;
    } else if (request.warnedAt === undefined && request.dueAt <= hoursAfter(now, warnHours)) {
      if ((await deps.requests.save({ ...request, warnedAt: now })) === 'saved') warned += 1;
    }
  }
  return { warned, ended };
}

async function carriedOut(
  deps: SweepDeps,
  request: DataRequest,
  at: string,
): Promise<DataRequest | undefined> {
  const job = request.jobId && (await deps.jobs.find(request.jobId));
  if (job?.state !== 'done') return undefined;
  const answered = { ...request, state: 'answered', endedAt: at } as const;
  if (request.kind === 'access') return { ...answered, outcome: 'granted' };
  // What is kept by law stays after every erasure.
  return { ...answered, outcome: 'partly', ground: 'personnel-records' };
}
