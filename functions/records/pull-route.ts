import { type AgencyId, InvalidInput, type Principal } from '@sinau/kernel';
import { AccessDenied, type HttpApp } from '@sinau/platform/http';
import { pullRecords } from '@sinau/records';
import * as z from 'zod';
import type { RecordsDeps } from './deps.ts';
import { acceptsGzip, gzip } from './gzip.ts';

export const defaultLimit = 1_000;
export const maxLimit = 5_000;

const querySchema = z.strictObject({
  cursor: z.string().exactOptional(),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,9}$/, `is a whole number from 1 to ${maxLimit}`)
    .transform(Number)
    .pipe(z.number().max(maxLimit, `is a whole number from 1 to ${maxLimit}`))
    .default(defaultLimit),
});

export function addPullRoute(app: HttpApp, deps: RecordsDeps): void {
  app.route({ method: 'GET', path: '/records', access: ['scope:records/read'] }, async (c) => {
    const owner = ownerOf(c.get('principal'));
    const query = readQuery(c.req.query());
    const page = await pullRecords(deps, { ...owner, ...query, maxBytes: deps.pageBytes });
    const headers = new Headers({
      'content-type': 'application/x-ndjson',
      'x-sinau-cursor': page.cursor,
      vary: 'Accept-Encoding',
    });
    if (page.more) {
      headers.set('link', `</records?cursor=${page.cursor}&limit=${query.limit}>; rel="next"`);
    }
    const body = page.lines.map((line) => `${line}\n`).join('');
    if (!acceptsGzip(c.req.header('accept-encoding'))) return new Response(body, { headers });
    headers.set('content-encoding', 'gzip');
    return new Response(gzip(body), { headers });
  });
}

/** The agency comes from the client alone; nobody asks for another one's records (case C3). */
function ownerOf(principal: Principal): { readonly clientId: string; readonly agencyId: AgencyId } {
  if (principal.kind !== 'client' || principal.tenant.kind !== 'agency') {
    throw new AccessDenied('Records are pulled by clients of an agency.');
  }
  return { clientId: principal.clientId, agencyId: principal.tenant.agencyId };
}

function readQuery(query: Record<string, string>): z.output<typeof querySchema> {
  const parsed = querySchema.safeParse(query);
  if (parsed.success) return parsed.data;
  throw new InvalidInput('The query is not right.', {
    issues: parsed.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({ path: `/${key}`, message: 'is not a parameter of this address' }))
        : [{ path: `/${issue.path.map(String).join('/')}`, message: issue.message }],
    ),
  });
}
