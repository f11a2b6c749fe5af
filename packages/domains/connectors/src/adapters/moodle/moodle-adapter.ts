import { setTimeout as sleepFor } from 'node:timers/promises';
import type { Clock, Digest, Ids } from '@sinau/kernel';
import type { Outbound } from '@sinau/platform/outbound';
import { defaultMoodleSettings, type MoodleSettings } from '../../moodle-settings.ts';
import type { ProviderAdapter } from '../../ports.ts';
import { enrolLearner, launchedNameOf, unenrolLearner } from './enrol-learner.ts';
import { createMoodleClient } from './moodle-client.ts';
import { readCatalogue } from './read-catalogue.ts';
import { readEnrolments, readResults } from './read-progress.ts';
import { testSite } from './test-site.ts';

export interface MoodleAdapterDeps {
  /** Checks every address when it is asked (case F3). */
  readonly outbound: Pick<Outbound, 'send'>;
  readonly clock: Clock;
  readonly digest: Pick<Digest, 'sha1' | 'sha256'>;
  readonly ids: Ids;
  /** Between tries. @default the system's timer */
  readonly sleep?: (ms: number) => Promise<unknown>;
}

export interface MoodleSite {
  /** `baseUrl` of the connection. */
  readonly baseUrl: string;
  /** Token of a web service of that site. */
  readonly token: string;
  /** @default `defaultMoodleSettings` */
  readonly settings?: MoodleSettings;
  /** Ours, where courses of this connection start in a tool of that site (LTI 1.3): accounts that it makes are found then. */
  readonly toolIssuer?: string;
}

/** A Moodle of a university, by its web services (REST, JSON). It has no cursor: courses are always read whole. */
export function createMoodleAdapter(deps: MoodleAdapterDeps, site: MoodleSite): ProviderAdapter {
  const { settings = defaultMoodleSettings, token, toolIssuer } = site;
  const enrolling = { settings, ids: deps.ids, digest: deps.digest, ...(toolIssuer && { toolIssuer }) };
  const { outbound, sleep = sleepFor } = deps;
  const baseUrl = site.baseUrl.replace(/\/+$/, '');
  const client = createMoodleClient({ outbound, baseUrl, token, sleep });
  return {
    test: () => testSite({ client, baseUrl, settings }),
    readCourses: () => readCatalogue({ client, baseUrl, settings }),
    enrol: (request) => enrolLearner({ client, ...enrolling }, request),
    unenrol: (request) => unenrolLearner({ client }, request),
    ...(toolIssuer && {
      launchedAccountOf: (subject: string) => launchedNameOf(deps.digest, { toolIssuer, subject }),
    }),
    readEnrolments: (courseId) => readEnrolments({ client, settings }, courseId),
    readResults: (request) => readResults({ ...deps, client, settings }, request),
  };
}
