import { extensionNamed, type FoundAttribute, findPath } from './attribute-path.ts';
import { isObject, type JsonObject, type Resource } from './resource.ts';
import type { ResourceKind } from './schemas.ts';

export interface Projection {
  /** Only these; `excluded` is not looked at then (RFC 7644 section 3.9). */
  readonly attributes?: readonly string[];
  readonly excluded?: readonly string[];
}

/** The resource with what was asked for; `schemas` and what is always returned stay. Unknown names ask for nothing. */
export function projectResource(
  kind: ResourceKind,
  resource: Resource,
  { attributes, excluded }: Projection,
): Resource {
  if (attributes) return kept(kind, resource, attributes);
  if (!excluded) return resource;
  return excluded.reduce<Resource>((rest, name) => without(kind, rest, name), resource);
}

function kept(kind: ResourceKind, resource: Resource, names: readonly string[]): Resource {
  const { schemas = [], id = null } = resource;
  let chosen: Resource = { schemas, id };
  for (const name of names) chosen = withNamed(kind, chosen, [name, resource]);
  return chosen;
}

function withNamed(
  kind: ResourceKind,
  chosen: Resource,
  [name, resource]: readonly [string, Resource],
): Resource {
  const extension = extensionNamed(kind, name);
  if (extension) return withPart(chosen, extension.id, resource[extension.id]);
  const found = findPath(kind, name);
  if (typeof found !== 'object') return chosen;
  const holder = found.extension ? objectIn(resource, found.extension.id) : resource;
  const part = partOf(holder, found);
  if (part === undefined) return chosen;
  if (!found.extension) return withPart(chosen, found.attribute.name, merged(chosen, found, part));
  const inside = objectIn(chosen, found.extension.id);
  const value = merged(inside, found, part);
  return { ...chosen, [found.extension.id]: withPart(inside, found.attribute.name, value) };
}

type Part = Resource[string] | undefined;

const objectIn = (resource: Resource, name: string): JsonObject => {
  const held = resource[name];
  return isObject(held) ? held : {};
};

const withPart = (resource: Resource, name: string, part: Part): Resource =>
  part === undefined ? resource : { ...resource, [name]: part };

/** The attribute, or of it the part that the path names. */
function partOf(holder: Resource, { attribute, sub }: FoundAttribute): Part {
  const held = holder[attribute.name];
  if (!sub || held === undefined) return held;
  const only = (one: Part): JsonObject => (isObject(one) ? withPart({}, sub.name, one[sub.name]) : {});
  return Array.isArray(held) ? held.map(only) : only(held);
}

/** Two parts of one attribute are asked for in two names. */
function merged(holder: Resource, { attribute }: FoundAttribute, part: Part): Part {
  const held = holder[attribute.name];
  if (Array.isArray(held) && Array.isArray(part)) {
    return held.map((one, n) => (isObject(one) && isObject(part[n]) ? { ...one, ...part[n] } : one));
  }
  return isObject(held) && isObject(part) ? { ...held, ...part } : part;
}

function without(kind: ResourceKind, resource: Resource, name: string): Resource {
  const extension = extensionNamed(kind, name);
  if (extension) return omit(resource, extension.id);
  const found = findPath(kind, name);
  if (typeof found !== 'object' || found.attribute.returned === 'always') return resource;
  if (!found.extension) return withoutPart(resource, found);
  const { id } = found.extension;
  return Object.hasOwn(resource, id)
    ? { ...resource, [id]: withoutPart(objectIn(resource, id), found) }
    : resource;
}

function withoutPart(holder: Resource, { attribute, sub }: FoundAttribute): Resource {
  const held = holder[attribute.name];
  if (!sub) return omit(holder, attribute.name);
  const rest = (one: Part) => (isObject(one) ? omit(one, sub.name) : (one ?? null));
  if (held === undefined) return holder;
  return { ...holder, [attribute.name]: Array.isArray(held) ? held.map(rest) : rest(held) };
}

const omit = (object: JsonObject, name: string): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
