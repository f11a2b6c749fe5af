import type { ExternalCourse } from '@sinau/rostering';
import { type StageDeps, stageCourses } from './stage-courses.ts';
import { maxRunFindings, type RunCounts, type RunFinding, type SyncRun } from './sync-run.ts';

/** What a run has read. Only ids are kept of it, so ten thousand courses take no more room than their names. */
export interface Read {
  readonly run: SyncRun;
  /** Ids that the provider shows. */
  readonly shown: ReadonlySet<string>;
  /** Ids that it names and hides. */
  readonly hidden: ReadonlySet<string>;
}

/** A list without end is no catalogue. */
export class CatalogueTooLong extends Error {}

const pieceSize = 100;
/** More than any university offers. */
const mostCourses = 50_000;
/** Bytes of UTF-8. */
const longestId = 255;

const isUsable = (externalId: string): boolean =>
  externalId !== '' && externalId.isWellFormed() && new TextEncoder().encode(externalId).length <= longestId;

/** Reads a catalogue to its end and stages it piece by piece; rejects when it breaks off. */
export async function readCatalogue(
  deps: StageDeps,
  from: {
    readonly run: SyncRun;
    readonly courses: AsyncIterable<ExternalCourse>;
    /** Notes progress; rejects when the run is another worker's. */
    readonly keep: (run: SyncRun) => Promise<void>;
  },
): Promise<Read> {
  const state = { run: from.run, shown: new Set<string>(), hidden: new Set<string>() };
  let piece: ExternalCourse[] = [];
  const stage = async () => {
    const outcomes = await stageCourses(deps, state.run, piece);
    for (const outcome of outcomes) state.run = counted(state.run, outcome);
    piece = [];
    await from.keep(state.run);
  };
  for await (const course of from.courses) {
    if (state.run.counts.read >= mostCourses) throw new CatalogueTooLong();
    if (isNews(state, course)) piece.push(course);
    if (piece.length >= pieceSize) await stage();
  }
  await stage();
  return state;
}

/** Counts the course, and tells whether it is to be staged. */
function isNews(
  state: { run: SyncRun; readonly shown: Set<string>; readonly hidden: Set<string> },
  { externalId, visible }: ExternalCourse,
): boolean {
  state.run = counted(state.run, 'read');
  const leftOut = (code: 'unusable' | 'duplicate') => {
    state.run = withFinding(counted(state.run, code), { code, externalId: externalId.slice(0, longestId) });
    return false;
  };
  if (!isUsable(externalId)) return leftOut('unusable');
  if (state.shown.has(externalId) || state.hidden.has(externalId)) return leftOut('duplicate');
  (visible ? state.shown : state.hidden).add(externalId);
  if (!visible) state.run = counted(state.run, 'hidden');
  return visible;
}

export const counted = (run: SyncRun, name: keyof RunCounts): SyncRun => ({
  ...run,
  counts: { ...run.counts, [name]: run.counts[name] + 1 },
});

const withFinding = (run: SyncRun, finding: RunFinding): SyncRun =>
  run.findings.length >= maxRunFindings ? run : { ...run, findings: [...run.findings, finding] };
