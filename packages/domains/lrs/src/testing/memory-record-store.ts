import type { AgencyId, Clock } from '@sinau/kernel';
import {
  type ActivityDefinition,
  attachmentsOf,
  concernOf,
  type Statement,
  type StoredStatement,
} from '@sinau/xapi';
import type { StoreFilter } from '../content-filter.ts';
import { mayDescribe } from '../definition-right.ts';
import { sameFingerprint } from '../fingerprint.ts';
import type { Reader, RecordedStatement, StatementDraft, StoreName } from '../model.ts';
import type {
  ActivityStore,
  AttachmentStore,
  ConcerningQuery,
  DocumentAddress,
  DocumentStore,
  StatementEraser,
  StatementStore,
  StoredDocument,
  VisibilityPort,
} from '../ports.ts';
import { activitiesAnywhere, actorsAnywhere, actorsDirect, identify } from './naive-targets.ts';

interface Kept extends RecordedStatement {
  readonly draft: StatementDraft;
  /** Gone, but its id stays taken. */
  readonly erased?: true;
}

const voidedVerb = 'http://adlnet.gov/expapi/verbs/voided';

/** The record store as its meaning is told: arrays, and loops over all of it. Knows no companions. */
export function memoryStatementStore(deps: {
  readonly clock: Clock;
  /** Gives up what erased statements needed. */
  readonly attachments?: AttachmentStore;
}): StatementStore & StatementEraser {
  const all: Record<StoreName, Kept[]> = { national: [], sandbox: [] };
  /** Targets that were voided before the voiding statement was erased. */
  const voidedBefore = new Set<string>();
  const taken = (store: StoreName, id: string) => all[store].find((one) => one.id === id);
  const stores = {
    get national() {
      return all.national.filter(({ erased }) => !erased);
    },
    get sandbox() {
      return all.sandbox.filter(({ erased }) => !erased);
    },
  };
  let serial = 0;
  let lastMs = 0;
  const find = (store: StoreName, id: string) => stores[store].find((one) => one.id === id);
  const isVoiding = ({ statement }: Kept) =>
    statement.verb.id === voidedVerb && statement.object.objectType === 'StatementRef';
  const voids = ({ statement, draft }: Kept, target: Kept) =>
    refOf(statement) === target.id &&
    (draft.voids === 'any' || identify(statement.authority) === identify(target.statement.authority));
  const isVoided = (store: StoreName, one: Kept) =>
    !isVoiding(one) &&
    (voidedBefore.has(`${store} ${one.id}`) ||
      stores[store].some((other) => isVoiding(other) && voids(other, one)));
  const concerned = ({ store, identities, untilMs, after = '' }: ConcerningQuery) =>
    stores[store].filter(
      ({ statement, position }) =>
        concernOf(statement, identities) !== 'none' &&
        Date.parse(statement.stored) <= untilMs &&
        position > after,
    );
  return {
    async write({ store, drafts }) {
      const known = drafts.map((draft) => taken(store, draft.id));
      const clash = drafts.find((draft, n) => {
        const before = known[n];
        return before && !sameFingerprint(before.draft.fingerprint, draft.fingerprint);
      });
      if (clash) return { outcome: 'conflict', id: clash.id };
      lastMs = Math.max(lastMs, deps.clock.now().getTime());
      const fresh = drafts.filter((_, n) => !known[n]);
      for (const draft of fresh) {
        serial += 1;
        const statement = draft.prepare(new Date(lastMs).toISOString());
        const position = `${String(lastMs).padStart(15, '0')}-${String(serial).padStart(8, '0')}`;
        all[store].push({ id: draft.id, position, statement, json: draft.write(statement), draft });
      }
      return { outcome: 'stored', newIds: fresh.map(({ id }) => id) };
    },
    async find(store, id) {
      const one = find(store, id);
      return one && { recorded: one, voided: isVoided(store, one), agencies: one.draft.agencies };
    },
    referrers: async (store, id, limit) =>
      stores[store]
        .filter(({ statement }) => refOf(statement) === id)
        .slice(0, limit)
        .map((one) => one.id),
    async query({ store, reader, filter, limit, maxBytes, after, throughMs }) {
      const all = stores[store].filter((one) => {
        const storedMs = Date.parse(one.statement.stored);
        return (
          mayRead(reader, one) &&
          !isVoided(store, one) &&
          (filter.sinceMs === undefined || storedMs > filter.sinceMs) &&
          (filter.untilMs === undefined || storedMs <= filter.untilMs) &&
          (!filter.ascending || storedMs <= throughMs) &&
          chainOf(one, (id) => find(store, id))
            .filter((lending) => mayRead(reader, lending))
            .some(({ statement }) => meets(statement, filter))
        );
      });
      const ordered = filter.ascending ? all : all.reverse();
      const rest = ordered.filter(
        ({ position }) => after === undefined || (filter.ascending ? position > after : position < after),
      );
      const page: Kept[] = [];
      let bytes = 0;
      for (const one of rest) {
        bytes += new TextEncoder().encode(one.json).length;
        if (page.length === limit || (page.length > 0 && bytes > maxBytes)) break;
        page.push(one);
      }
      const last = page.at(-1);
      return { statements: page, ...(last && page.length < rest.length ? { last: last.position } : {}) };
    },
    consistentThroughMs: async () => deps.clock.now().getTime(),
    async concerning(input) {
      const found = concerned(input);
      const page = found.slice(0, input.limit);
      const last = page.at(-1);
      return {
        found: page.map((one) => ({
          recorded: one,
          concern: concernOf(one.statement, input.identities) === 'actor' ? 'actor' : 'mentioned',
          voided: isVoided(input.store, one),
          agencies: one.draft.agencies,
        })),
        ...(last && page.length < found.length ? { last: last.position } : {}),
      };
    },
    async rewrite(input) {
      const { store, decide, limit } = input;
      const found = concerned(input);
      const sum = { erased: 0, changed: 0, held: 0 };
      const agencies = new Set<AgencyId>();
      for (const one of found.slice(0, limit)) {
        const next = decide(one.statement);
        if (next === one.statement) continue;
        const target = isVoiding(one) && find(store, refOf(one.statement) ?? '');
        if (target && voids(one, target)) voidedBefore.add(`${store} ${target.id}`);
        const kept = next === 'erase' ? [] : attachmentsOf(next);
        for (const { sha2 } of attachmentsOf(one.statement)) {
          if (!kept.some((other) => other.sha2 === sha2)) {
            await deps.attachments?.release(store, sha2, one.id);
          }
        }
        for (const agency of one.draft.agencies) agencies.add(agency);
        const index = all[store].indexOf(one);
        if (next === 'erase') {
          all[store][index] = { ...one, erased: true };
          sum.erased += 1;
        } else {
          all[store][index] = { ...one, statement: next, json: JSON.stringify(next) };
          sum.changed += 1;
        }
      }
      const last = found[limit - 1];
      const more = last && found.length > limit ? { last: last.position } : {};
      return { outcome: 'done', ...sum, agencies: [...agencies], ...more };
    },
  };
}

