import type { AgencyId, Digest } from '@sinau/kernel';
import {
  activitiesIn,
  agentsIn,
  identityOf,
  registrationOf,
  type Statement,
  type StoredStatement,
  targetOf,
  verbOf,
} from '@sinau/xapi';
import { authorityKey } from '../content-filter.ts';
import type { Entry } from './entries.ts';
import type { ListKind } from './keys.ts';

/** `v` verb, `u` authority; the others as in `ListKind`. */
export type WordKind = ListKind | 'v' | 'u';

/** Hashes of what filters ask for. */
export interface Hasher {
  /** 64 bits, hex. */
  list(kind: WordKind, value: string): string;
  /** The first 32 bits of it. */
  tag(kind: WordKind, value: string): number;
}

const mostRemembered = 20_000;

export function createHasher(digest: Digest, key: string): Hasher {
  const known = new Map<string, string>();
  const list = (kind: WordKind, value: string): string => {
    const word = `${kind}|${value}`;
    const found = known.get(word);
    if (found !== undefined) return found;
    const hash = digest.sha256(`${key}|${word}`).slice(0, 16);
    if (known.size >= mostRemembered) known.clear();
    known.set(word, hash);
    return hash;
  };
  return { list, tag: (kind, value) => Number.parseInt(list(kind, value).slice(0, 8), 16) };
}

/** Lists that a statement's content puts it on; the agent's last, since that row tells that all are written. */
export function contentLists(
  hasher: Hasher,
  statement: Statement,
  ubiquitous: readonly string[],
): readonly { readonly kind: ListKind; readonly hash: string }[] {
  const agents = agentsIn(statement);
  const activities = activitiesIn(statement);
  const registration = registrationOf(statement);
  const authority = statement.authority && identityOf(statement.authority);
  const list = (kind: ListKind, values: readonly string[]) =>
    values.map((value) => ({ kind, hash: hasher.list(kind, value) }));
  return [
    ...list('r', registration === undefined ? [] : [registration]),
    ...list('o', activities.direct),
    ...list(
      'O',
      activities.related.filter((id) => !ubiquitous.includes(id)),
    ),
    ...list(
      'A',
      agents.related.filter((identity) => identity !== authority),
    ),
    ...list('a', [...agents.direct].reverse()),
  ];
}

/** Tags of everything that the content filters can ask for, and of the authority. */
export function tagsOf(hasher: Hasher, statement: StoredStatement): readonly number[] {
  return [...contentTags(hasher, statement), authorityTag(hasher, statement)];
}

export function contentTags(hasher: Hasher, statement: Statement): readonly number[] {
  const agents = agentsIn(statement);
  const activities = activitiesIn(statement);
  const registration = registrationOf(statement);
  return [
    hasher.tag('v', verbOf(statement)),
    ...agents.direct.map((value) => hasher.tag('a', value)),
    ...agents.related.map((value) => hasher.tag('A', value)),
    ...activities.direct.map((value) => hasher.tag('o', value)),
    ...activities.related.map((value) => hasher.tag('O', value)),
    ...(registration === undefined ? [] : [hasher.tag('r', registration)]),
  ];
}

export function authorityTag(hasher: Hasher, statement: StoredStatement): number {
  return hasher.tag('u', authorityKey(statement.authority));
}

export function entryOf(
  hasher: Hasher,
  given: {
    readonly statement: StoredStatement;
    readonly agencies: readonly AgencyId[];
    readonly index: number;
    readonly chunk: number;
  },
): Entry {
  const { statement, agencies, index, chunk } = given;
  return {
    index,
    chunk,
    refers: targetOf(statement) !== undefined,
    tags: tagsOf(hasher, statement),
    agencies: agencies.map((agency) => hasher.list('g', agency)),
  };
}
