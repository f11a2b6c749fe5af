import type { Attribute } from './attribute.ts';
import { extensionNamed, findPath } from './attribute-path.ts';
import { ScimRefused } from './errors.ts';
import { isObject, type Json, type JsonObject, type Resource } from './resource.ts';
import type { ResourceKind } from './schemas.ts';

/** Longer text is nobody's name. */
const maxChars = 1_000;
const maxValues = 50;

/**
 * A body by the schemas, for POST and PUT: names in any case and spelt as we do afterwards. Left out: what is read-only, what the
 * standard knows and we do not keep, what nobody knows. Empty text, an empty list and null all say that there is nothing.
 */
export function readResource(kind: ResourceKind, body: unknown): Resource {
  if (!isObject(body)) throw new ScimRefused('scim.invalid-syntax', 'The body is not a JSON object.');
  const written = new Map<string, Json>();
  const put = (name: string, value: Json) => {
    if (written.has(name)) throw new ScimRefused('scim.invalid-syntax', `"${name}" is there twice.`);
    written.set(name, value);
  };
  for (const [name, value] of Object.entries(body)) {
    const extension = extensionNamed(kind, name);
    if (extension) {
      put(extension.id, readExtension(kind, [extension.id, value]));
      continue;
    }
    const found = findPath(kind, name);
    // A path with a dot or an extension before it is none of a body.
    if (typeof found !== 'object' || found.sub || found.extension || name.includes(':')) continue;
    if (found.attribute.mutability === 'readOnly') continue;
    put(found.attribute.name, readValue(found.attribute, value));
  }
  return Object.fromEntries(written);
}

/** The values of an extension below its name. */
export function readExtension(kind: ResourceKind, [urn, value]: readonly [string, Json]): Json {
  if (value === null) return null;
  if (!isObject(value)) throw wrong(urn, 'is not an object');
  const { attributes } = extensionNamed(kind, urn) ?? { attributes: [] };
  return readParts(attributes, value);
}

/** One attribute as it was sent, by its type. */
export function readValue(attribute: Attribute, value: Json): Json {
  if (!attribute.multiValued) return readSingle(attribute, one(value));
  const values = Array.isArray(value) ? value : value === null ? [] : [value];
  if (values.length > maxValues) throw wrong(attribute.name, `has more than ${maxValues} values`);
  const read = values.map((each) => readSingle(attribute, each)).filter((each) => each !== null);
  return read.length === 0 ? null : read;
}

/** Entra ID sends a list of one where one is meant. */
const one = (value: Json): Json => (Array.isArray(value) && value.length <= 1 ? (value[0] ?? null) : value);

function readSingle(attribute: Attribute, value: Json): Json {
  if (value === null || (typeof value === 'string' && value.trim() === '')) return null;
  if (attribute.type === 'complex') return readComplex(attribute, value);
  if (attribute.type === 'boolean') return readFlag(attribute, value);
  // A number would have lost the last digits of a NIP already.
  if (typeof value !== 'string') throw wrong(attribute.name, 'is not text');
  if (value.length > maxChars) throw wrong(attribute.name, `is longer than ${maxChars} characters`);
  return value.trim();
}

function readFlag({ name }: Attribute, value: Json): boolean {
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (text === 'true' || text === 'false') return text === 'true';
  throw wrong(name, 'is neither true nor false');
}

function readComplex(attribute: Attribute, value: Json): Json {
  const { subAttributes = [], name } = attribute;
  // A plain text stands for its value, as Entra ID sends managers.
  const whole = typeof value === 'string' ? { value } : value;
  if (!isObject(whole)) throw wrong(name, 'is not an object');
  return readParts(subAttributes, whole);
}

function readParts(attributes: readonly Attribute[], value: JsonObject): Json {
  const parts = new Map<string, Json>();
  for (const [name, part] of Object.entries(value)) {
    const known = attributes.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (!known || known.mutability === 'readOnly') continue;
    if (parts.has(known.name))
      throw new ScimRefused('scim.invalid-syntax', `"${known.name}" is there twice.`);
    parts.set(known.name, readValue(known, part));
  }
  return Object.fromEntries(parts);
}

const wrong = (name: string, message: string) =>
  new ScimRefused('scim.invalid-value', `"${name}" ${message}.`);
