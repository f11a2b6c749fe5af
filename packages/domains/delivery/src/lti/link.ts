import type { CompletionRule } from '@sinau/rostering';
import type { LtiClientId } from './tool.ts';

/** Content of a tool that stands in a course: one module. Its id is that of the module, and stays when it is replaced. */
export interface LtiLink {
  /** `resource_link.id`; lower-case UUID. */
  readonly resourceLinkId: string;
  readonly clientId: LtiClientId;
  readonly deploymentId: string;
  /** The course is the context of the link (`context.id`). */
  readonly courseId: string;
  readonly title: string;
  readonly text?: string;
  /** Where the tool is asked to lead to. @default the tool's own `targetLinkUri` */
  readonly url?: string;
  readonly custom: Readonly<Record<string, string>>;
  /** Asks for a line item of its own. */
  readonly lineItem?: {
    /** > 0. */
    readonly scoreMaximum: number;
    readonly label: string;
    readonly resourceId?: string;
    readonly tag?: string;
  };
  readonly availableFrom?: string;
  readonly availableUntil?: string;
  readonly submissionUntil?: string;
  readonly completion: CompletionRule;
}
