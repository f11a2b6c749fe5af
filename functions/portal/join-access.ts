import { type About, askCheck, type Check, isOfficeAct, type Line, type LinePage } from '@sinau/audit';
import { type ClientId, findPerson, type Person } from '@sinau/identity';
import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import type { AccessPorts, AccessQuery, CheckView, OfficeQuery, ReadingView } from '@sinau/web';
import { sealedPages } from '../shared/sealed-pages.ts';
import type { PortalDeps } from './deps.ts';
import { ownTenant } from './own-tenant.ts';

type Deps = Pick<PortalDeps, 'people' | 'organisations' | 'clients' | 'audit' | 'signer'>;

const linesOfPage = 50;
const noLines: LinePage = { lines: [] };
/** A page is looked for in so many lines; filters leave some out. */
const mostWalked = 2_000;
const linesOfFile = 5_000;

/** Who read whose records: for auditors all of it, for everybody what concerns them. */
export function joinAccess(deps: Deps): AccessPorts {
  return {
    readings: async (principal, asked) => {
      const { query, next } = sealed(deps, principal, asked);
      const { log } = await deps.audit();
      const offices = await officeNames(deps);
      const known = (await log.offices()).map((office) => ({ office, name: offices.get(office) ?? office }));
      const page = await pageOf(deps, principal, { query, most: linesOfPage });
      if (page === 'nobody') return { offices: known, lines: [], nobody: true };
      return {
        offices: known,
        lines: await viewsOf(deps, page.lines, { offices }),
        nobody: false,
        ...next(page.next),
      };
    },
    file: async (principal, query) => {
      const page = await pageOf(deps, principal, { query, most: linesOfFile });
      return page === 'nobody' ? [] : viewsOf(deps, page.lines, { offices: await officeNames(deps) });
    },
    ofOffice: async (principal, asked) => {
      const own = ownTenant(principal).agencyId;
      const { query, next } = sealed(deps, principal, asked);
      const page = await pageOf(deps, principal, { query: officeOf(own, query), most: linesOfPage });
      if (page === 'nobody') return { lines: [], nobody: true };
      const lines = await viewsOf(deps, page.lines, { offices: await officeNames(deps), own });
      return { lines, nobody: false, ...next(page.next) };
    },
    fileOfOffice: async (principal, query) => {
      const own = ownTenant(principal).agencyId;
      const page = await pageOf(deps, principal, { query: officeOf(own, query), most: linesOfFile });
      return page === 'nobody' ? [] : viewsOf(deps, page.lines, { offices: await officeNames(deps), own });
    },
    mine: async (principal) => {
      const { log } = await deps.audit();
      const { personId, agencyId } = principal;
      const page = { limit: linesOfPage };
      const [offices, own, lists] = await Promise.all([
        officeNames(deps),
        log.listAbout({ kind: 'person', personId }, page),
        agencyId === undefined
          ? noLines
          : log.listAbout({ kind: 'office', office: `agency:${agencyId}` }, page),
      ]);
      // What the agency does as a whole concerns nobody's records.
      const lines = [...own.lines, ...lists.lines.filter(({ what }) => !isOfficeAct(what))];
      // Which officer it was is for auditors: the person asks the office.
      return lines
        .filter(({ actor }) => actor.kind !== 'person' || actor.personId !== personId)
        .sort((one, other) => (one.at < other.at ? 1 : -1))
        .slice(0, linesOfPage)
        .map(({ at, office, purpose, what, about, reason, because }) => ({
          ...{ at, purpose, what, office: offices.get(office) ?? office, isList: about.kind === 'office' },
          ...(reason !== undefined && { reason }),
          ...(because !== undefined && { because }),
        }));
    },
    check: async () => {
      const { checks } = await deps.audit();
      const check = await checks.find();
      return check && checkView(deps, check);
    },
    askCheck: async ({ personId }) => {
      await askCheck(await deps.audit(), personId);
    },
  };
}

/** The question with the place that its token names, and how the next place is told. */
function sealed<Query extends OfficeQuery>(deps: Deps, by: PersonPrincipal, { before, ...of }: Query) {
  const pages = sealedPages(deps, { list: 'readings', by, of });
  const { after } = pages.open(before);
  return {
    query: { ...of, ...(after !== undefined && { before: after }) },
    next: (place: string | undefined) => (place === undefined ? {} : { next: pages.seal(place) }),
  };
}

const officeOf = (agencyId: AgencyId, query: OfficeQuery): AccessQuery => ({
  ...query,
  office: `agency:${agencyId}`,
});

