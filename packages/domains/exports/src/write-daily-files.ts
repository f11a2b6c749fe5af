import type { AgencyId, Clock } from '@sinau/kernel';
import type { DailyCursor, DailyFile, Slice } from './daily-file.ts';
import { type DailyFormat, dailyFormats, dailyKey, dayOf, manifestKey } from './file-layout.ts';
import { storedIn } from './flatten-line.ts';
import { manifestOf } from './manifest.ts';
import type {
  DailyFileStore,
  LaneEnd,
  LineChunk,
  OpenFile,
  RecordFeed,
  RecordFiles,
  StoredFile,
} from './ports.ts';
import { readAnnounced, readNextSlice, type SliceBudget } from './read-slice.ts';

export interface DailyFilesDeps {
  readonly feed: RecordFeed;
  readonly daily: DailyFileStore;
  readonly files: RecordFiles;
  readonly clock: Clock;
  /** What one file holds at most; it is all in memory once. @default `dailySlice` */
  readonly slice?: SliceBudget;
  /** After so many milliseconds no further slice is begun. @default ten minutes */
  readonly runMs?: number;
}

/**
 * `complete`: everything the feed held at the start lies in files. `more`: time is up, call again. `overtaken`: another
 * worker moves the cursor of this agency, and goes on.
 */
export type DailyOutcome = 'complete' | 'more' | 'overtaken';

/** With the statement's text as string, columns and compressed bytes this stays well below a gigabyte. */
const dailySlice: SliceBudget = { lines: 50_000, characters: 64_000_000 };
const tenMinutesMs = 10 * 60_000;

/**
 * Writes what the feed of an agency holds and no file does yet. Per slice: announce it in the cursor, write its files,
 * note them, write the manifests of their days, move the cursor. Whatever is interrupted is done again under the same
 * names with the same bytes, because chunks stay what they are; so nothing is lost or doubled, however often it runs.
 * An erasure replaces lines in them: when the feed tells of one, the files that held it are written again.
 */
export async function writeDailyFiles(
  deps: DailyFilesDeps,
  input: { readonly agencyId: AgencyId },
): Promise<{ readonly outcome: DailyOutcome; readonly rows: number }> {
  const { agencyId } = input;
  const deadline = deps.clock.now().getTime() + (deps.runMs ?? tenMinutesMs);
  const ends = await deps.feed.ends(agencyId);
  let rows = 0;
  for (;;) {
    const cursor = (await deps.daily.findCursor(agencyId)) ?? emptyCursor(deps, agencyId);
    refuseOtherLanes(cursor, ends);
    const work = cursor.pending
      ? await announcedWork(deps, { cursor, slice: cursor.pending })
      : await nextWork(deps, cursor, ends);
    if (work === 'nothing' || work === 'overtaken') {
      return { outcome: work === 'nothing' ? 'complete' : work, rows };
    }
    rows += await writeSlice(deps, agencyId, work);
    if ((await deps.daily.replaceCursor(moved(deps, work, ends))) === 'conflict') {
      // The manifest written here may be older than the other worker's; from the rows it comes out right.
      await writeManifests(deps, agencyId, work.days.keys());
      return { outcome: 'overtaken', rows };
    }
    if (deps.clock.now().getTime() >= deadline) return { outcome: 'more', rows };
  }
}

interface Work {
  /** With the slice announced. */
  readonly cursor: DailyCursor;
  readonly slice: Slice;
  /** Lines of the slice by the day they were stored. */
  readonly days: ReadonlyMap<string, readonly string[]>;
}

const emptyCursor = ({ clock }: DailyFilesDeps, agencyId: AgencyId): DailyCursor => ({
  agencyId,
  lanes: [],
  updatedAt: clock.now().toISOString(),
  rev: 0,
});

async function announcedWork(deps: DailyFilesDeps, begun: Omit<Work, 'days'>): Promise<Work> {
  const chunks = await readAnnounced(deps.feed, begun.cursor.agencyId, begun.slice);
  return { ...begun, days: linesByDay(chunks) };
}

async function nextWork(
  deps: DailyFilesDeps,
  cursor: DailyCursor,
  ends: Awaited<ReturnType<RecordFeed['ends']>>,
): Promise<Work | 'nothing' | 'overtaken'> {
  const { agencyId } = cursor;
  for (const { lane, chunk: end } of ends) {
    const after = cursor.lanes.find((done) => done.lane === lane)?.chunk ?? 0;
    const read = await readNextSlice(
      deps.feed,
      { agencyId, lane, after, end: Math.max(after, end) },
      deps.slice ?? dailySlice,
    );
    if (!read) continue;
    const announced: DailyCursor = {
      ...cursor,
      pending: read.slice,
      updatedAt: deps.clock.now().toISOString(),
      rev: cursor.rev + 1,
    };
    if ((await deps.daily.replaceCursor(announced)) === 'conflict') return 'overtaken';
    return { cursor: announced, slice: read.slice, days: linesByDay(read.chunks) };
  }
  return 'nothing';
}

