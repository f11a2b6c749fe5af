import type { ClientPrincipal, PersonId, Principal } from '@sinau/kernel';
import {
  changeTerms,
  type DutyException,
  exceptionRequestSchema,
  exceptPerson,
  listExceptions,
  previewTerms,
  termsRequestSchema,
  undoException,
} from '@sinau/obligations';
import { type HttpApp, NotSignedIn, readJson } from '@sinau/platform/http';
import * as z from 'zod';
import { termsOf } from './obligation-answers.ts';
import type { ObligationRouteDeps } from './obligation-routes.ts';
import { readQuery } from './read-query.ts';

type Context = Parameters<Parameters<HttpApp['route']>[1]>[0];

function callerOf(principal: Principal): ClientPrincipal {
  if (principal.kind !== 'client') throw new NotSignedIn('Sign in as an API client.');
  return principal;
}

const at = (c: Context) => ({
  principal: callerOf(c.get('principal')),
  obligationId: c.req.param('obligationId') ?? '',
});
const atPerson = (c: Context) => ({ ...at(c), personId: (c.req.param('personId') ?? '') as PersonId });

export async function answerTermsPreview(c: Context, deps: ObligationRouteDeps): Promise<Response> {
  const input = { ...at(c), request: await readJson(c.req, termsRequestSchema) };
  const { obligation: _, ...preview } = await previewTerms(await deps.obligations(), input);
  return c.json(preview);
}

/** The worker does what follows. */
export async function answerTerms(c: Context, deps: ObligationRouteDeps): Promise<Response> {
  const input = { ...at(c), request: await readJson(c.req, termsRequestSchema) };
  return c.json(termsOf(await changeTerms(await deps.obligations(), input)), 202);
}

const listQuery = z.strictObject({ after: z.string().max(2_000).exactOptional() });

export async function answerExceptions(c: Context, deps: ObligationRouteDeps): Promise<Response> {
  const { after } = readQuery(c.req.query(), listQuery);
  const list = { ...at(c), ...(after !== undefined && { pageToken: after }) };
  const desk = await deps.obligations();
  const { exceptions, nextPageToken } = await listExceptions({ ...desk, signer: deps.signer }, list);
  const query = new URLSearchParams({ ...(nextPageToken && { after: nextPageToken }) });
  const next = `/api/obligations/${encodeURIComponent(list.obligationId)}/exceptions?${query}`;
  return c.json({ exceptions: exceptions.map(exceptionView), ...(nextPageToken && { next }) });
}

export async function answerException(c: Context, deps: ObligationRouteDeps): Promise<Response> {
  const input = { ...atPerson(c), request: await readJson(c.req, exceptionRequestSchema) };
  return c.json(exceptionView(await exceptPerson(await deps.obligations(), input)));
}

export async function answerExceptionUndone(c: Context, deps: ObligationRouteDeps): Promise<Response> {
  return c.json(exceptionView(await undoException(await deps.obligations(), atPerson(c))));
}

function exceptionView(whole: DutyException) {
  const { agencyId: _, obligationId: __, rev: ___, changedBy, ...exception } = whole;
  return { ...exception, changedBy: changedBy.name };
}
