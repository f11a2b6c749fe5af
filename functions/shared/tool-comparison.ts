import type { CourseStore } from '@sinau/catalogue';
import { createCourseStore } from '@sinau/catalogue/dynamo';
import type { ProviderAdapter } from '@sinau/connectors';
import { withoutServices } from '@sinau/connectors/adapters';
import type { ReconcileDeps } from '@sinau/connectors/reconciliation';
import type { CourseContentPort } from '@sinau/delivery';
import { createGradeStore } from '@sinau/delivery/dynamo';
import type { LtiTool } from '@sinau/delivery/lti';
import { type ContextLink, countingItem, type GradeStore, lineItemsOf } from '@sinau/delivery/lti-services';
import type { Clock, ProviderId } from '@sinau/kernel';
import type { Dynamo } from '@sinau/platform/dynamo';
import type { ExternalEnrolment } from '@sinau/rostering';
import { createLtiContexts } from './lti-contexts.ts';
import { openOurSide } from './our-side.ts';
import { createToolStandings, type StandingParts } from './tool-part-standings.ts';

const pageSize = 100;

/**
 * What a tool of LTI is compared by, for one run: who takes a course in which it has a part, what stands here of that part, and whom the tool has sent
 * scores of. It is asked for nothing: what it has not sent is not held against it, but for a completion that stands here without any word of it.
 */
export function createToolComparison(
  given: {
    readonly stores: { readonly dynamo: Dynamo; readonly table: string };
    readonly content: CourseContentPort;
    readonly clock: Clock;
  } & Omit<StandingParts, 'content'>,
  tool: LtiTool,
): Pick<ReconcileDeps, 'ours' | 'standings' | 'adapters' | 'known' | 'subjects'> {
  const { stores, content, clock } = given;
  const courses = createCourseStore(stores);
  const grades = createGradeStore(stores);
  const side = openOurSide(stores);
  const linksIn = linksOf({ courses, content, tool });
  const adapter: ProviderAdapter = {
    ...withoutServices(),
    // Whoever is not in it may not have begun.
    rosterSent: async () => ({ at: clock.now().toISOString(), isWhole: false }),
    readEnrolments: (courseId) => scoredIn({ grades, tool, linksIn }, courseId),
  };
  return {
    ours: {
      async *courses({ connectionId, after = '' }) {
        for (const courseId of await courseIdsOf(courses, tool.providerId)) {
          if (courseId <= after || (await linksIn(courseId)).length === 0) continue;
          yield { connectionId, externalCourseId: courseId, courseId };
        }
      },
      async learnerPage(course, page) {
        const versions = new Set((await linksIn(course.courseId)).flatMap((link) => link.versions));
        const { learners, ...rest } = await side.learnerPage(course, page);
        // Who is on a version without the tool owes it nothing.
        const all = learners.map((one) => ({
          ...one,
          completed: one.completed || one.version === undefined || !versions.has(one.version),
        }));
        return { learners: all, ...rest };
      },
    },
    standings: createToolStandings(
      { ...given, content },
      async (courseId) => {
        const links = await linksIn(courseId);
        return new Set(links.map(({ resourceLinkId }) => resourceLinkId));
      },
      tool.clientId,
    ),
    adapters: { adapterOf: async () => adapter },
    // It calls people by the pseudonyms that it has from us, and by nothing else.
    known: { among: async (_, people) => people },
    subjects: { subjectOf: async () => undefined },
  };
}

type LinksIn = (courseId: string) => Promise<readonly ContextLink[]>;

/** Its links in a course, in whatever version; read once. */
function linksOf(of: {
  readonly courses: CourseStore;
  readonly content: CourseContentPort;
  readonly tool: LtiTool;
}): LinksIn {
  const contexts = createLtiContexts(of);
  const known = new Map<string, ReturnType<LinksIn>>();
  const read: LinksIn = async (courseId) => {
    const links = (await contexts.find(courseId))?.links ?? [];
    return links.filter(({ placement }) => placement.clientId === of.tool.clientId);
  };
  return (courseId) => {
    const links = known.get(courseId) ?? read(courseId);
    known.set(courseId, links);
    return links;
  };
}

async function courseIdsOf(
  courses: Pick<CourseStore, 'listOfProvider'>,
  providerId: ProviderId,
): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await courses.listOfProvider(providerId, { limit: pageSize, ...(after && { after }) });
    ids.push(...page.courses.flatMap(({ courseId, latestVersion }) => (latestVersion > 0 ? courseId : [])));
    after = page.last;
  } while (after !== undefined);
  return ids.toSorted();
}

/** Everybody of whom it has sent a score that counts in the course. */
async function* scoredIn(
  of: { readonly grades: GradeStore; readonly tool: LtiTool; readonly linksIn: LinksIn },
  courseId: string,
): AsyncGenerator<ExternalEnrolment> {
  const { clientId } = of.tool;
  const place = { courseId, clientId };
  const links = await of.linksIn(courseId);
  const items = lineItemsOf(place, { links, stored: await of.grades.listItems(place) });
  const counting = links.flatMap(({ resourceLinkId }) => countingItem(items, resourceLinkId) ?? []);
  const seen = new Set<string>();
  for (const item of counting) {
    let after: string | undefined;
    do {
      const page = { limit: pageSize, ...(after !== undefined && { after }) };
      const { records, last } = await of.grades.listScores(item, page);
      for (const { userId } of records) {
        if (seen.has(userId)) continue;
        seen.add(userId);
        yield { externalCourseId: courseId, externalLearnerId: userId, subject: userId, state: 'active' };
      }
      after = last;
    } while (after !== undefined);
  }
}