/** Chunks of a lane that was made anew are other ones under the same numbers: going on would leave records out unseen. */
function refuseOtherLanes({ lanes }: DailyCursor, ends: readonly LaneEnd[]): void {
  for (const { lane, bornMs } of lanes) {
    const end = ends.find((one) => one.lane === lane);
    if (end && bornMs !== undefined && end.bornMs !== bornMs) {
      throw new Error('a lane of the feed was made anew: docs/runbook.md#dead-letters tells what to do');
    }
  }
}

function moved({ clock }: DailyFilesDeps, { cursor, slice }: Work, ends: readonly LaneEnd[]): DailyCursor {
  const bornMs = ends.find(({ lane }) => lane === slice.lane)?.bornMs;
  const reached = { lane: slice.lane, chunk: slice.to, ...(bornMs !== undefined && { bornMs }) };
  const { pending: _done, ...rest } = cursor;
  const others = cursor.lanes.filter(({ lane }) => lane !== slice.lane);
  return {
    ...rest,
    lanes: [...others, reached].sort((one, other) => one.lane - other.lane),
    updatedAt: clock.now().toISOString(),
    rev: cursor.rev + 1,
  };
}

async function writeSlice(deps: DailyFilesDeps, agencyId: AgencyId, work: Work): Promise<number> {
  const { slice, days } = work;
  let rows = 0;
  for (const [date, lines] of days) {
    await writeFiles(deps, { agencyId, date, ...slice }, lines);
    rows += lines.length;
  }
  for (const [date, lines] of days) {
    const erased = new Set(lines.filter(isErasure).map(statementIdIn));
    if (erased.size > 0) await rewriteDay(deps, { agencyId, date, slice, erased });
  }
  await writeManifests(deps, agencyId, days.keys());
  return rows;
}

/** One file of each format, and the row that tells of them. */
async function writeFiles(
  deps: DailyFilesDeps,
  place: Omit<DailyFile, 'rows' | 'files'>,
  lines: readonly string[],
): Promise<void> {
  const { agencyId } = place;
  const stored = {} as Record<DailyFormat, StoredFile>;
  for (const format of dailyFormats) {
    const file = await deps.files.open({ agencyId, key: dailyKey(format, place), format });
    stored[format] = await storeLines(file, lines);
  }
  await deps.daily.putFiles([{ ...place, rows: lines.length, files: stored }]);
}

/** Such a line says when the erased statement was stored, so it lies on the very day whose files still have it. */
const isErasure = (line: string) => line.startsWith('{"kind":"erase"');

const statementIdIn = (line: string) => /"id":"([^"]*)"/.exec(line)?.[1] ?? '';

/** An erasure replaced lines of chunks at their place: the files that were made of them are made again. */
async function rewriteDay(
  deps: DailyFilesDeps,
  given: {
    readonly agencyId: AgencyId;
    readonly date: string;
    readonly slice: Slice;
    readonly erased: ReadonlySet<string>;
  },
): Promise<void> {
  const { agencyId, date, slice, erased } = given;
  for (const { lane, from, to } of await deps.daily.filesOf(agencyId, date)) {
    if (lane === slice.lane && from === slice.from) continue;
    const days = linesByDay(await readAnnounced(deps.feed, agencyId, { lane, from, to }));
    const lines = days.get(date) ?? [];
    if (!lines.some((line) => erased.has(statementIdIn(line)))) continue;
    await writeFiles(deps, { agencyId, date, lane, from, to }, lines);
  }
}

async function storeLines(file: OpenFile, lines: readonly string[]): Promise<StoredFile> {
  try {
    await file.add(lines);
    return await file.store();
  } finally {
    await file.discard();
  }
}

function linesByDay(chunks: readonly LineChunk[]): ReadonlyMap<string, readonly string[]> {
  const days = new Map<string, string[]>();
  for (const line of chunks.flatMap(({ lines }) => lines)) {
    const day = dayOf(storedIn(line));
    const lines = days.get(day);
    if (lines) lines.push(line);
    else days.set(day, [line]);
  }
  return new Map([...days].sort(([one], [other]) => (one < other ? -1 : 1)));
}

async function writeManifests(
  deps: DailyFilesDeps,
  agencyId: AgencyId,
  dates: Iterable<string>,
): Promise<void> {
  for (const date of dates) {
    const text = manifestOf({ agencyId, date, files: await deps.daily.filesOf(agencyId, date) });
    await deps.files.writeText({
      key: manifestKey(agencyId, date),
      text,
      contentType: 'application/json',
    });
  }
}
