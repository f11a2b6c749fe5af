export { type AccountLink, mostLinks } from './account-link.ts';
export { type Attempt, mostAttempts, type Placement, type PlacementGrades } from './placement.ts';
export {
  type ForeignPlatform,
  type ForeignPlatformId,
  mostDeployments,
  mostPlatforms,
} from './platform.ts';
export type {
  AccountLinkStore,
  AttemptStore,
  ForeignPlatformStore,
  LaunchCount,
  PlacementStore,
  ToolSigner,
} from './ports.ts';
