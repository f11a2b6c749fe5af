import type { Connection } from '../connection.ts';
import type { BatchRequest } from './batch.ts';
import { findingsWaiting } from './completion-finding.ts';
import type { SyncStore } from './ports.ts';
import type { ItemFinding } from './sync-item.ts';

/** What accepting some lists would do, as far as it was counted. */
export interface BatchPreview {
  readonly courses: number;
  /** There are more than were counted; so are there of everything below. */
  readonly hasMore: boolean;
  /** Courses with something to note, and how many there are of each. */
  readonly noted: number;
  readonly findings: Readonly<Partial<Record<ItemFinding, number>>>;
  /** Of withdrawn courses: how many have learners, how many learners these are, and whether all were asked. */
  readonly learning: { readonly courses: number; readonly learners: number; readonly asked: number };
}

export interface PreviewDeps {
  readonly sync: Pick<SyncStore, 'listItems'>;
  /** People who hold a seat of a course. */
  readonly learnersOf: (courseId: string) => Promise<number>;
}

const pageSize = 100;
/** Whoever has more sees that there are more: the page answers within seconds. */
const mostCounted = 20_000;
const mostAsked = 500;
const together = 20;

/** Counts what waits in these lists. Nothing is written, and what is accepted later is what waits then. */
export async function previewBatch(
  deps: PreviewDeps,
  input: { readonly connection: Connection; readonly lists: BatchRequest['lists'] },
): Promise<BatchPreview> {
  const { connectionId } = input.connection;
  let preview: Omit<BatchPreview, 'hasMore' | 'learning'> = { courses: 0, noted: 0, findings: {} };
  let hasMore = false;
  const withdrawn: string[] = [];
  for (const list of new Set(input.lists)) {
    let after: string | undefined;
    do {
      const page = await deps.sync.listItems(connectionId, list, {
        limit: pageSize,
        ...(after !== undefined && { after }),
      });
      for (const item of page.items) {
        preview = countedIn(preview, findingsWaiting(input.connection, item));
        if (item.waiting?.change === 'withdrawn' && item.courseId !== undefined)
          withdrawn.push(item.courseId);
      }
      after = page.next;
      hasMore ||= after !== undefined && preview.courses >= mostCounted;
    } while (after !== undefined && !hasMore);
  }
  return { ...preview, hasMore, learning: await learningIn(deps, withdrawn) };
}

function countedIn(
  { courses, noted, findings }: Omit<BatchPreview, 'hasMore' | 'learning'>,
  found: readonly ItemFinding[],
): Omit<BatchPreview, 'hasMore' | 'learning'> {
  const counts = { ...findings };
  for (const one of found) counts[one] = (counts[one] ?? 0) + 1;
  return { courses: courses + 1, noted: noted + (found.length > 0 ? 1 : 0), findings: counts };
}

async function learningIn(
  { learnersOf }: PreviewDeps,
  withdrawn: readonly string[],
): Promise<BatchPreview['learning']> {
  const asked = withdrawn.slice(0, mostAsked);
  const counts: number[] = [];
  for (let start = 0; start < asked.length; start += together) {
    counts.push(...(await Promise.all(asked.slice(start, start + together).map(learnersOf))));
  }
  return {
    courses: counts.filter((count) => count > 0).length,
    learners: counts.reduce((sum, count) => sum + count, 0),
    asked: asked.length,
  };
}
