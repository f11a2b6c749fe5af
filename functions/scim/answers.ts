import type { Problem } from '@sinau/platform/http';
import { messageUrns, type Resource } from '@sinau/scim';
import type { Context } from 'hono';

/** Section 3.1: SCIM's own type, or plain JSON for those who ask for it alone. */
export function mediaTypeFor(accept: string | undefined): string {
  const asksPlain = accept?.includes('application/json') && !accept.includes('application/scim+json');
  return asksPlain ? 'application/json' : 'application/scim+json';
}

export function answer(
  c: Context,
  body: Resource,
  {
    status = 200,
    headers = {},
  }: { readonly status?: 200 | 201; readonly headers?: Record<string, string> } = {},
): Response {
  return c.body(JSON.stringify(body), status, {
    'content-type': mediaTypeFor(c.req.header('accept')),
    ...headers,
  });
}

export interface Listed {
  readonly resources: readonly Resource[];
  /** Unknown where a cursor is followed to more. */
  readonly total?: number;
  /** Of pages that are counted. */
  readonly startIndex?: number;
  readonly nextCursor?: string;
}

export const listAnswer = ({ resources, total, startIndex, nextCursor }: Listed): Resource => ({
  schemas: [messageUrns.list],
  ...(total !== undefined && { totalResults: total }),
  ...(startIndex !== undefined && { startIndex }),
  itemsPerPage: resources.length,
  ...(nextCursor !== undefined && { nextCursor }),
  Resources: resources,
});

const scimTypes: Readonly<Record<string, string>> = {
  'scim.invalid-cursor': 'invalidCursor',
  'scim.invalid-filter': 'invalidFilter',
  'scim.invalid-path': 'invalidPath',
  'scim.invalid-syntax': 'invalidSyntax',
  'scim.invalid-value': 'invalidValue',
  'scim.mutability': 'mutability',
  'scim.no-target': 'noTarget',
  'scim.too-many': 'tooMany',
  'identity.person-taken': 'uniqueness',
  'request.invalid': 'invalidValue',
};

/** Our words for what SCIM calls otherwise. */
const attributeNames: Readonly<Record<string, string>> = {
  '/email': 'emails',
  '/name': 'displayName',
  '/unitId': 'department',
  '/supervisorId': 'manager',
  '/timeZone': 'timezone',
  '/employeeNumber': 'employeeNumber',
  '/employeeNumber/value': 'employeeNumber',
  '/employment/status': 'employmentStatus',
  '/employment/contract': 'contractStart and contractEnd',
  '/post/level': 'postLevel',
  '/post/title': 'postTitle',
};

/** A refusal in the words of section 3.12. */
export function errorAnswer(problem: Problem, accept: string | undefined): Response {
  const scimType = scimTypes[problem.code];
  const issues = (problem.issues ?? []).map(
    ({ path, message }) => `${attributeNames[path] ?? path.replace(/^\//, '')} ${message}`,
  );
  // A fault of ours is quoted by its id, which SCIM has no place for.
  const more = problem.status >= 500 ? [`request id ${problem.requestId}`] : issues;
  const detail = more.length > 0 ? `${problem.detail} (${more.join('; ')})` : problem.detail;
  const body = {
    schemas: [messageUrns.error],
    status: String(problem.status),
    ...(scimType && { scimType }),
    detail,
  };
  return new Response(JSON.stringify(body), {
    status: problem.status,
    headers: { 'content-type': mediaTypeFor(accept) },
  });
}
