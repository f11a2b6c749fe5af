import type { FoundAttribute } from './attribute-path.ts';

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

/** A resource with its names as the schemas spell them. */
export type Resource = JsonObject;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Own properties alone: names come from strangers. */
export const valueIn = (object: Json | undefined, name: string): Json | undefined =>
  isObject(object) && Object.hasOwn(object, name) ? object[name] : undefined;

/** What a resource holds at an attribute, one or many; nothing where it holds none. */
export function valuesAt(resource: Resource, found: FoundAttribute): readonly Json[] {
  const holder = found.extension ? valueIn(resource, found.extension.id) : resource;
  const { sub } = found;
  const held = listed(valueIn(holder, found.attribute.name));
  return sub ? held.flatMap((one) => listed(valueIn(one, sub.name))) : held;
}

/** Null, an empty list and nothing are the same (RFC 7643 section 2.5). */
function listed(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
