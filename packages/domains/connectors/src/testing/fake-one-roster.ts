import { type FakeServer, type ServerAnswer, type ServerCall, startFakeServer } from './fake-server.ts';

/** Things of OneRoster as they lie in its database, by collection; each has `sourcedId`, `status` and `dateLastModified`. */
export interface FakeRosterSite {
  readonly clientId: string;
  secret: string;
  /** Last parts of the scopes that the client may have. */
  scopes: readonly string[];
  readonly courses: RosterThing[];
  readonly classes: RosterThing[];
  readonly academicSessions: RosterThing[];
  readonly users: RosterThing[];
  /** `classes/<sourcedId>` to sourcedIds of its students. */
  readonly enrolled: Map<string, readonly string[]>;
  readonly lineItems: RosterThing[];
  readonly results: RosterThing[];
  /** Added to what the server says there is in all. */
  excess: number;
  /** It sends things twice and counts them once. */
  repeats: boolean;
  /** More than this it never sends at once. */
  pageSize: number;
}

export type RosterThing = Readonly<Record<string, unknown>> & {
  readonly sourcedId: string;
  status: string;
  dateLastModified: string;
};

export interface FakeOneRoster extends FakeServer {
  readonly site: FakeRosterSite;
  readonly tokenUrl: string;
  /** Tokens that were given so far are refused from now on. */
  endTokens(): void;
}

const began = '2026-08-01T00:00:00.000Z';
const named = ['courses', 'classes', 'academicSessions', 'users', 'lineItems', 'results'] as const;
type Name = (typeof named)[number];

export const rosterThing = (sourcedId: string, given: object = {}): RosterThing => ({
  ...{ sourcedId, status: 'active', dateLastModified: began },
  ...given,
});

/** A class of its own course. */
export const addClass = (site: FakeRosterSite, n: number, given: object = {}): void => {
  site.courses.push(rosterThing(`course-${n}`, { title: `Mata kuliah ${n}`, courseCode: `MK${n}` }));
  site.classes.push(
    rosterThing(`class-${n}`, {
      ...{
        title: `Kelas ${n}`,
        classType: 'scheduled',
        course: { sourcedId: `course-${n}`, type: 'course' },
      },
      ...{ terms: [{ sourcedId: 'term-1', type: 'academicSession' }], ...given },
    }),
  );
};

function sampleSite(classes: number): FakeRosterSite {
  const term = { title: 'Ganjil', startDate: '2026-08-01', endDate: '2026-12-31', schoolYear: '2026' };
  const site: FakeRosterSite = {
    ...{
      clientId: 'sinau',
      secret: 'rahasia kampus',
      scopes: ['roster-core.readonly', 'gradebook.readonly'],
    },
    ...{ courses: [], classes: [], users: [], lineItems: [], results: [], enrolled: new Map() },
    academicSessions: [rosterThing('term-1', term)],
    ...{ excess: 0, repeats: false, pageSize: 100 },
  };
  for (let n = 1; n <= classes; n += 1) addClass(site, n);
  return site;
}

/** A server of OneRoster 1.2 on loopback: pages with a total, filters by time, tombstones, booleans as words. */
export async function startFakeOneRoster(classes = 8): Promise<FakeOneRoster> {
  const site = sampleSite(classes);
  const tokens = new Map<string, string>();
  let given = 0;
  const server = await startFakeServer((call) => {
    if (call.url === '/token') {
      given += 1;
      const answer = tokenAnswer(site, call, `token-${given}`);
      if (answer.status === undefined) tokens.set(`Bearer token-${given}`, scopeOf(call));
      return answer;
    }
    const scope = tokens.get(String(call.headers.authorization));
    if (scope === undefined) return { status: 401 };
    return dataAnswer(site, new URL(call.url, 'http://x'), scope);
  });
  return { ...server, site, tokenUrl: `${server.origin}/token`, endTokens: () => tokens.clear() };
}

const scopeOf = ({ body }: ServerCall) =>
  (new URLSearchParams(body).get('scope') ?? '').split('/').at(-1) ?? '';

function tokenAnswer(site: FakeRosterSite, call: ServerCall, token: string): ServerAnswer {
  const { clientId, secret, scopes } = site;
  const expected = `Basic ${btoa([clientId, secret].map(encodeURIComponent).join(':'))}`;
  if (call.headers.authorization !== expected) return { status: 401, body: '{"error":"invalid_client"}' };
  if (!scopes.includes(scopeOf(call))) return { status: 400, body: '{"error":"invalid_scope"}' };
  return json({ access_token: token, token_type: 'Bearer', expires_in: 3600 });
}

function dataAnswer(site: FakeRosterSite, url: URL, scope: string): ServerAnswer {
  const [, service, path = ''] =
    /^\/ims\/oneroster\/(rostering|gradebook)\/v1p2\/(.+)$/.exec(url.pathname) ?? [];
  const needed = service === 'gradebook' ? 'gradebook.readonly' : 'roster-core.readonly';
  if (service === undefined) return { status: 404 };
  if (scope !== needed) return { status: 403 };
  const found = collectionOf(site, path);
  if (!found) return { status: 404 };
  const since = /^dateLastModified>'(.+)'$/.exec(url.searchParams.get('filter') ?? '')?.[1] ?? '';
  const all = found.things
    .filter(({ dateLastModified }) => dateLastModified > since)
    .toSorted((a, b) => (a.sourcedId < b.sourcedId ? -1 : 1));
  const [offset, limit] = ['offset', 'limit'].map((name) => Number(url.searchParams.get(name)));
  const page = all.slice(offset, (offset ?? 0) + Math.min(limit ?? 100, site.pageSize));
  const answer = json({ [found.name]: page });
  const total = site.repeats ? new Set(all.map(({ sourcedId }) => sourcedId)).size : all.length;
  return { ...answer, headers: { ...answer.headers, 'x-total-count': String(total + site.excess) } };
}

function collectionOf(
  site: FakeRosterSite,
  path: string,
): { readonly name: Name; readonly things: readonly RosterThing[] } | undefined {
  const own = named.find((one) => one === path);
  if (own) return { name: own, things: site[own] };
  const [, classId = '', what] = /^classes\/([^/]+)\/(students|lineItems|results)$/.exec(path) ?? [];
  if (!site.classes.some(({ sourcedId }) => sourcedId === classId)) return undefined;
  if (what === 'students') {
    const ids = site.enrolled.get(classId) ?? [];
    return { name: 'users', things: site.users.filter(({ sourcedId }) => ids.includes(sourcedId)) };
  }
  const name = what === 'results' ? 'results' : 'lineItems';
  const isOf = (thing: RosterThing) =>
    (thing.class as { readonly sourcedId?: string })?.sourcedId === classId;
  return { name, things: site[name].filter(isOf) };
}

const json = (value: unknown): ServerAnswer => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});
