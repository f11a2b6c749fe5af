import type { AgencyId, Principal } from '@sinau/kernel';
import { AccessDenied, type HttpApp, NotAcceptable } from '@sinau/platform/http';
import { flattenLines, openFilter, type PulledPage, pullRecords } from '@sinau/records';
import { acceptsGzip, gzip } from '../shared/gzip.ts';
import type { RecordsDeps } from './deps.ts';
import { negotiatePullType, type PullType, pullTypes } from './media-types.ts';
import { readPullQuery } from './pull-query.ts';

export function addPullRoute(app: HttpApp, deps: RecordsDeps): void {
  const shown = { access: ['scope:records/read'], reads: { what: 'statements' } } as const;
  app.route({ method: 'GET', path: '/records', ...shown }, async (c) => {
    const owner = ownerOf(c.get('principal'));
    const type = negotiatePullType(c.req.header('accept'));
    if (!type)
      throw new NotAcceptable(`Records are given as ${pullTypes.join(' or ')}. Ask for one of them.`);
    const { cursor, limit, ...given } = readPullQuery(c.req.url);
    const filter = await openFilter(deps, { agencyId: owner.agencyId, filter: given });
    const page = await pullRecords(deps, {
      ...owner,
      limit,
      maxBytes: deps.pageBytes,
      filter,
      ...(cursor !== undefined && { cursor }),
    });
    const filtered = filter.text !== '';
    await notePull(deps, { ...owner, page, filtered });
    const headers = headersOf(page, type);
    if (page.more) {
      const rest = filtered ? `&${filter.text}` : '';
      headers.set('link', `</records?cursor=${page.cursor}&limit=${limit}${rest}>; rel="next"`);
    }
    const body = await bodyOf(deps, type, { agencyId: owner.agencyId, lines: page.lines });
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

const contentTypes: Readonly<Record<PullType, string>> = {
  'application/x-ndjson': 'application/x-ndjson',
  'text/csv': 'text/csv; charset=utf-8; header=present',
};

function headersOf({ cursor, progress }: PulledPage, type: PullType): Headers {
  const headers = new Headers({
    'content-type': contentTypes[type],
    'x-sinau-cursor': cursor,
    vary: 'Accept, Accept-Encoding',
  });
  const { total, position } = progress;
  if (total !== undefined) headers.set('x-sinau-total', String(total));
  if (position !== undefined) headers.set('x-sinau-position', String(position));
  if (total !== undefined && position !== undefined) {
    headers.set('x-sinau-remaining', String(total - position));
  }
  return headers;
}

async function bodyOf(
  deps: RecordsDeps,
  type: PullType,
  page: { readonly agencyId: AgencyId; readonly lines: readonly string[] },
): Promise<string> {
  return type === 'text/csv' ? flattenLines(deps, page) : page.lines.map((line) => `${line}\n`).join('');
}

/** For the agency's own eyes: that it could not be noted is no reason to withhold records. */
async function notePull(
  deps: RecordsDeps,
  pulled: {
    readonly agencyId: AgencyId;
    readonly clientId: string;
    readonly page: PulledPage;
    readonly filtered: boolean;
  },
): Promise<void> {
  const { agencyId, clientId, page, filtered } = pulled;
  const { places, more } = page;
  const at = deps.clock.now().toISOString();
  await deps.pulls
    .note({ agencyId, clientId, at, places, reachedEnd: !more, filtered })
    .catch((error: unknown) => deps.log.error('pull not noted', error, { clientId }));
}
