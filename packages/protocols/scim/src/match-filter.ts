import type { Attribute } from './attribute.ts';
import {
  type AttributePath,
  type FoundAttribute,
  findAttribute,
  printAttributePath,
} from './attribute-path.ts';
import { ScimRefused } from './errors.ts';
import type { Comparison, Filter, FilterValue } from './filter.ts';
import { type Json, type Resource, valueIn, valuesAt } from './resource.ts';
import type { ResourceKind } from './schemas.ts';

/** Whether a resource, or one value of an attribute, is meant. */
export type Test = (resource: Resource) => boolean;

/** The filter as a test; refuses attributes that are not kept, since nothing true could be said of them. */
export function filterTest(kind: ResourceKind, filter: Filter): Test {
  return testOf(filter, (path) => {
    const found = findAttribute(kind, path);
    if (found === 'unknown' || found === 'not-kept') throw unknown(path);
    const values = (resource: Resource) => valuesAt(resource, found);
    return { attribute: found.sub ?? found.attribute, found, values };
  });
}

/** A filter between brackets, over single values of an attribute. */
export function valueTest(attribute: Attribute, filter: Filter): Test {
  return testOf(filter, (path) => {
    const sub = subNamed(attribute, path);
    if (!sub) throw unknown(path);
    return { attribute: sub, values: (value) => present(valueIn(value, sub.name)) };
  });
}

interface Side {
  /** The part that is compared. */
  readonly attribute: Attribute;
  readonly found?: FoundAttribute;
  readonly values: (resource: Resource) => readonly Json[];
}
type Look = (path: AttributePath) => Side;

function testOf(filter: Filter, look: Look): Test {
  switch (filter.kind) {
    case 'and': {
      const tests = filter.filters.map((one) => testOf(one, look));
      return (resource) => tests.every((test) => test(resource));
    }
    case 'or': {
      const tests = filter.filters.map((one) => testOf(one, look));
      return (resource) => tests.some((test) => test(resource));
    }
    case 'not': {
      const test = testOf(filter.filter, look);
      return (resource) => !test(resource);
    }
    case 'present': {
      const { values } = look(filter.path);
      return (resource) => values(resource).length > 0;
    }
    case 'values': {
      const { attribute, values } = look(filter.path);
      if (attribute.type !== 'complex') throw unknown(filter.path);
      const test = valueTest(attribute, filter.filter);
      return (resource) => values(resource).some((value) => test(value as Resource));
    }
    default:
      return comparisonTest(filter, look);
  }
}

function comparisonTest(filter: Extract<Filter, { kind: 'compare' }>, look: Look): Test {
  const side = comparable(look(filter.path));
  const { op } = filter;
  const given = coerced(side.attribute, filter);
  // Nothing there is the same as null.
  if (given === null) {
    if (op !== 'eq' && op !== 'ne') throw wrongValue(filter.path);
    return (resource) => (side.values(resource).length === 0) === (op === 'eq');
  }
  if (op === 'ne') return (resource) => !side.values(resource).some((value) => isEqual(side, value, given));
  return (resource) => side.values(resource).some((value) => holds(side, op, [value, given]));
}

/** `emails eq "x"` means `emails.value eq "x"`. */
function comparable(side: Side): Side {
  const { attribute } = side;
  if (attribute.type !== 'complex') return side;
  const sub = attribute.subAttributes?.find(({ name }) => name === 'value');
  if (!sub)
    throw new ScimRefused('scim.invalid-filter', `"${attribute.name}" has no single value to compare.`);
  return {
    attribute: sub,
    values: (resource) => side.values(resource).flatMap((value) => present(valueIn(value, sub.name))),
  };
}

function coerced(attribute: Attribute, filter: Extract<Filter, { kind: 'compare' }>): FilterValue {
  const { value, op, path } = filter;
  if (value === null) return null;
  if (attribute.type === 'boolean') {
    const flag = typeof value === 'string' ? { true: true, false: false }[value.toLowerCase()] : value;
    if (typeof flag !== 'boolean' || (op !== 'eq' && op !== 'ne')) throw wrongValue(path);
    return flag;
  }
  if (typeof value !== 'string') throw wrongValue(path);
  if (attribute.type === 'dateTime' && Number.isNaN(Date.parse(value))) throw wrongValue(path);
  return value;
}

type Given = Exclude<FilterValue, null>;

const isEqual = (side: Side, value: Json, given: Given) => holds(side, 'eq', [value, given]);

function holds({ attribute }: Side, op: Comparison, [value, given]: readonly [Json, Given]): boolean {
  if (typeof value !== 'string' || typeof given !== 'string') return value === given;
  if (attribute.type === 'dateTime') return ordered(op, Date.parse(value) - Date.parse(given));
  const [one, other] = attribute.caseExact ? [value, given] : [value.toLowerCase(), given.toLowerCase()];
  if (op === 'co') return one.includes(other);
  if (op === 'sw') return one.startsWith(other);
  if (op === 'ew') return one.endsWith(other);
  return ordered(op, one === other ? 0 : one < other ? -1 : 1);
}

function ordered(op: Comparison, difference: number): boolean {
  if (op === 'gt') return difference > 0;
  if (op === 'ge') return difference >= 0;
  if (op === 'lt') return difference < 0;
  if (op === 'le') return difference <= 0;
  return op === 'eq' && difference === 0;
}

function subNamed(attribute: Attribute, { urn, attribute: name, sub }: AttributePath): Attribute | undefined {
  if (urn !== undefined || sub !== undefined) return undefined;
  return attribute.subAttributes?.find((one) => one.name.toLowerCase() === name.toLowerCase());
}

const present = (value: Json | undefined): readonly Json[] =>
  value === undefined || value === null ? [] : [value];

const unknown = (path: AttributePath) =>
  new ScimRefused(
    'scim.invalid-filter',
    `Nothing can be filtered by "${shown(path)}"; see /Schemas for what is kept.`,
  );
const wrongValue = (path: AttributePath) =>
  new ScimRefused('scim.invalid-filter', `"${shown(path)}" cannot be compared with that value in that way.`);
const shown = (path: AttributePath) => printAttributePath(path).slice(0, 120);
