import { type Clock, Unavailable } from '@sinau/kernel';
import type { Counts, LaneProgress } from './export-job.ts';
import type { Lease } from './export-lease.ts';
import { exportKey } from './file-layout.ts';
import type { OpenFile, OpenSelection, RecordFeed, RecordFiles } from './ports.ts';

/** What one part, and one run of a worker, may take. */
export interface PartLimits {
  /** More than that no spreadsheet opens. */
  readonly rows: number;
  readonly bytes: number;
  /** After so many milliseconds a part is ended; what is left comes in the next run. */
  readonly runMs: number;
  /** Chunks read at once. */
  readonly chunks: number;
}

/** Rows: a spreadsheet has 1,048,576, and the last chunks may exceed the limit a little. */
export const usualLimits: PartLimits = {
  rows: 1_000_000,
  bytes: 1024 ** 3,
  runMs: 10 * 60_000,
  chunks: 100,
};

interface PartDeps {
  readonly feed: RecordFeed;
  readonly files: RecordFiles;
  readonly clock: Clock;
}

interface Reached {
  readonly lanes: readonly LaneProgress[];
  readonly counts: Counts;
}

/** Writes the next file of an export and notes it in the job; true when nothing is left to read. */
export async function writePart(
  deps: PartDeps,
  input: {
    readonly lease: Lease;
    readonly selection: OpenSelection;
    readonly limits: PartLimits;
    readonly deadlineMs: number;
  },
): Promise<boolean> {
  const { lease } = input;
  const { agencyId, exportId, format, parts, attempt, checkpoint } = lease.job();
  if (!checkpoint || !attempt) throw new Error('an export is worked on that was not begun');
  if (isRead(checkpoint)) return true;
  const part = parts.length + 1;
  const key = exportKey({ agencyId, exportId, part, attempt: attempt.attemptId, format });
  const file = await deps.files.open({ agencyId, key, format });
  try {
    const reached = await fillFile(deps, { ...input, file, from: checkpoint });
    const rows = reached.counts.rows - checkpoint.counts.rows;
    const stored = rows > 0 ? await file.store() : undefined;
    await lease.checkpoint({ ...reached, part: stored && { ...stored, rows } });
    return isRead(reached);
  } finally {
    await file.discard();
  }
}

async function fillFile(
  deps: PartDeps,
  given: Parameters<typeof writePart>[1] & { readonly file: OpenFile; readonly from: Reached },
): Promise<Reached> {
  const { lease, file, limits, from } = given;
  let reached = from;
  do {
    const lane = reached.lanes.find(({ chunk, end }) => chunk < end);
    if (!lane) break;
    const read = await readChunks(deps, given, lane);
    await file.add(read.selected);
    reached = {
      lanes: reached.lanes.map((one) => (one.lane === lane.lane ? { ...one, chunk: read.last } : one)),
      counts: {
        chunks: reached.counts.chunks + read.last - lane.chunk,
        read: reached.counts.read + read.lines,
        rows: reached.counts.rows + read.selected.length,
      },
    };
    await lease.tell(reached.counts);
  } while (
    reached.counts.rows - from.counts.rows < limits.rows &&
    file.bytes() < limits.bytes &&
    deps.clock.now().getTime() < given.deadlineMs
  );
  return reached;
}

async function readChunks(
  { feed }: PartDeps,
  { lease, selection, limits }: Parameters<typeof writePart>[1],
  { lane, chunk, end }: LaneProgress,
) {
  const { agencyId } = lease.job();
  const limit = Math.min(limits.chunks, end - chunk);
  const chunks = await feed.read({ agencyId, lane, after: chunk, limit });
  const last = chunks.at(-1)?.number;
  if (last === undefined) throw new Unavailable('A chunk of the feed is not visible yet.');
  const lines = chunks.flatMap((one) => one.lines);
  return { last, lines: lines.length, selected: await selection.select(lines) };
}

function isRead({ lanes }: Reached): boolean {
  return lanes.every(({ chunk, end }) => chunk >= end);
}