function refOf(statement: Statement): string | undefined {
  return statement.object.objectType === 'StatementRef' ? statement.object.id : undefined;
}

/** The statement and everything it refers to. */
function chainOf(start: Kept, find: (id: string) => Kept | undefined): readonly Kept[] {
  const chain: Kept[] = [];
  for (let one: Kept | undefined = start; one && !chain.includes(one); ) {
    chain.push(one);
    const target = refOf(one.statement);
    one = target === undefined ? undefined : find(target);
  }
  return chain;
}

function mayRead(reader: Reader, one: Kept): boolean {
  if (reader.kind === 'agency') return one.draft.agencies.includes(reader.agencyId);
  if (reader.kind === 'all') return true;
  const { actor, authority, context } = one.statement;
  if (identify(authority) !== identify(reader.authority)) return false;
  return (
    reader.kind === 'mine' ||
    (context?.registration?.toLowerCase() === reader.registration &&
      identify(actor) === identify(reader.learner))
  );
}

function meets(statement: StoredStatement, filter: StoreFilter): boolean {
  const agents = filter.relatedAgents ? actorsAnywhere(statement) : actorsDirect(statement);
  const activities = filter.relatedActivities
    ? activitiesAnywhere(statement)
    : [statement.object].flatMap((object) =>
        object.objectType === undefined || object.objectType === 'Activity' ? [object.id] : [],
      );
  return (
    (filter.verb === undefined || statement.verb.id === filter.verb) &&
    (filter.registration === undefined || statement.context?.registration === filter.registration) &&
    (filter.agent === undefined || agents.map(identify).includes(filter.agent)) &&
    (filter.activity === undefined || activities.includes(filter.activity))
  );
}

