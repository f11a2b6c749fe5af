import type { Enrolment } from './enrolment.ts';
import { type EnrolmentStore, rosterShards } from './ports.ts';

/**
 * Everybody who takes a course, part by part of its roster, in pages of at most `limit`; whoever has enough stops. `hasMore`: there may be
 * others behind this page. May lag as `listRunning` does.
 */
export async function* runningPages(
  { enrolments }: { readonly enrolments: Pick<EnrolmentStore, 'listRunning'> },
  { courseId, limit }: { readonly courseId: string; readonly limit: number },
): AsyncGenerator<{ readonly enrolments: readonly Enrolment[]; readonly hasMore: boolean }> {
  for (let shard = 0; shard < rosterShards; shard += 1) {
    let after: string | undefined;
    do {
      const page = await enrolments.listRunning(courseId, shard, { limit, ...(after && { after }) });
      after = page.next;
      yield { enrolments: page.enrolments, hasMore: after !== undefined || shard < rosterShards - 1 };
    } while (after !== undefined);
  }
}
