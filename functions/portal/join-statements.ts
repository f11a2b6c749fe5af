import { findPerson } from '@sinau/identity';
import type { PersonId, PersonPrincipal } from '@sinau/kernel';
import {
  getStatement,
  listReferrers,
  queryStatements,
  type Reader,
  type RecordedStatement,
} from '@sinau/lrs';
import type {
  StatementList,
  StatementRow,
  StatementSearch,
  StatementsPorts,
  StatementView,
} from '@sinau/web';
import {
  type Actor,
  isVoiding,
  registrationOf,
  type StatementFilter,
  type StoredStatement,
  targetOf,
} from '@sinau/xapi';
import { sealedPages } from '../shared/sealed-pages.ts';
import { createActivityTitles } from './activity-titles.ts';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';
import { displayOf } from './join-records.ts';
import { ownTenant } from './own-tenant.ts';

const store = 'national';
const pageSize = 50;

export function joinStatements(deps: PortalDeps): StatementsPorts {
  return {
    search: async (person, search) => {
      const actor = await actorOf(deps, person, search.who);
      if (actor === 'nobody') return 'nobody';
      return list(deps, person, { search, filter: filterOf(search, actor) });
    },
    statementOf: async (person, statementId) => {
      const request = { store, reader: readerOf(person), id: statementId } as const;
      const current = await getStatement(deps, { ...request, voided: false });
      const found = current ?? (await getStatement(deps, { ...request, voided: true }));
      return found && view(deps, person, { found, voided: !current });
    },
  };
}

/** Only what was stamped with the agency of the person who asks, whatever the filter says (case C3). */
const readerOf = (person: PersonPrincipal): Reader => ownTenant(person);

async function list(
  deps: PortalDeps,
  person: PersonPrincipal,
  given: { readonly search: StatementSearch; readonly filter: StatementFilter },
): Promise<StatementList> {
  const { search, filter } = given;
  // Bound to reader and filter, so that a link of one search opens no other.
  const pages = sealedPages(deps, { list: 'agency-statements', by: person, of: filter });
  const page = await queryStatements(deps, {
    store,
    reader: readerOf(person),
    filter,
    ...pages.open(search.pageToken),
  });
  return {
    rows: await rowsOf(deps, person, page.statements),
    ...(page.next !== undefined && { nextPageToken: pages.seal(page.next) }),
    consistentThrough: page.consistentThrough,
    curl: curlOf(deps, parametersOf(filter)),
  };
}

async function actorOf(
  deps: PortalDeps,
  principal: PersonPrincipal,
  who: string | undefined,
): Promise<Actor | 'nobody' | undefined> {
  if (who === undefined) return undefined;
  const person = await findPerson(deps, { principal, text: who });
  return person ? { objectType: 'Agent', account: deps.actors.accountOf(person.personId) } : 'nobody';
}

