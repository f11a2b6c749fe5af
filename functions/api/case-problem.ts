import { type StatusReason, statusInfo } from '@sinau/case';
import { isUuid } from '@sinau/kernel';
import type { Problem } from '@sinau/platform/http';
import { casePath } from '../shared/case-naming.ts';

const reasons: Readonly<Record<number, StatusReason>> = {
  ...{ 400: 'invalid_selection_field', 401: 'unauthorised_request', 403: 'forbidden' },
  ...{ 404: 'unknownobject', 429: 'server_busy', 503: 'server_busy' },
};

/** Refusals below the address of CASE are told in its words (REST binding 1.1, section 4.4); elsewhere nothing is changed. */
export function caseProblem(problem: Problem, address: string): Response | undefined {
  const { pathname } = new URL(address);
  if (!pathname.startsWith(`${casePath}/`)) return undefined;
  const { status, detail, issues, requestId } = problem;
  const field = issues?.[0]?.path.split('/')[1];
  const isBadId = status === 404 && !isUuid(pathname.split('/').at(-1) ?? '');
  const reason =
    status === 400 && (field === 'sort' || field === 'orderBy')
      ? 'invalid_sort_field'
      : isBadId
        ? 'invalid_uuid'
        : (reasons[status] ?? 'internal_server_error');
  // The binding has no place of its own for the id to quote.
  const description = status >= 500 ? `${detail} Request id: ${requestId}` : detail;
  return Response.json(statusInfo(reason, description, field), {
    status,
    ...(problem.retryAfterSeconds !== undefined && {
      headers: { 'retry-after': String(problem.retryAfterSeconds) },
    }),
  });
}
