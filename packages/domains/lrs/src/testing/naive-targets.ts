import type { Actor, StoredStatement } from '@sinau/xapi';

// Written apart from the protocol's own targets, so that the two check each other.

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Kind and value of the identifier. */
export function identify(actor: Actor): string {
  const { mbox, mbox_sha1sum, openid, account } = actor;
  if (mbox) return `mbox|${mbox.replace(/@[^@]*$/, (domain) => domain.toLowerCase())}`;
  if (mbox_sha1sum) return `mbox_sha1sum|${mbox_sha1sum.toLowerCase()}`;
  if (openid) return `openid|${openid}`;
  return account ? `account|${account.homePage}|${account.name}` : 'anonymous';
}

export function actorsDirect({ actor, object }: StoredStatement): readonly Actor[] {
  const direct = object.objectType === 'Agent' || object.objectType === 'Group' ? [actor, object] : [actor];
  return direct.flatMap(withMembers);
}

/** Whatever looks like an agent, anywhere outside of extensions. */
export function actorsAnywhere(statement: StoredStatement): readonly Actor[] {
  const found: Actor[] = [];
  walk(statement as unknown as Json, (value) => {
    if ('mbox' in value || 'mbox_sha1sum' in value || 'openid' in value || 'account' in value) {
      found.push(value as unknown as Actor);
    }
  });
  return found;
}

/** Ids of the object and of context activities, also those of a SubStatement. */
export function activitiesAnywhere(statement: StoredStatement): readonly string[] {
  const found: string[] = [];
  const addParts = (part: {
    readonly object: { readonly objectType?: string; readonly id?: string };
    readonly context?: unknown;
  }) => {
    const { objectType = 'Activity', id } = part.object;
    if (objectType === 'Activity' && id) found.push(id);
    const lists = (part.context as { contextActivities?: Record<string, Json> } | undefined)
      ?.contextActivities;
    for (const list of Object.values(lists ?? {})) {
      for (const activity of [list].flat()) found.push((activity as { id: string }).id);
    }
  };
  addParts(statement);
  if (statement.object.objectType === 'SubStatement') addParts(statement.object);
  return found;
}

function withMembers(actor: Actor): readonly Actor[] {
  return actor.objectType === 'Group' ? [actor, ...(actor.member ?? [])] : [actor];
}

function walk(value: Json, visit: (object: { readonly [key: string]: Json }) => void): void {
  if (Array.isArray(value)) for (const item of value) walk(item, visit);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const object = value as { readonly [key: string]: Json };
  visit(object);
  for (const [key, inner] of Object.entries(object)) if (key !== 'extensions') walk(inner, visit);
}
