import type { ExportJobStore, ExportQueue, FileLinks, RecordSelection } from '@sinau/exports';
import type { issueAccessToken } from '@sinau/identity';
import type { Clock, Ids, Signer } from '@sinau/kernel';
import type { RateLimiter, ReadingNotes } from '@sinau/platform/http';
import type { Log } from '@sinau/platform/log';
import type { CourseDirectory, FeedStore, PeopleDirectory, PullLog, StatementBodies } from '@sinau/records';
import type { ClientCredentials } from '../shared/client-credentials.ts';

export interface RecordsDeps {
  readonly credentials: ClientCredentials;
  readonly rateLimiter: RateLimiter;
  /** Notes of who was shown whose records. */
  readonly readings: ReadingNotes;
  /** Counts what was asked with right credentials: wrong ones must not use up another's limit. */
  readonly tokenLimiter: RateLimiter;
  /** What access tokens are made with. */
  readonly tokens: Parameters<typeof issueAccessToken>[0];
  readonly feed: FeedStore;
  readonly bodies: StatementBodies;
  readonly people: PeopleDirectory;
  readonly courses: CourseDirectory;
  readonly pulls: PullLog;
  readonly exports: ExportJobStore;
  readonly selection: RecordSelection;
  readonly queue: ExportQueue;
  readonly links: FileLinks;
  readonly signer: Signer;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** Bytes of one page before compression; a line that is larger goes alone. */
  readonly pageBytes: number;
}
