import type { LtiPlacement } from '@sinau/lti';
import type { CompletionRule } from '@sinau/rostering';

/** Content of a tool that stands in a course: one module. Its id is that of the module, and stays when it is replaced. */
export interface LtiLink {
  /** `resource_link.id`; lower-case UUID. */
  readonly resourceLinkId: string;
  /** The course is the context of the link (`context.id`). */
  readonly courseId: string;
  readonly title: string;
  readonly placement: LtiPlacement;
  readonly completion: CompletionRule;
}
