import { DomainError, openPageToken, type Signer, sealPageToken } from '@sinau/kernel';
import type { StatementQuery } from '@sinau/xapi';
import * as z from 'zod';
import type { Caller } from './caller.ts';

type ListQuery = Extract<StatementQuery, { kind: 'list' }>;

const stateSchema = z.strictObject({
  query: z.custom<ListQuery>((value) => typeof value === 'object' && value !== null),
  after: z.string(),
});

/** The cursor of `more` was altered, or belongs to another caller. */
export class CursorInvalid extends DomainError {
  readonly code = 'lrs.cursor-invalid';
}

/** IRL of the next page, relative to the server: the whole query travels in it, bound to the caller (case C3). */
export function moreUrl(
  signer: Signer,
  caller: Caller,
  next: { readonly query: ListQuery; readonly after: string },
): string {
  return `/xapi/statements?cursor=${sealPageToken(signer, purposeOf(caller), next)}`;
}

export function openMore(
  signer: Signer,
  caller: Caller,
  cursor: string,
): { readonly query: ListQuery; readonly after: string } {
  const state = stateSchema.safeParse(openPageToken(signer, purposeOf(caller), cursor));
  if (state.success) return state.data;
  throw new CursorInvalid('This cursor is not valid for your credentials; start the query again.');
}

function purposeOf(caller: Caller): string {
  return caller.kind === 'au' ? `xapi-more:au:${caller.sessionId}` : `xapi-more:client:${caller.clientId}`;
}
