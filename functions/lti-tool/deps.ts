import type { Log } from '@sinau/platform/log';
import type { LtiToolParts } from '../shared/lti-tool-parts.ts';

/** What the doors of the tool are joined from. */
export interface LtiToolAppDeps extends LtiToolParts {
  readonly portalOrigin: string;
  readonly log: Log;
}
