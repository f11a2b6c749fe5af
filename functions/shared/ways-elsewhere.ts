import type { CourseId } from '@sinau/catalogue';
import { createCourseStore } from '@sinau/catalogue/dynamo';
import { DeliveryNotFound, type ElsewherePort, type ElsewhereVisit } from '@sinau/delivery';
import { createLtiLaunchStore, createLtiToolStore } from '@sinau/delivery/dynamo';
import { createLaunchTicket, type LtiClientId, type LtiToolStore, type OrderDeps } from '@sinau/delivery/lti';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { ltiAddresses } from './lti-addresses.ts';
import { nameOf } from './name-of.ts';
import type { Parts } from './parts.ts';
import { refuseUnlessReady } from './provider-readiness.ts';

interface Given {
  readonly parts: Pick<Parts, 'dynamo'>;
  readonly env: { readonly LMS_TABLE: string; readonly PORTAL_ORIGIN: string };
}

/** What somebody needs to be led to a tool, and nothing that answers the tool. */
export function createOrderParts({ parts, env }: Given): OrderDeps & { readonly tools: LtiToolStore } {
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  return {
    ...{ clock: systemClock, ids: systemIds, digest: nodeDigest },
    tools: createLtiToolStore(stores),
    launches: createLtiLaunchStore(stores),
    launchAddress: ltiAddresses(env.PORTAL_ORIGIN).launch,
  };
}

/** How people get to content that other systems show. */
export function createWaysElsewhere(given: Given): ElsewherePort {
  const stores = { dynamo: given.parts.dynamo, table: given.env.LMS_TABLE };
  const courses = createCourseStore(stores);
  const orders = createOrderParts(given);
  const titleOf = async (courseId: string) => nameOf((await courses.find(courseId as CourseId))?.title ?? {});
  return {
    open: async (visit) => {
      // Where a provider is to enrol first, it opens when it has; who tries a version is enrolled nowhere.
      if (!visit.trial) await refuseUnlessReady(stores, visit.registration);
      if (visit.content.kind === 'external') return visit.content.page.url;
      return createLaunchTicket(orders, orderOf(visit, await titleOf(visit.courseId)));
    },
  };
}

function orderOf(visit: ElsewhereVisit, courseTitle: string): Parameters<typeof createLaunchTicket>[1] {
  const { content, personId, courseId, moduleId, title, returnUrl, locale } = visit;
  // A guest of another system is nobody whom we could name to a third one.
  if (content.kind !== 'lti' || personId === undefined) {
    throw new DeliveryNotFound('This part cannot be opened from another system.');
  }
  const { placement } = content;
  return {
    ...{ message: 'LtiResourceLinkRequest', personId, returnUrl, locale },
    // Authors and reviewers who try a version are no learners there.
    role: visit.trial ? 'instructor' : 'learner',
    clientId: placement.clientId as LtiClientId,
    deploymentId: placement.deploymentId,
    course: { courseId, title: courseTitle },
    link: { resourceLinkId: moduleId, title, placement },
    target: visit.frame ? 'iframe' : 'window',
  };
}
