import type { EnrolmentStore } from '@sinau/enrolment';
import type { InsightStore, RegistrationDirectory } from '@sinau/insight';
import type { Digest } from '@sinau/kernel';
import type { RecordFollower } from '@sinau/lrs/dynamo';
import type { Log } from '@sinau/platform/log';
import type { FeedStore } from '@sinau/records';
import type { ProjectorPulse } from '../shared/projector-pulse.ts';

export interface ProjectorDeps {
  readonly follower: RecordFollower;
  readonly feed: FeedStore;
  readonly laneCount: number;
  readonly enrolments: EnrolmentStore;
  readonly insight: InsightStore;
  readonly registrations: RegistrationDirectory;
  readonly digest: Digest;
  /** Home page of the accounts that stand for people. */
  readonly issuer: string;
  readonly pulse: Pick<ProjectorPulse, 'beat'>;
  readonly log: Log;
}
