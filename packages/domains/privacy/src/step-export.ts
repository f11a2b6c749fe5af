import { entryOf } from './audit-entry.ts';
import { addCounts, type PrivacyJob } from './privacy-job.ts';
import type { RunDeps, Stepped } from './run-due-jobs.ts';

/** How long a finished file is kept. */
const keptMs = 7 * 24 * 3600_000;

/** One step of an export; gives the job as it is afterwards. One JSON text a line, the first one says what there is. */
export async function stepExport(deps: RunDeps, job: PrivacyJob): Promise<Stepped> {
  const { files, clock } = deps;
  if (job.state !== 'running') {
    // The file has been there long enough.
    await files.discard(job.jobId);
    const { dueAt: _, ...rest } = job;
    return { job: rest };
  }
  if (job.personId === undefined) throw new Error('an export names nobody');
  if (job.parts.length === 0) return { job: await writeLines(deps, job, [headerOf(deps, job)]) };
  const place = deps.places[job.place];
  if (!place) return finish(deps, job);
  const { cursor: _, ...rest } = job;
  const onward = { ...rest, place: job.place + 1, placeSince: clock.now().toISOString() };
  if (!place.copy) return { job: onward };
  const { personId, trail } = job;
  const subject = { personId, trail, untilMs: Date.parse(job.requestedAt) };
  const { records, counts, next } = await place.copy(subject, job.cursor);
  const lines = records.map((record) => ({ place: place.name, ...record }));
  const written = lines.length > 0 ? await writeLines(deps, job, lines) : job;
  const done = addCounts(job.done, counts);
  const { parts } = written;
  const after = next === undefined ? { ...onward, parts, done } : { ...job, parts, done, cursor: next };
  return { job: after };
}

function headerOf({ places, clock }: RunDeps, { personId, requestedAt }: PrivacyJob): object {
  return {
    place: 'export',
    format: 1,
    personId,
    madeAt: clock.now().toISOString(),
    storedUntil: requestedAt,
    places: places.filter(({ copy }) => copy).map(({ name }) => name),
  };
}

/** A part that is written again after a crash replaces the one from before. */
async function writeLines(deps: RunDeps, job: PrivacyJob, lines: readonly object[]): Promise<PrivacyJob> {
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const { bytes } = await deps.files.writePart(job.jobId, job.parts.length, text);
  return { ...job, parts: [...job.parts, bytes] };
}

async function finish(deps: RunDeps, job: PrivacyJob): Promise<Stepped> {
  const { files, clock } = deps;
  const { jobId, done } = job;
  const now = clock.now();
  const at = now.toISOString();
  const last = await writeLines(deps, job, [{ place: 'end', counts: done }]);
  await files.join(jobId, last.parts);
  const fileUntil = new Date(now.getTime() + keptMs).toISOString();
  return {
    job: { ...last, state: 'done', endedAt: at, fileUntil, dueAt: fileUntil },
    entry: entryOf(job, { at, action: 'done', counts: done }),
  };
}
