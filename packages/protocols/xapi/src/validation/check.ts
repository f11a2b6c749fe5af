import type { FieldIssue } from '@sinau/kernel';
import type { XapiVersion } from '../model.ts';

/** Issues enough to mend by; a hostile body does not get an answer larger than itself. */
const maxIssues = 20;

/** What a run of the validator carries along. */
export interface Check {
  readonly version: XapiVersion;
  readonly issues: FieldIssue[];
}

/** Looks at one value; adds what is wrong with it to the check. */
export type Rule = (check: Check, value: unknown, path: string) => void;

export function report(check: Check, path: string, broken: Omit<FieldIssue, 'path'>): void {
  if (check.issues.length < maxIssues) check.issues.push({ path, ...broken });
}

/** One property of an object in the specification's tables. */
export interface Property {
  readonly rule: Rule;
  /** Requirement broken when the property is absent; given only for required properties. */
  readonly required?: string;
  /** Absent: both versions. */
  readonly since?: '2.0.0';
}

export interface Shape {
  /** The specification's word for the object, for messages. */
  readonly name: string;
  /** Requirement broken when the value is not an object. */
  readonly requirement: string;
  readonly properties: Readonly<Record<string, Property>>;
  /** Why a key is refused that is known elsewhere; default XAPI-00010. */
  readonly unknown?: (key: string) => string | undefined;
}

type PlainObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value's own property; never one of its prototype. */
export function own(value: PlainObject, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Says that a value is of the wrong type; a null breaks the rule about nulls first. */
export function wrongType(check: Check, at: { value: unknown; path: string }, wanted: Wanted): void {
  report(check, at.path, {
    message: at.value === null ? 'must not be null' : `must be ${wanted.kind}`,
    requirement: at.value === null ? 'XAPI-00001' : wanted.requirement,
  });
}

export interface Wanted {
  /** With article: "a string". */
  readonly kind: string;
  readonly requirement: string;
}

/** A rule for an object with exactly the properties of the shape; `more` then looks at the object as a whole. */
export function object(
  shape: Shape,
  more?: (check: Check, value: PlainObject, path: string) => void,
): (check: Check, value: unknown, path: string) => void {
  // A map, so that a key like `constructor` or `__proto__` finds nothing.
  const properties = new Map(Object.entries(shape.properties));
  const required = Object.entries(shape.properties).filter(([, property]) => property.required !== undefined);
  return (check, value, path) => {
    if (!isObject(value)) {
      wrongType(
        check,
        { value, path },
        { kind: `an object (${shape.name})`, requirement: shape.requirement },
      );
      return;
    }
    for (const key of Object.keys(value)) {
      const property = properties.get(key);
      if (property === undefined || (property.since !== undefined && property.since !== check.version)) {
        refuseKey(check, { key, path }, shape);
      } else property.rule(check, value[key], `${path}/${key}`);
    }
    for (const [key, property] of required) {
      if (Object.hasOwn(value, key)) continue;
      report(check, `${path}/${key}`, {
        message: `is required in ${shape.name}`,
        ...(property.required !== undefined && { requirement: property.required }),
      });
    }
    more?.(check, value, path);
  };
}

function refuseKey(check: Check, at: { key: string; path: string }, shape: Shape): void {
  const right = Object.keys(shape.properties).find((known) => known.toLowerCase() === at.key.toLowerCase());
  const miscased = right !== undefined && right !== at.key;
  report(check, `${at.path}/${pointer(at.key)}`, {
    message: miscased
      ? `is not a property of ${shape.name}; letter case counts: use "${right}"`
      : `is not a property of ${shape.name}`,
    requirement: miscased ? 'XAPI-00008' : (shape.unknown?.(at.key) ?? 'XAPI-00010'),
  });
}

/** A foreign key as one step of a path: RFC 6901 escapes, cut to a readable length. */
export function pointer(key: string): string {
  const short = key.length > 80 ? `${key.slice(0, 80)}…` : key;
  return short.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** A rule for an array whose every item passes `item`. */
export function arrayOf(item: Rule, wanted: Wanted): Rule {
  return (check, value, path) => {
    if (!Array.isArray(value)) {
      wrongType(check, { value, path }, wanted);
      return;
    }
    for (let index = 0; index < value.length; index += 1) item(check, value[index], `${path}/${index}`);
  };
}
