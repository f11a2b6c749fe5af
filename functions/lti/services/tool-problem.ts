import type { Problem } from '@sinau/platform/http';
import { isServicePath, isTokenPath } from './tool-caller.ts';

/** What a problem is called where its code would tell a tool less than the usual word. */
const usual: Readonly<Record<string, string>> = {
  'request.access-denied': 'insufficient_scope',
  'request.not-signed-in': 'invalid_token',
  'lti.token-invalid': 'invalid_token',
  'request.invalid': 'invalid_request',
  internal: 'server_error',
};

/** The reason for machines: `lti.user-not-gradable` is `user_not_gradable`. */
const reasonOf = (code: string): string => usual[code] ?? code.replace(/^\w+\./, '').replaceAll('-', '_');

/**
 * Refusals of the services, with the reason in the body: many tools show nobody the status line, and none reads a header for it. At the
 * token endpoint they are in OAuth's words (RFC 6749, 5.2).
 */
export function toolProblem(problem: Problem, path: string): Response | undefined {
  if (isTokenPath(path)) return tokenRefusal(tokenErrorOf(problem), problem.status);
  if (!isServicePath(path)) return undefined;
  const error = reasonOf(problem.code);
  const body = { error, error_description: problem.detail, message: problem.detail, ...problem };
  return new Response(JSON.stringify(body), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', ...challengeOf(problem.status, error) },
  });
}

/** RFC 6750, 3; RFC 9110, 15.5.6. */
function challengeOf(status: number, error: string): Readonly<Record<string, string>> {
  if (status === 401 || status === 403) return { 'www-authenticate': `Bearer realm="lti", error="${error}"` };
  return status === 405 ? { allow: 'GET, PUT' } : {};
}

export interface TokenProblem {
  readonly error: string;
  readonly description: string;
}

function tokenErrorOf({ status, detail }: Problem): TokenProblem {
  if (status === 503 || status === 429) return { error: 'temporarily_unavailable', description: detail };
  if (status >= 500) return { error: 'server_error', description: detail };
  return { error: 'invalid_request', description: detail };
}

export function tokenRefusal({ error, description }: TokenProblem, status: number): Response {
  // Quotes and backslashes may not stand in a description (RFC 6749, 5.2).
  return tokenAnswer({ error, error_description: description.replaceAll(/["\\]/g, "'") }, status);
}

export function tokenAnswer(body: object, status = 200): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store', pragma: 'no-cache' } });
}
