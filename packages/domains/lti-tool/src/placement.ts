import type { PersonId } from '@sinau/kernel';
import type { ServiceScope } from '@sinau/lti';
import type { ForeignPlatformId } from './platform.ts';

/** One resource link of a platform and the course of ours behind it, as the latest launch said. Times are ISO 8601 UTC. */
export interface Placement {
  readonly platformId: ForeignPlatformId;
  /** Follows from deployment and link, so that two first launches find the same one. */
  readonly placementId: string;
  readonly deploymentId: string;
  /** Unique within the deployment. */
  readonly resourceLinkId: string;
  readonly courseId: string;
  /** The course over there. */
  readonly contextId?: string;
  readonly contextTitle?: string;
  /** Title of the link over there. */
  readonly title?: string;
  /** Assignment and Grade Services 2.0, 3.1: absent when the platform offers none here. */
  readonly grades?: PlacementGrades;
  readonly updatedAt: string;
}

export interface PlacementGrades {
  /** What we may do there. */
  readonly scopes: readonly ServiceScope[];
  /** Line items of the context. */
  readonly lineItems?: string;
  /** The one of this link, when there is exactly one. */
  readonly lineItem?: string;
}

/** A way through a course that somebody opened by a placement. */
export interface Attempt {
  /** xAPI registration of the enrolment, a lower-case UUID. */
  readonly registration: string;
  readonly courseId: string;
  readonly platformId: ForeignPlatformId;
  readonly placementId: string;
  /** Who the learner is over there. */
  readonly subject: string;
  readonly personId: PersonId;
  /** The first launch, and the latest. */
  readonly startedAt: string;
  readonly launchedAt: string;
}
