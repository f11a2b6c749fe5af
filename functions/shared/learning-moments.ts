import { categories, contextExtensions, verbs } from '@sinau/cmi5';
import { queryStatements, type RecordedStatement } from '@sinau/lrs';
import { parseIsoDuration } from '@sinau/scorm';
import { nationalStore } from './record-writer.ts';
import type { RecordedMoment } from './recorded-moments.ts';

type StatementDeps = Parameters<typeof queryStatements>[0];

const pageSize = 100;
/** A course with more statements of one learner is judged by its last ones. */
const mostPages = 60;

/** Told by the platform about the course: nobody worked for them. */
const ownWords = new Set<string>([verbs.satisfied, verbs.waived]);

/**
 * When somebody was at work in a course, as the platform itself vouches for it. Newest first, since a page in that order also
 * holds what was stored a moment ago.
 */
export async function learningMoments(
  deps: StatementDeps & { readonly issuer: string },
  registration: string,
): Promise<readonly RecordedMoment[]> {
  const moments: RecordedMoment[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { statements, next } = await queryStatements(deps, {
      store: nationalStore,
      reader: { kind: 'all' },
      filter: {
        ...{ registration, ascending: false, limit: pageSize },
        ...{ relatedAgents: false, relatedActivities: false },
      },
      ...(after !== undefined && { after }),
    });
    moments.push(...statements.flatMap((one) => momentOf(one, deps.issuer)));
    after = next;
    if (after === undefined) break;
  }
  return moments;
}

function momentOf({ statement }: RecordedStatement, issuer: string): readonly RecordedMoment[] {
  const { verb, context, authority, timestamp, stored, result } = statement;
  const own = authority.account?.homePage === issuer && authority.account.name === 'lms';
  if (!own || ownWords.has(verb.id)) return [];
  const named = context?.extensions?.[contextExtensions.sessionId];
  const [grouping] = [context?.contextActivities?.grouping ?? []].flat();
  const when = {
    ...{ at: timestamp ?? stored, storedAt: stored },
    ...(typeof named === 'string' && { sessionId: named }),
    ...(grouping && { auId: grouping.id }),
  };
  if (verb.id === verbs.launched) return launchOf(statement).map((kind) => ({ ...when, kind }));
  if (verb.id !== verbs.terminated && verb.id !== verbs.abandoned) return [{ ...when, kind: 'work' }];
  const claimed = verb.id === verbs.terminated ? parseIsoDuration(result?.duration ?? '') : undefined;
  return [{ ...when, kind: 'closed', ...(claimed !== undefined && { claimedSeconds: claimed }) }];
}

/** Where something is opened to look at only, nothing of the session counts. Another system is opened without one. */
function launchOf({ context }: RecordedStatement['statement']): readonly ('launched' | 'visited')[] {
  const given = [context?.contextActivities?.category ?? []].flat();
  if (!given.some(({ id }) => id === categories.cmi5)) return ['visited'];
  return context?.extensions?.[contextExtensions.launchMode] === 'Normal' ? ['launched'] : [];
}