function filterOf(search: StatementSearch, agent: Actor | undefined): StatementFilter {
  const { verb, activity, registration, since, until, related, ascending } = search;
  return {
    ...(agent && { agent }),
    ...(verb !== undefined && { verb }),
    ...(activity !== undefined && { activity }),
    ...(registration !== undefined && { registration }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    relatedAgents: related,
    relatedActivities: related,
    ascending,
    limit: pageSize,
  };
}

async function rowsOf(
  deps: PortalDeps,
  person: PersonPrincipal,
  statements: readonly RecordedStatement[],
): Promise<readonly StatementRow[]> {
  const names = await namesOf(deps, statements);
  const titles = createActivityTitles(deps, person);
  return inTurns(statements, async ({ statement }) => {
    const { id, stored, verb, result, actor } = statement;
    const titled = await titles(statement);
    const scaled = result?.score?.scaled;
    return {
      statementId: id,
      stored,
      actor: nameOf(actor, names),
      verbId: verb.id,
      verb: displayOf(verb),
      object: titled.object,
      ...(titled.course && { course: titled.course }),
      ...(scaled !== undefined && { score: Math.round(scaled * 1000) / 10 }),
      ...(result?.success !== undefined && { success: result.success }),
    };
  });
}

/** Names of people by the account that statements carry instead. */
async function namesOf(
  deps: PortalDeps,
  statements: readonly RecordedStatement[],
): Promise<ReadonlyMap<string, string>> {
  const ids = statements.flatMap(({ statement }) => personIdOf(deps, statement.actor) ?? []);
  const people = await deps.people.findMany([...new Set(ids)]);
  return new Map(people.map(({ personId, name }) => [personId, name]));
}

function personIdOf(deps: PortalDeps, actor: Actor): PersonId | undefined {
  if (!('account' in actor) || !actor.account) return undefined;
  const { homePage, name } = actor.account;
  // Names come from outside: one that no person of ours can have is nobody's, and hides no page.
  if (!/^[\w-]{1,64}$/.test(name)) return undefined;
  const id = name as PersonId;
  return deps.actors.accountOf(id).homePage === homePage ? id : undefined;
}

function nameOf(actor: Actor, names: ReadonlyMap<string, string>): string {
  if ('account' in actor && actor.account) {
    return names.get(actor.account.name) ?? actor.name ?? actor.account.name;
  }
  if (actor.name) return actor.name;
  if ('mbox' in actor && actor.mbox) return actor.mbox.replace('mailto:', '');
  if ('openid' in actor && actor.openid) return actor.openid;
  if ('mbox_sha1sum' in actor && actor.mbox_sha1sum) return actor.mbox_sha1sum;
  return actor.objectType ?? 'Agent';
}

async function view(
  deps: PortalDeps,
  person: PersonPrincipal,
  given: { readonly found: RecordedStatement; readonly voided: boolean },
): Promise<StatementView | undefined> {
  const { found, voided } = given;
  const { statement } = found;
  const referrers = await listReferrers(deps, { store, reader: readerOf(person), id: found.id });
  const [row, ...others] = await rowsOf(deps, person, [found, ...referrers]);
  if (!row) return undefined;
  const refersTo = targetOf(statement);
  const voidingIds = new Set(referrers.filter((one) => isVoiding(one.statement)).map(({ id }) => id));
  return {
    ...row,
    timestamp: statement.timestamp,
    authority: nameOf(statement.authority, new Map()),
    version: statement.version,
    voided,
    voiding: isVoiding(statement),
    ...(refersTo !== undefined && { refersTo }),
    referrers: others.map((other) => ({ ...other, voiding: voided && voidingIds.has(other.statementId) })),
    attachments: attachmentsOf(statement),
    facets: facetsOf(deps, statement),
    json: JSON.stringify(JSON.parse(found.json), undefined, 2),
    curl: curlOf(deps, [[voided ? 'voidedStatementId' : 'statementId', found.id]]),
  };
}

function attachmentsOf({ attachments = [] }: StoredStatement): StatementView['attachments'] {
  return attachments.map(({ display, contentType, length, sha2 }) => ({
    display,
    contentType,
    bytes: length,
    sha2,
  }));
}

function facetsOf(deps: PortalDeps, statement: StoredStatement): StatementView['facets'] {
  const { object, actor, verb } = statement;
  const who = personIdOf(deps, actor);
  const registration = registrationOf(statement);
  const isActivity = object.objectType === undefined || object.objectType === 'Activity';
  return {
    verb: verb.id,
    ...(who !== undefined && { who }),
    ...(isActivity && 'id' in object && { activity: object.id }),
    ...(registration !== undefined && { registration }),
  };
}

/** As parameters of GET /statements (xAPI Communication 2.1.3). */
function parametersOf(filter: StatementFilter): readonly (readonly [string, string])[] {
  const { agent, verb, activity, registration, since, until } = filter;
  const given = [
    ['agent', agent && JSON.stringify(agent)],
    ['verb', verb],
    ['activity', activity],
    ['registration', registration],
    ['since', since],
    ['until', until],
    ['related_agents', filter.relatedAgents && agent ? 'true' : undefined],
    ['related_activities', filter.relatedActivities && activity !== undefined ? 'true' : undefined],
    ['ascending', filter.ascending ? 'true' : undefined],
  ] as const;
  return given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

/** Everything that came from outside is percent-encoded, quotes too: it ends up in somebody's shell. */
function curlOf(deps: PortalDeps, parameters: readonly (readonly [string, string])[]): string {
  const encode = (text: string) => encodeURIComponent(text).replaceAll("'", '%27');
  const query = parameters.map(([name, value]) => `${name}=${encode(value)}`).join('&');
  return [
    'curl -u "$CLIENT_ID:$CLIENT_SECRET" \\',
    "  -H 'X-Experience-API-Version: 2.0.0' \\",
    `  '${deps.portalOrigin}/xapi/statements${query ? `?${query}` : ''}'`,
  ].join('\n');
}
