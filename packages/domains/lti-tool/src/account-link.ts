import type { PersonId } from '@sinau/kernel';
import type { ForeignPlatformId } from './platform.ts';

/** Says that a subject of a platform is a person here; made by that person, who had signed in. */
export interface AccountLink {
  readonly platformId: ForeignPlatformId;
  /** `sub` of the platform, to the letter. */
  readonly subject: string;
  readonly personId: PersonId;
  /** ISO 8601 UTC. */
  readonly linkedAt: string;
}

/** Of one person; more would be no person's. */
export const mostLinks = 50;
