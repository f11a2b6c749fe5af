import type { Attribute } from './attribute.ts';
import { ScimRefused } from './errors.ts';
import type { Filter } from './filter.ts';
import type { Test } from './match-filter.ts';
import type { Operation } from './patch-request.ts';
import { isObject, type Json, type JsonObject } from './resource.ts';

interface ValuesChange {
  readonly op: Operation['op'];
  readonly attribute: Attribute;
  readonly sub: Attribute | undefined;
  /** Read by the schema already. */
  readonly value: Json;
  readonly isSaid: boolean;
}

/** The values of an attribute after an operation without a filter; null for none. */
export function changedValues(held: readonly JsonObject[], change: ValuesChange): Json {
  const { op, sub, value, isSaid } = change;
  if (sub) {
    const part = op === 'remove' ? null : value;
    const list = held.length === 0 && op !== 'remove' ? [{}] : held;
    return listOf(list.map((one) => ({ ...one, [sub.name]: part })));
  }
  const given = Array.isArray(value) ? value.filter(isObject) : [];
  if (op === 'replace') return listOf(given);
  if (op === 'add') return listOf(withPrimary(held, given));
  // Some clients name what is to go.
  return isSaid ? listOf(held.filter((one) => !given.some((other) => isSameValue(one, other)))) : null;
}

/** The same where a filter says which values are meant. */
export function filteredValues(
  held: readonly JsonObject[],
  change: ValuesChange & { readonly filter: Filter; readonly test: Test },
): Json {
  const { op, sub, value, test } = change;
  const altered = (one: JsonObject): JsonObject =>
    sub ? { ...one, [sub.name]: value } : { ...one, ...first(value) };
  if (op === 'remove') {
    if (!sub) return listOf(held.filter((one) => !test(one)));
    return listOf(held.map((one) => (test(one) ? { ...one, [sub.name]: null } : one)));
  }
  if (held.some(test)) {
    return listOf(
      asPrimary(
        held.map((one) => (test(one) ? altered(one) : one)),
        test,
      ),
    );
  }
  if (op === 'replace') {
    throw new ScimRefused(
      'scim.no-target',
      `No value of "${change.attribute.name}" fits the filter of the path.`,
    );
  }
  return listOf(withPrimary(held, [altered(described(change.attribute, change.filter))]));
}

const first = (value: Json): JsonObject => {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return isObject(one) ? one : {};
};

/** A value that a filter asks for, so that one can be added: `type eq "work"` makes one of that type. */
function described(attribute: Attribute, filter: Filter): JsonObject {
  if (filter.kind === 'and') {
    return Object.assign({}, ...filter.filters.map((one) => described(attribute, one)));
  }
  if (filter.kind !== 'compare' || filter.op !== 'eq') return {};
  const name = filter.path.attribute.toLowerCase();
  const sub = attribute.subAttributes?.find((one) => one.name.toLowerCase() === name);
  return sub ? { [sub.name]: filter.value } : {};
}

/** One value at most is the primary one: the newest that says so. */
function withPrimary(held: readonly JsonObject[], given: readonly JsonObject[]): readonly JsonObject[] {
  const fresh = given.filter((one) => !held.some((other) => isSameValue(one, other) && isWithin(one, other)));
  const kept = held.filter((one) => !fresh.some((other) => isSameValue(one, other)));
  if (!fresh.some(({ primary }) => primary === true)) return [...kept, ...fresh];
  return [...kept.map((one) => (one.primary === true ? { ...one, primary: false } : one)), ...fresh];
}

function asPrimary(values: readonly JsonObject[], test: Test): readonly JsonObject[] {
  const chosen = values.filter((one) => one.primary === true);
  if (chosen.length < 2) return values;
  const main = chosen.find(test) ?? chosen.at(-1);
  return values.map((one) => (one.primary === true && one !== main ? { ...one, primary: false } : one));
}

const isSameValue = (one: JsonObject, other: JsonObject) => textOf(one.value) === textOf(other.value);
const textOf = (value: Json | undefined) => (typeof value === 'string' ? value.toLowerCase() : value);
const isWithin = (one: JsonObject, other: JsonObject) =>
  Object.entries(one).every(([name, value]) => other[name] === value);

/** Values without a value are none. */
function listOf(values: readonly JsonObject[]): Json {
  const held = values.filter(({ value }) => value !== undefined && value !== null);
  return held.length === 0 ? null : held;
}
