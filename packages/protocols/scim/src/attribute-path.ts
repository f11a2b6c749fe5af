import type { Attribute, Schema } from './attribute.ts';
import { commonAttributes, isNotKept, type ResourceKind } from './schemas.ts';

/** `urn:…:User:name.familyName`, as it was written. */
export interface AttributePath {
  readonly urn?: string;
  readonly attribute: string;
  readonly sub?: string;
}

const namePattern = /^(?:[a-z][\w-]*|\$ref)$/i;

/** Undefined for text that is no path of attributes. */
export function parseAttributePath(text: string): AttributePath | undefined {
  const colon = text.lastIndexOf(':');
  const urn = colon < 0 ? undefined : text.slice(0, colon);
  if (urn !== undefined && !/^urn:[\w.:-]+$/i.test(urn)) return undefined;
  const [name = '', sub, ...more] = text.slice(colon + 1).split('.');
  if (more.length > 0 || !namePattern.test(name) || (sub !== undefined && !namePattern.test(sub))) {
    return undefined;
  }
  return { ...(urn !== undefined && { urn }), attribute: name, ...(sub !== undefined && { sub }) };
}

export const printAttributePath = ({ urn, attribute, sub }: AttributePath): string =>
  `${urn === undefined ? '' : `${urn}:`}${attribute}${sub === undefined ? '' : `.${sub}`}`;

/** An attribute of a kind of resource, and where in its JSON it lies. */
export interface FoundAttribute {
  readonly attribute: Attribute;
  readonly sub?: Attribute;
  /** Of the extension that holds it. */
  readonly extension?: Schema;
}

const isNamed = (name: string) => {
  const plain = name.toLowerCase();
  return (one: { readonly name: string }) => one.name.toLowerCase() === plain;
};

export const extensionNamed = (kind: ResourceKind, urn: string): Schema | undefined =>
  kind.extensions.find(({ id }) => id.toLowerCase() === urn.toLowerCase());

/** What a path means: `not-kept` is known to the standard alone, `unknown` to nobody. */
export function findAttribute(
  kind: ResourceKind,
  path: AttributePath,
): FoundAttribute | 'not-kept' | 'unknown' {
  const extension = path.urn === undefined ? undefined : extensionNamed(kind, path.urn);
  const isCore = path.urn === undefined || path.urn.toLowerCase() === kind.schema.id.toLowerCase();
  if (!extension && !isCore) return 'unknown';
  const schema = extension ?? kind.schema;
  const whole = path.sub === undefined ? path.attribute : `${path.attribute}.${path.sub}`;
  const known = extension ? schema.attributes : [...commonAttributes, ...schema.attributes];
  const attribute = known.find(isNamed(path.attribute));
  const sub = path.sub === undefined ? undefined : attribute?.subAttributes?.find(isNamed(path.sub));
  if (!attribute || (path.sub !== undefined && !sub)) {
    return isNotKept(schema.id, whole) ? 'not-kept' : 'unknown';
  }
  return { attribute, ...(sub && { sub }), ...(extension && { extension }) };
}

/** A path as somebody finds it in a list, e.g. of `attributes`. */
export function findPath(kind: ResourceKind, text: string): FoundAttribute | 'not-kept' | 'unknown' {
  const path = parseAttributePath(text);
  return path ? findAttribute(kind, path) : 'unknown';
}
