export type { LtiLink } from './link.ts';
export type { LtiLinkStore, LtiToolStore } from './ports.ts';
export type { LtiClientId, LtiDeployment, LtiTool, LtiToolKeys, LtiToolMessage } from './tool.ts';
