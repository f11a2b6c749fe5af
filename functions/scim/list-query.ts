import { type Filter, isObject, type Json, type Projection, parseFilter, ScimRefused } from '@sinau/scim';

/** Resources in one answer. */
export const mostResults = 200;
export const usualResults = 100;
const mostNames = 60;

export interface ListQuery {
  readonly filter?: Filter;
  /** From 1. */
  readonly startIndex: number;
  readonly count: number;
  /** Given: pages follow each other (RFC 9865); empty for the first. */
  readonly cursor?: string;
  readonly projection: Projection;
}

/** The parameters of section 3.4.2. `sortBy` is not offered, and what is not offered is passed over: lists are in order of names. */
export function readListQuery(query: Readonly<Record<string, string>>): ListQuery {
  const { filter, startIndex, count, cursor } = query;
  if (cursor !== undefined && startIndex !== undefined) {
    throw new ScimRefused(
      'scim.invalid-cursor',
      'Pages are asked for by "cursor" or by "startIndex", not by both.',
    );
  }
  return {
    ...(filter !== undefined && filter.trim() !== '' && { filter: parseFilter(filter) }),
    startIndex: Math.max(1, numberIn('startIndex', startIndex) ?? 1),
    count: Math.min(mostResults, Math.max(0, numberIn('count', count) ?? usualResults)),
    ...(cursor !== undefined && { cursor }),
    projection: readProjection(query),
  };
}

/** The same in the body of `.search` (section 3.4.3): a filter with a NIP then is in no address. */
export function readSearch(body: unknown): ListQuery {
  if (!isObject(body)) throw new ScimRefused('scim.invalid-syntax', 'The body is not a JSON object.');
  return readListQuery(
    Object.fromEntries(Object.entries(body).flatMap(([name, value]) => textOf(name, value))),
  );
}

function textOf(name: string, value: Json): readonly (readonly [string, string])[] {
  if (typeof value === 'string' || typeof value === 'number') return [[name, String(value)]];
  const isNames = Array.isArray(value) && /^(attributes|excludedAttributes)$/.test(name);
  return isNames ? [[name, value.filter((one) => typeof one === 'string').join(',')]] : [];
}

export function readProjection(query: Readonly<Record<string, string>>): Projection {
  const { attributes, excludedAttributes } = query;
  if (attributes !== undefined && attributes !== '') return { attributes: namesIn(attributes) };
  return excludedAttributes === undefined ? {} : { excluded: namesIn(excludedAttributes) };
}

function namesIn(text: string): readonly string[] {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length > mostNames)
    throw new ScimRefused('scim.invalid-value', `More than ${mostNames} attributes.`);
  return names;
}

function numberIn(name: string, text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  if (!/^-?\d{1,9}$/.test(text)) throw new ScimRefused('scim.invalid-value', `"${name}" is no whole number.`);
  return Number(text);
}
