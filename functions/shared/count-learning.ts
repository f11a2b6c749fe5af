import { type Connection, type ConnectionId, closedSince } from '@sinau/connectors';
import { createConnectionStore } from '@sinau/connectors/dynamo';
import type { OurSide } from '@sinau/connectors/results';
import { type EnrolmentStore, runningPages } from '@sinau/enrolment';
import type { Dynamo } from '@sinau/platform/dynamo';
import { createEnrolmentStore } from './enrolment-store.ts';
import { openOurSide } from './our-side.ts';

/** More is as good as many. */
const most = 1000;
const pageSize = 100;
/** So many courses are looked at at once. */
const atOnce = 20;

export interface CountLearningDeps {
  readonly connections: { find(connectionId: ConnectionId): Promise<Connection | undefined> };
  readonly ourSide: Pick<OurSide, 'courses'>;
  readonly enrolments: Pick<EnrolmentStore, 'seatsOf' | 'listRunning'>;
}

/**
 * Learners who take a course here that a connection speaks of, whatever its kind and whether it enrols; counted up to 1,000. Of one that is
 * being removed those alone who had enrolled before: in a provider's own courses others may still begin, and do not hold it.
 */
export function countLearning(
  stores: { readonly dynamo: Dynamo; readonly table: string },
  connectionId: ConnectionId,
): Promise<number> {
  return countLearningOf(
    {
      connections: createConnectionStore(stores),
      ourSide: openOurSide(stores),
      enrolments: createEnrolmentStore(stores),
    },
    connectionId,
  );
}

export async function countLearningOf(deps: CountLearningDeps, connectionId: ConnectionId): Promise<number> {
  const connection = await deps.connections.find(connectionId);
  if (!connection) return 0;
  const { providerId } = connection;
  const until = closedSince(connection);
  const seen = new Set<string>();
  let portion: string[] = [];
  let learners = 0;
  const countPortion = async () => {
    const counts = await Promise.all(portion.map((courseId) => countOf(deps, courseId, until)));
    portion = [];
    learners += counts.reduce((sum, one) => sum + one, 0);
  };
  for await (const { courseId } of deps.ourSide.courses({ providerId, connectionId })) {
    if (seen.has(courseId)) continue;
    seen.add(courseId);
    portion.push(courseId);
    if (portion.length >= atOnce) await countPortion();
    if (learners >= most) return most;
  }
  await countPortion();
  return Math.min(learners, most);
}

async function countOf(
  { enrolments }: CountLearningDeps,
  courseId: string,
  until: string | undefined,
): Promise<number> {
  // Most courses of a large catalogue have nobody: that is one read each.
  if ((await enrolments.seatsOf(courseId)).taken === 0) return 0;
  let learners = 0;
  for await (const page of runningPages({ enrolments }, { courseId, limit: pageSize })) {
    learners += page.enrolments.filter(({ enrolledAt }) => until === undefined || enrolledAt <= until).length;
    if (learners >= most) break;
  }
  return learners;
}
