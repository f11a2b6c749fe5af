import type { LtiLink } from './link.ts';
import type { LtiClientId, LtiTool } from './tool.ts';

/** Tools by client. Reads see every write that was answered before. Rejects with `Unavailable` when it does not answer. */
export interface LtiToolStore {
  find(clientId: LtiClientId): Promise<LtiTool | undefined>;
}

/** Links by id; whatever version of a course a learner is on, its modules keep their ids. */
export interface LtiLinkStore {
  find(resourceLinkId: string): Promise<LtiLink | undefined>;
}
