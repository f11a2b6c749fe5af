import type { ClientPrincipal, Principal } from '@sinau/kernel';
import {
  changeObligation,
  type Duty,
  dutyGroups,
  isOverdue,
  listDuties,
  listObligations,
  makeObligation,
  type Obligation,
  type ObligationStep,
  obligationRequestSchema,
  pathOf,
  previewAudience,
  previewRequestSchema,
  type ShownObligation,
  showObligation,
} from '@sinau/obligations';
import { type HttpApp, NotSignedIn, readJson } from '@sinau/platform/http';
import * as z from 'zod';
import { changesOf } from './obligation-changes.ts';
import type { ObligationRouteDeps } from './obligation-routes.ts';
import { readQuery } from './read-query.ts';
import { requiredIn } from './required-in.ts';

type Context = Parameters<Parameters<HttpApp['route']>[1]>[0];

function callerOf(principal: Principal): ClientPrincipal {
  if (principal.kind !== 'client') throw new NotSignedIn('Sign in as an API client.');
  return principal;
}

const at = (c: Context) => ({
  principal: callerOf(c.get('principal')),
  obligationId: c.req.param('obligationId') ?? '',
});

export async function answerList(c: Context, deps: ObligationRouteDeps): Promise<Response> {
  const { principal } = at(c);
  const all = await listObligations(await deps.obligations(), { principal });
  return c.json({ obligations: all.map(viewOf) });
}

export async function answerMade(c: Context, deps: ObligationRouteDeps): Promise<Response> {
  const { principal } = at(c);
  const request = await readJson(c.req, obligationRequestSchema);
  const obligation = await makeObligation(await deps.obligations(), { principal, request });
  return c.json(termsOf(obligation), 201);
}

export async function answerPreview(c: Context, deps: ObligationRouteDeps): Promise<Response> {
  const { principal } = at(c);
  const request = await readJson(c.req, previewRequestSchema);
  return c.json(await previewAudience(await deps.obligations(), { principal, request }));
}

export async function answerOne(c: Context, deps: ObligationRouteDeps): Promise<Response> {
  return c.json(viewOf(await showObligation(await deps.obligations(), at(c))));
}

/** The worker does what follows. */
export async function answerStep(
  c: Context,
  deps: ObligationRouteDeps,
  step: ObligationStep,
): Promise<Response> {
  return c.json(termsOf(await changeObligation(await deps.obligations(), { ...at(c), step })), 202);
}

const dutiesQuery = z.strictObject({
  group: z.enum(dutyGroups),
  after: z.string().max(2_000).exactOptional(),
});

export async function answerDuties(c: Context, deps: ObligationRouteDeps): Promise<Response> {
  const { group, after } = readQuery(c.req.query(), dutiesQuery);
  const page = after === undefined ? {} : { pageToken: after };
  const list = { ...at(c), group, ...page };
  const desk = await deps.obligations();
  const { duties, nextPageToken } = await listDuties({ ...desk, signer: deps.signer }, list);
  const query = new URLSearchParams({ group, ...(nextPageToken && { after: nextPageToken }) });
  const next = `/api/obligations/${encodeURIComponent(list.obligationId)}/duties?${query}`;
  return c.json({
    duties: duties.map((duty) => dutyView(duty, desk.clock.now())),
    ...(nextPageToken && { next }),
  });
}

/** A path stands alone. */
function requiredOf(courseIds: readonly string[]) {
  const pathId = courseIds.map(pathOf).find((id) => id !== undefined);
  return pathId === undefined ? { courseIds } : { pathId };
}

export function termsOf(obligation: Obligation) {
  const { obligationId, title, courseIds, programme, audience, due, note, state, ...rest } = obligation;
  const { createdAt, createdBy, changedAt } = rest;
  const changes = changesOf(obligation);
  return {
    ...{ obligationId, title, ...requiredOf(courseIds), audience, due, state },
    ...(programme && { programme }),
    ...(note !== undefined && { note }),
    ...(changes.length > 0 && { changes }),
    ...{ createdAt, createdBy: createdBy.name, changedAt },
  };
}

const viewOf = ({ obligation, counts, spread }: ShownObligation) => ({
  ...termsOf(obligation),
  counts,
  ...(spread && {
    spread: {
      ...{ state: spread.state, heads: spread.heads, seen: spread.seen, given: spread.given },
      ...{ released: spread.released, failed: spread.failed },
    },
  }),
});

function dutyView(whole: Duty, now: Date) {
  const {
    agencyId: _,
    obligationId: __,
    remind: ___,
    toldOn: ____,
    allTold: _____,
    rev: ______,
    edition: _______,
    courseId,
    ...duty
  } = whole;
  return { ...requiredIn(courseId), ...duty, ...(isOverdue(whole, now) && { overdue: true }) };
}
