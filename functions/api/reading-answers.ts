import { ChainNotFound, listChains, pullAnchors, pullLines } from '@sinau/audit';
import type { ClientPrincipal, Principal } from '@sinau/kernel';
import type { HttpApp } from '@sinau/platform/http';
import * as z from 'zod';
import { readQuery } from './read-query.ts';
import type { ReadingRouteDeps } from './reading-routes.ts';

type Context = Parameters<Parameters<HttpApp['route']>[1]>[0];

const after = z.coerce.number().int().nonnegative().default(0);
const pageOf = (most: number) => z.coerce.number().int().min(1).max(most).default(most);

const linesQuery = z.strictObject({ chain: z.string().min(1).max(200), after, limit: pageOf(500) });
/** Each names the chains that grew in a day. */
const anchorsQuery = z.strictObject({ after, limit: pageOf(30) });

export async function answerChains(c: Context, deps: ReadingRouteDeps): Promise<Response> {
  readQuery(c.req.query(), z.strictObject({}));
  return c.json({ chains: await listChains(await deps.audit(), callerOf(c.get('principal'))) });
}

export async function answerLines(c: Context, deps: ReadingRouteDeps): Promise<Response> {
  const asked = readQuery(c.req.query(), linesQuery);
  const lines = await pullLines(await deps.audit(), { principal: callerOf(c.get('principal')), ...asked });
  return c.json({ lines, ...nextOf(lines, asked) });
}

export async function answerAnchors(c: Context, deps: ReadingRouteDeps): Promise<Response> {
  const asked = readQuery(c.req.query(), anchorsQuery);
  const principal = callerOf(c.get('principal'));
  const anchors = await pullAnchors(await deps.audit(), { principal, ...asked });
  return c.json({ anchors, ...nextOf(anchors, asked) });
}

/** Present when more may follow. */
function nextOf(numbered: readonly { readonly number: number }[], { limit }: { readonly limit: number }) {
  const last = numbered.at(-1);
  return numbered.length === limit && last ? { next: last.number } : {};
}

function callerOf(principal: Principal): ClientPrincipal {
  if (principal.kind !== 'client') throw new ChainNotFound();
  return principal;
}
