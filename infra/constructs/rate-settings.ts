import type { SinauConfig } from '../config.ts';

/** Limits that the deployment sets; the doors have defaults for the others (docs/decisions/0011-rate-limits.md). */
export function rateSettings({ requestsPerSecond = {} }: SinauConfig): Readonly<Record<string, string>> {
  const {
    xapiClient,
    xapiSession,
    scormSession,
    quizSession,
    recordsClient,
    apiClient,
    tokenClient,
    scimClient,
  } = requestsPerSecond;
  const given = {
    XAPI_CLIENT_REQUESTS_PER_SECOND: xapiClient,
    XAPI_SESSION_REQUESTS_PER_SECOND: xapiSession,
    SCORM_SESSION_REQUESTS_PER_SECOND: scormSession,
    QUIZ_SESSION_REQUESTS_PER_SECOND: quizSession,
    RECORDS_CLIENT_REQUESTS_PER_SECOND: recordsClient,
    API_CLIENT_REQUESTS_PER_SECOND: apiClient,
    TOKEN_CLIENT_REQUESTS_PER_SECOND: tokenClient,
    SCIM_CLIENT_REQUESTS_PER_SECOND: scimClient,
  };
  return Object.fromEntries(
    Object.entries(given).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
  );
}