async function pageOf(
  deps: Deps,
  principal: PersonPrincipal,
  { query, most }: { readonly query: AccessQuery; readonly most: number },
): Promise<LinePage | 'nobody'> {
  const { log } = await deps.audit();
  const person = query.who === undefined ? undefined : await findPerson(deps, { principal, text: query.who });
  if (query.who !== undefined && !person) return 'nobody';
  const about: About | undefined = person && { kind: 'person', personId: person.personId };
  const keep = filterOf(query);
  const found: Line[] = [];
  // Days end when they do in western Indonesia; a place begins with its moment.
  let before = query.before ?? (query.to && `${endOf(query.to)}~`);
  for (let walked = 0; walked < Math.max(mostWalked, most); ) {
    const asked = { limit: Math.min(500, most + 1), ...(before !== undefined && { before }) };
    const page = about ? await log.listAbout(about, asked) : await log.listOf(query.office, asked);
    walked += page.lines.length;
    for (const line of page.lines) {
      if (found.length === most) return { lines: found, next: placeOf(found.at(-1)) };
      if (keep(line)) found.push(line);
    }
    if (page.next === undefined || isBefore(page.lines.at(-1), query.from)) return { lines: found };
    before = page.next;
  }
  return { lines: found, ...(before !== undefined && { next: before }) };
}

const zone = '+07:00';
const startOf = (day: string) => new Date(`${day}T00:00:00${zone}`).toISOString();
const endOf = (day: string) => new Date(Date.parse(startOf(day)) + 24 * 3600_000 - 1).toISOString();
const isBefore = (line: Line | undefined, day: string | undefined) =>
  line !== undefined && day !== undefined && line.at < startOf(day);

/** Where the page behind a line begins, as the log writes places. */
function placeOf(line: Line | undefined): string {
  if (!line) throw new Error('a full page has no last line');
  return `${line.at}#${line.chain}#${String(line.number).padStart(12, '0')}`;
}

function filterOf({ what, from, who, office }: AccessQuery): (line: Line) => boolean {
  return (line) => {
    if (what !== undefined && line.what !== what) return false;
    if (from !== undefined && line.at < startOf(from)) return false;
    // By person it goes over all offices unless one is chosen.
    return who === undefined || office === 'all' || line.office === office;
  };
}

async function officeNames({ organisations }: Deps): Promise<ReadonlyMap<string, string>> {
  const [agencies, providers] = await Promise.all([
    organisations.listAgencies(),
    organisations.listProviders(),
  ]);
  return new Map([
    ...agencies.map(({ agencyId, name }) => [`agency:${agencyId}`, name] as const),
    ...providers.map(({ providerId, name }) => [`provider:${providerId}`, name] as const),
  ]);
}

async function viewsOf(
  deps: Deps,
  lines: readonly Line[],
  { offices, own }: { readonly offices: ReadonlyMap<string, string>; readonly own?: AgencyId },
): Promise<readonly ReadingView[]> {
  const nameOf = await peopleNames(
    deps,
    lines.flatMap(({ actor }) => (actor.kind === 'person' ? [actor.personId] : [])),
  );
  const whose = await peopleNames(
    deps,
    lines.flatMap(({ about }) => (about.kind === 'person' ? [about.personId] : [])),
    own,
  );
  const clients = await clientNames(deps, lines);
  return lines.map(({ at, chain, number, actor, about, office, purpose, what, because, thing }) => ({
    ...{ at, number, purpose, what, chain: shortOf(chain, offices), office: offices.get(office) ?? office },
    ...(actor.kind === 'person' && { reader: nameOf(actor.personId) }),
    ...(actor.kind === 'client' && { reader: clients.get(actor.clientId) ?? actor.clientId }),
    ...(because !== undefined && { because }),
    // `annual-plan:2027:1` is read as `2027/1`.
    ...(thing !== undefined && { thing: thing.split(':').slice(1).join('/') }),
    isMachine: actor.kind === 'client',
    ...(about.kind === 'person'
      ? { person: whose(about.personId) }
      : { list: offices.get(about.office) ?? about.office }),
  }));
}

const shortOf = (chain: string, offices: ReadonlyMap<string, string>) => offices.get(chain) ?? chain;

/** `own`: an agency is told names of those alone who belong to it now. */
async function peopleNames(
  { people }: Deps,
  ids: readonly PersonId[],
  own?: AgencyId,
): Promise<(id: PersonId) => string> {
  const found = await people.findMany([...new Set(ids)]);
  const names = new Map(
    found.map((person) => [person.personId, own === undefined || isOf(person, own) ? person.name : '']),
  );
  return (id) => names.get(id) ?? id;
}

const isOf = ({ home, workingAgencyId }: Person, agencyId: AgencyId): boolean =>
  workingAgencyId === agencyId || (home.kind === 'agency' && home.agencyId === agencyId);

async function clientNames({ clients }: Deps, lines: readonly Line[]): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(lines.flatMap(({ actor }) => (actor.kind === 'client' ? [actor.clientId] : [])));
  const found = await Promise.all([...ids].map((id) => clients.find(id as ClientId)));
  return new Map(
    found.flatMap((client) => (client ? [[client.clientId as string, client.name] as const] : [])),
  );
}

async function checkView(deps: Deps, check: Check): Promise<CheckView> {
  const { state, requestedAt, requestedBy, endedAt, chains, lines, findings } = check;
  const by = requestedBy && (await peopleNames(deps, [requestedBy]))(requestedBy);
  return {
    ...{ state, requestedAt, chains, lines, findings },
    ...(by && { requestedBy: by }),
    ...(endedAt && { endedAt }),
  };
}
