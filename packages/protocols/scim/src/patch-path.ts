import type { Schema } from './attribute.ts';
import { extensionNamed, type FoundAttribute, findAttribute, parseAttributePath } from './attribute-path.ts';
import { ScimRefused } from './errors.ts';
import type { Filter } from './filter.ts';
import { parseFilter } from './parse-filter.ts';
import type { ResourceKind } from './schemas.ts';

/** Where an operation works (RFC 7644 figure 7). */
export type Target =
  | { readonly kind: 'extension'; readonly schema: Schema }
  | { readonly kind: 'attribute'; readonly found: FoundAttribute; readonly filter?: Filter }
  /** Known to the standard, not kept here: the operation does nothing. */
  | { readonly kind: 'not-kept' };

const valuePath = /^([\w.:$-]+)\[(.*)\](?:\.([\w$-]+))?$/s;

/** Reads `emails[type eq "work"].value` and all that is simpler. */
export function readPath(kind: ResourceKind, text: string): Target {
  const trimmed = text.trim();
  const schema = extensionNamed(kind, trimmed);
  if (schema) return { kind: 'extension', schema };
  const match = valuePath.exec(trimmed);
  const path = parseAttributePath(match?.[1] ?? trimmed);
  if (!path) throw refused(text, 'is no path');
  if (!match) return targetOf(text, findAttribute(kind, path));
  const [, , inner = '', sub] = match;
  if (path.sub !== undefined) throw refused(text, 'is no path');
  const filter = parseFilter(inner, 'scim.invalid-path');
  return targetOf(text, findAttribute(kind, sub === undefined ? path : { ...path, sub }), filter);
}

function targetOf(text: string, found: ReturnType<typeof findAttribute>, filter?: Filter): Target {
  if (found === 'not-kept') return { kind: 'not-kept' };
  if (found === 'unknown') throw refused(text, 'names nothing that is known; see /Schemas');
  if (filter && !(found.attribute.multiValued && found.attribute.subAttributes)) {
    throw refused(text, 'chooses among values of an attribute that has one only');
  }
  return { kind: 'attribute', found, ...(filter && { filter }) };
}

const refused = (text: string, message: string) =>
  new ScimRefused('scim.invalid-path', `The path "${text.slice(0, 120)}" ${message}.`);
