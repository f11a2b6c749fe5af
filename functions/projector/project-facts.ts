import { noteActivity, type Registration } from '@sinau/enrolment';
import { personIdSchema } from '@sinau/identity';
import { type NoteDeps, noteStatements } from '@sinau/insight';
import type { PersonId } from '@sinau/kernel';
import type { RecordedFacts } from '@sinau/lrs/dynamo';
import { appendRecords } from '@sinau/records';
import { nationalStore } from '../shared/record-writer.ts';
import type { ProjectorDeps } from './deps.ts';

/** What follows from recorded statements: feeds of agencies, last activity of learners, statistics of courses. Idempotent. */
export async function projectFacts(
  deps: Omit<ProjectorDeps, 'follower' | 'pulse' | 'log'>,
  facts: readonly RecordedFacts[],
): Promise<void> {
  // Test launches of providers are nobody's record.
  const national = facts.filter(({ store }) => store === nationalStore);
  await appendRecords(deps, national);
  await noteActivities(deps, national);
  await noteLearning(deps, national);
}

/** What statistics of courses are made of. */
export async function noteLearning(deps: NoteDeps, facts: readonly RecordedFacts[]): Promise<void> {
  const placed = facts.flatMap(({ stored, statements }) =>
    statements.map(({ position, statement }) => ({ position, stored, statement })),
  );
  await noteStatements(deps, placed);
}

/** When learners were last active. */
export async function noteActivities(
  deps: Pick<ProjectorDeps, 'enrolments' | 'issuer'>,
  facts: readonly RecordedFacts[],
): Promise<void> {
  for (const activity of activitiesIn(facts, deps.issuer)) await noteActivity(deps, activity);
}

interface Activity {
  readonly registration: Registration;
  readonly personId: PersonId;
  readonly at: string;
}

/** The newest of each registration and person. */
function activitiesIn(facts: readonly RecordedFacts[], issuer: string): readonly Activity[] {
  const newest = new Map<string, Activity>();
  for (const { statements, stored } of facts) {
    for (const { statement } of statements) {
      const { account } = statement.actor;
      const person = personIdSchema.safeParse(account?.homePage === issuer ? account.name : undefined);
      const registration = statement.context?.registration?.toLowerCase();
      if (!person.success || registration === undefined) continue;
      const key = `${registration} ${person.data}`;
      const before = newest.get(key);
      if (before && before.at >= stored) continue;
      newest.set(key, { registration: registration as Registration, personId: person.data, at: stored });
    }
  }
  return [...newest.values()];
}
