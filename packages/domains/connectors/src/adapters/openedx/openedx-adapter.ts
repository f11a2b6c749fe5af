import { setTimeout as sleepFor } from 'node:timers/promises';
import type { Clock, Digest } from '@sinau/kernel';
import type { Outbound } from '@sinau/platform/outbound';
import { openEdxUsername } from '@sinau/rostering/openedx';
import type { OpenEdxSettings } from '../../openedx-settings.ts';
import type { ProviderAdapter } from '../../ports.ts';
import { createTokenSource } from './access-token.ts';
import { enrolLearner, readEnrolments, unenrolLearner } from './enrol-learner.ts';
import { createOpenEdxClient } from './openedx-client.ts';
import { readCatalogue } from './read-catalogue.ts';
import { readResults } from './read-results.ts';
import { testSite } from './test-site.ts';

export interface OpenEdxAdapterDeps {
  /** Checks every address when it is asked (case F3). */
  readonly outbound: Pick<Outbound, 'send'>;
  readonly clock: Clock;
  readonly digest: Pick<Digest, 'sha256'>;
  /** Between tries. @default the system's timer */
  readonly sleep?: (ms: number) => Promise<unknown>;
}

export interface OpenEdxSite {
  /** `baseUrl` of the connection: where learners take courses (the LMS). */
  readonly baseUrl: string;
  readonly clientSecret: string;
  readonly settings: OpenEdxSettings;
}

/** An Open edX site, by its services (OAuth 2.0, JSON), with or without its catalogue service (discovery). */
export function createOpenEdxAdapter(deps: OpenEdxAdapterDeps, site: OpenEdxSite): ProviderAdapter {
  const { outbound, clock, digest, sleep = sleepFor } = deps;
  const { settings, clientSecret } = site;
  const baseUrl = site.baseUrl.replace(/\/+$/, '');
  const tokens = createTokenSource({ outbound, clock, baseUrl, clientSecret, clientId: settings.clientId });
  const client = createOpenEdxClient({ outbound, clock, tokens, sleep });
  const of = { client, baseUrl, settings };
  return {
    test: () => testSite(of, tokens),
    readCourses: () => readCatalogue(of),
    enrol: (request) => enrolLearner({ ...of, clock }, request),
    unenrol: (request) => unenrolLearner(of, request),
    ...(settings.learnersBy === 'pseudonym' && { namedAccountOf: openEdxUsername }),
    readEnrolments: (courseId) => readEnrolments(of, courseId),
    readResults: (request) => readResults({ ...of, clock, digest }, request),
  };
}
