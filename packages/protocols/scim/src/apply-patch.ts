import { ScimRefused } from './errors.ts';
import { valueTest } from './match-filter.ts';
import { readPath, type Target } from './patch-path.ts';
import type { Operation } from './patch-request.ts';
import { changedValues, filteredValues } from './patch-values.ts';
import { readExtension, readValue } from './read-resource.ts';
import { isObject, type Json, type Resource, valueIn } from './resource.ts';
import type { ResourceKind } from './schemas.ts';

export interface Patched {
  /** What was taken away is null. */
  readonly resource: Resource;
  /** Attributes of the core that some operation was about. */
  readonly touched: ReadonlySet<string>;
}

/** All operations, each on what the one before left; one that cannot be refuses them all (RFC 7644 section 3.5.2). */
export function applyPatch(kind: ResourceKind, before: Resource, operations: readonly Operation[]): Patched {
  const touched = new Set<string>();
  let resource = before;
  for (const operation of operations) {
    for (const [target, value] of stepsOf(kind, operation)) {
      if (target.kind === 'attribute') touched.add(target.found.attribute.name);
      resource = applied(kind, resource, { ...operation, target, value });
    }
  }
  return { resource, touched };
}

/** What an operation is about: its path, or the names in its value. */
function stepsOf(
  kind: ResourceKind,
  { op, path, value }: Operation,
): readonly (readonly [Target, Json | undefined])[] {
  if (path !== undefined) {
    if (op !== 'remove' && value === undefined) throw invalid('An operation lacks its value.');
    const target = readPath(kind, path);
    refuseReadOnly(target);
    return [[target, value]];
  }
  if (op === 'remove')
    throw new ScimRefused('scim.no-target', 'What is to be removed is not said: give a path.');
  if (!isObject(value)) throw invalid('Without a path the value is an object.');
  return Object.entries(value).flatMap(([name, part]) => {
    const target = readPath(kind, name);
    // Whole resources come back with their id and times.
    return isReadOnly(target) ? [] : [[target, part] as const];
  });
}

interface Step {
  readonly op: Operation['op'];
  readonly target: Target;
  readonly value: Json | undefined;
}

function applied(kind: ResourceKind, resource: Resource, { op, target, value }: Step): Resource {
  if (target.kind === 'not-kept') return resource;
  if (target.kind === 'extension') {
    const { id, attributes } = target.schema;
    const held = valueIn(resource, id);
    const parts = isObject(held) ? held : {};
    if (op === 'remove') {
      return { ...resource, [id]: Object.fromEntries(attributes.map(({ name }) => [name, null])) };
    }
    const added = readExtension(kind, [id, value ?? null]);
    return { ...resource, [id]: { ...parts, ...(isObject(added) ? added : {}) } };
  }
  const { attribute, extension } = target.found;
  const holder = extension ? valueIn(resource, extension.id) : resource;
  const parts = isObject(holder) ? holder : {};
  const next = { ...parts, [attribute.name]: attributeAfter(parts, { op, target, value }) };
  return extension ? { ...resource, [extension.id]: next } : next;
}

type AttributeStep = Step & { readonly target: Extract<Target, { kind: 'attribute' }> };

function attributeAfter(holder: Resource, { op, target, value }: AttributeStep): Json {
  const { found, filter } = target;
  const { attribute, sub } = found;
  const held = valueIn(holder, attribute.name) ?? null;
  const part = value === undefined ? null : readValue(sub ?? attribute, value);
  if (attribute.multiValued) {
    const list = (Array.isArray(held) ? held : []).filter(isObject);
    const change = { op, attribute, sub, value: part, isSaid: value !== undefined };
    if (!filter) return changedValues(list, change);
    return filteredValues(list, { ...change, filter, test: valueTest(attribute, filter) });
  }
  if (!sub) {
    if (op === 'remove') return null;
    // Of a complex attribute the parts that are named change.
    return isObject(part) && isObject(held) ? { ...held, ...part } : part;
  }
  return { ...(isObject(held) ? held : {}), [sub.name]: op === 'remove' ? null : part };
}

function isReadOnly(target: Target): boolean {
  if (target.kind !== 'attribute') return false;
  const { attribute, sub } = target.found;
  return attribute.mutability === 'readOnly' || sub?.mutability === 'readOnly';
}

function refuseReadOnly(target: Target): void {
  if (!isReadOnly(target) || target.kind !== 'attribute') return;
  const { attribute, sub } = target.found;
  const name = sub ? `${attribute.name}.${sub.name}` : attribute.name;
  throw new ScimRefused('scim.mutability', `"${name}" is decided by Sinau and cannot be changed.`);
}

const invalid = (message: string) => new ScimRefused('scim.invalid-value', message);