export function memoryDocumentStore(): DocumentStore {
  const documents = new Map<
    string,
    { readonly address: DocumentAddress; readonly document: StoredDocument }
  >();
  const keyOf = ({ store, owner, documentId }: DocumentAddress) => {
    const agent = 'agent' in owner ? identify(owner.agent) : '';
    const activity = 'activityId' in owner ? owner.activityId : '';
    const registration = 'registration' in owner ? owner.registration : undefined;
    return JSON.stringify([store, owner.resource, activity, agent, registration ?? null, documentId]);
  };
  let revisions = 0;
  return {
    read: async (address) => documents.get(keyOf(address))?.document,
    async write(address, document, expected) {
      const key = keyOf(address);
      if (documents.get(key)?.document.revision !== expected) return 'changed';
      revisions += 1;
      documents.set(key, { address, document: { ...document, revision: String(revisions) } });
      return 'written';
    },
    async remove(address, expected) {
      const key = keyOf(address);
      if (documents.get(key)?.document.revision !== expected) return 'changed';
      documents.delete(key);
      return 'removed';
    },
    async list(store, owner, limit) {
      const wanted = { store, owner, documentId: '' };
      return [...documents.values()]
        .filter(({ address }) => {
          const anyRegistration = owner.resource === 'state' && owner.registration === undefined;
          const own = { ...address, documentId: '' };
          if (!anyRegistration || address.owner.resource !== 'state') return keyOf(own) === keyOf(wanted);
          const { registration: _, ...rest } = address.owner;
          return keyOf({ ...own, owner: rest }) === keyOf(wanted);
        })
        .slice(0, limit)
        .map(toListed);
    },
    listOf: async (store, agent) =>
      [...documents.values()]
        .filter(
          ({ address }) =>
            address.store === store &&
            'agent' in address.owner &&
            identify(address.owner.agent) === identify(agent),
        )
        .map(toListed),
    forget: async () => {},
  };
}

function toListed({ address, document }: { address: DocumentAddress; document: StoredDocument }) {
  return { address, updated: document.updated, revision: document.revision };
}

export function memoryAttachmentStore(): AttachmentStore {
  const kept = new Map<string, { readonly bytes: Uint8Array; readonly needed: Set<string> }>();
  const keyOf = (store: StoreName, sha2: string) => `${store} ${sha2.toLowerCase()}`;
  return {
    async put(store, { sha2, bytes }, ids) {
      const before = kept.get(keyOf(store, sha2));
      kept.set(keyOf(store, sha2), { bytes, needed: new Set([...(before?.needed ?? []), ...ids]) });
    },
    async get(store, { sha2, statementId }) {
      const one = kept.get(keyOf(store, sha2));
      return one?.needed.has(statementId.toLowerCase()) ? one.bytes : undefined;
    },
    async release(store, sha2, id) {
      const one = kept.get(keyOf(store, sha2));
      one?.needed.delete(id);
      if (one?.needed.size === 0) kept.delete(keyOf(store, sha2));
    },
  };
}

export function memoryActivityStore(): ActivityStore {
  const known = new Map<string, ActivityDefinition>();
  /** Sources by activity. */
  const owners = new Map<string, string>();
  return {
    async describe(store, activities, right) {
      for (const { id, definition } of activities) {
        if (!definition) continue;
        const name = `${store} ${id}`;
        const by = owners.get(name);
        const owned = { id, known: known.has(name), ...(by !== undefined && { by }) };
        if (right !== true && !mayDescribe(right, owned)) continue;
        const before = known.get(`${store} ${id}`) ?? {};
        const merged = {
          ...before,
          ...definition,
          ...(before.name || definition.name ? { name: { ...before.name, ...definition.name } } : {}),
          ...(before.description || definition.description
            ? { description: { ...before.description, ...definition.description } }
            : {}),
          ...(before.extensions || definition.extensions
            ? { extensions: { ...before.extensions, ...definition.extensions } }
            : {}),
        };
        if (new TextEncoder().encode(id + JSON.stringify(merged)).length > 256 * 1024) continue;
        known.set(name, merged);
        if (right === true) owners.delete(name);
        else owners.set(name, right);
      }
    },
    find: async (store, activityId) => known.get(`${store} ${activityId}`),
  };
}

/** Agencies by account name of the actor. */
export function memoryVisibility(agencies: Readonly<Record<string, readonly string[]>>): VisibilityPort {
  return {
    agenciesOf: async (statements) =>
      statements.map(({ actor }) => {
        const name = actor.account?.name ?? '';
        // Random names are those of Object's own members too.
        return (Object.hasOwn(agencies, name) ? agencies[name] : []) as never;
      }),
  };
}
