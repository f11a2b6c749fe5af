import type { CourseStore } from '@sinau/catalogue';
import { type EnrolmentStore, runningPages } from '@sinau/enrolment';
import type { OrganisationStore } from '@sinau/identity';
import type { NoteDeps } from '@sinau/insight';
import type { RecordedFacts } from '@sinau/lrs/dynamo';
import { noteEnrolmentTrace, noteProgressTrace, type TraceDeps } from '../shared/insight-traces.ts';
import { noteLearning } from './project-facts.ts';

export interface InsightRebuildDeps {
  readonly notes: NoteDeps;
  readonly traces: TraceDeps;
  readonly organisations: Pick<OrganisationStore, 'listProviders'>;
  readonly courses: Pick<CourseStore, 'listOfProvider'>;
  readonly enrolments: Pick<EnrolmentStore, 'listRunning'>;
}

const together = 100;

/** Brings back what statistics of courses are made of: statements as they are replayed, then who enrolled and did nothing yet. */
export function createInsightRebuilder(deps: InsightRebuildDeps) {
  const noted = new Set<string>();

  async function noteOnce(registration: string): Promise<void> {
    if (noted.has(registration)) return;
    noted.add(registration);
    await noteEnrolmentTrace(deps.traces, registration);
    await noteProgressTrace(deps.traces, registration);
  }

  return {
    async replay(facts: readonly RecordedFacts[]): Promise<void> {
      await noteLearning(deps.notes, facts);
      for (const { statement } of facts.flatMap(({ statements }) => statements)) {
        const registration = statement.context?.registration?.toLowerCase();
        if (registration !== undefined) await noteOnce(registration);
      }
    },
    /** An enrolment without statements that is over is nowhere listed, and was never counted. */
    async finish(): Promise<void> {
      for await (const courseId of coursesOf(deps)) {
        for await (const registration of runningIn(deps, courseId)) await noteOnce(registration);
      }
    },
  };
}

export type CourseWalk = Pick<InsightRebuildDeps, 'organisations' | 'courses'>;

/** Of every provider. */
export async function* coursesOf({ organisations, courses }: CourseWalk): AsyncGenerator<string> {
  for (const { providerId } of await organisations.listProviders()) {
    let after: string | undefined;
    do {
      const page = await courses.listOfProvider(providerId, { limit: together, ...(after && { after }) });
      for (const { courseId } of page.courses) yield courseId;
      after = page.last;
    } while (after !== undefined);
  }
}

async function* runningIn(deps: InsightRebuildDeps, courseId: string): AsyncGenerator<string> {
  for await (const { enrolments } of runningPages(deps, { courseId, limit: together })) {
    for (const { registration } of enrolments) yield registration;
  }
}
