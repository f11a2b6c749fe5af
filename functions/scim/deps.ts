import type { OrganisationStore, PeopleStore } from '@sinau/identity';
import type { Clock, Ids, Signer } from '@sinau/kernel';
import type { RateLimiter, ReadingNotes } from '@sinau/platform/http';
import type { Log } from '@sinau/platform/log';
import type { ClientCredentials } from '../shared/client-credentials.ts';

export interface ScimDeps {
  readonly credentials: ClientCredentials;
  /** Notes of who was shown whose records. */
  readonly readings?: ReadingNotes;
  readonly rateLimiter?: RateLimiter;
  readonly people: PeopleStore;
  readonly organisations: OrganisationStore;
  /** e.g. `https://sinau.example.go.id` */
  readonly portalOrigin: string;
  /** An agency with more people has no pages that are counted. @default 20,000 */
  readonly mostListed?: number;
  /** People that one page of a cursor looks at. @default 2,000 */
  readonly mostLooked?: number;
  /** Of cursors. */
  readonly signer: Signer;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}
