import { parseIsoDuration, parseTimespan } from '../durations.ts';
import type { ScormVersion } from '../manifest/model.ts';
import type { Score } from './runtime-data.ts';

export interface CommitIssue {
  /** Where, as SCORM names it: `cmi.interactions.3.result`. */
  readonly path: string;
  /** What was done about it, in plain English. */
  readonly message: string;
}

/** One object of the tree; whatever is never asked for is reported as unknown. */
export interface CmiReader {
  readonly path: string;
  readonly text: (name: string, maxLength: number) => string | undefined;
  readonly number: (
    name: string,
    limits?: { readonly min: number; readonly max: number },
  ) => number | undefined;
  readonly word: <Word extends string>(name: string, words: readonly Word[]) => Word | undefined;
  readonly seconds: (name: string) => number | undefined;
  readonly child: (name: string) => CmiReader;
  /** `{ "0": …, "1": … }` or an array; what is beyond `max` is left out. */
  readonly list: (name: string, max: number) => readonly CmiReader[];
  /** Names that are the business of others. */
  readonly ignore: (...names: readonly string[]) => void;
  /** Reports what nobody asked for. */
  readonly finish: () => void;
}

export interface CmiReading {
  readonly version: ScormVersion;
  readonly warnings: CommitIssue[];
}

const maxWarnings = 50;
const maxNameShown = 60;
const plainNumber = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;

export function warn({ warnings }: CmiReading, path: string, message: string): void {
  if (warnings.length < maxWarnings) warnings.push({ path, message });
}

export function createCmiReader(value: unknown, path: string, reading: CmiReading): CmiReader {
  const members = isRecord(value) ? value : {};
  if (value !== undefined && value !== null && !isRecord(value))
    warn(reading, path, 'is no object; left out');
  const asked = new Set<string>();
  const raw = (name: string): unknown => {
    asked.add(name);
    const found = Object.hasOwn(members, name) ? members[name] : undefined;
    return found === '' || found === null ? undefined : found;
  };
  const refuse = (name: string, what: string) => {
    warn(reading, `${path}.${name}`, `${what}; left out`);
    return undefined;
  };
  const scalar = (name: string): string | undefined => {
    const found = raw(name);
    if (found === undefined || typeof found === 'string') return found;
    if (typeof found === 'number' && Number.isFinite(found)) return String(found);
    return refuse(name, 'is no text');
  };
  const children: CmiReader[] = [];
  const open = (name: string, inner: unknown) => {
    const reader = createCmiReader(inner, `${path}.${name}`, reading);
    children.push(reader);
    return reader;
  };
  return {
    path,
    text: (name, maxLength) => {
      const found = scalar(name)?.toWellFormed();
      if (found !== undefined && found.length > maxLength) {
        warn(reading, `${path}.${name}`, `is longer than ${maxLength} characters; cut`);
      }
      return found?.slice(0, maxLength).toWellFormed();
    },
    number: (name, limits) => {
      const found = scalar(name)?.trim();
      if (found === undefined) return undefined;
      const number = plainNumber.test(found) ? Number(found) : Number.NaN;
      if (!Number.isFinite(number)) return refuse(name, 'is no number');
      if (limits && (number < limits.min || number > limits.max)) {
        return refuse(name, `is not between ${limits.min} and ${limits.max}`);
      }
      return number;
    },
    word: (name, words) => {
      const found = scalar(name);
      const word = words.find((known) => known === found);
      return found !== undefined && word === undefined
        ? refuse(name, `is none of ${words.join(', ')}`)
        : word;
    },
    seconds: (name) => {
      const found = scalar(name);
      if (found === undefined) return undefined;
      const parse = reading.version === '1.2' ? parseTimespan : parseIsoDuration;
      return parse(found) ?? refuse(name, 'is no time span');
    },
    child: (name) => open(name, raw(name)),
    list: (name, max) => {
      const entries = entriesOf(raw(name));
      if (entries.length > max)
        warn(reading, `${path}.${name}`, `has ${entries.length} entries; ${max} are kept`);
      return entries.slice(0, max).map(([index, entry]) => open(`${name}.${index}`, entry));
    },
    ignore: (...names) => {
      for (const name of names) asked.add(name);
    },
    finish: () => {
      for (const name of Object.keys(members)) {
        if (asked.has(name) || name.startsWith('_')) continue;
        warn(reading, `${path}.${name.slice(0, maxNameShown)}`, 'is not known; left out');
      }
      for (const child of children) child.finish();
    },
  };
}

export function readScore(score: CmiReader): Score {
  const parts = {
    scaled: score.number('scaled', { min: -1, max: 1 }),
    raw: score.number('raw'),
    min: score.number('min'),
    max: score.number('max'),
  };
  return onlyKnown(parts);
}

/** The object without what is undefined. */
export function onlyKnown<Parts extends Record<string, unknown>>(
  parts: Parts,
): { readonly [Name in keyof Parts]?: Exclude<Parts[Name], undefined> } {
  return Object.fromEntries(
    Object.entries(parts).filter(([, value]) => value !== undefined),
    // The filter is what the type says; Object.fromEntries forgets the names.
  ) as { [Name in keyof Parts]?: Exclude<Parts[Name], undefined> };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function entriesOf(value: unknown): readonly (readonly [number, unknown])[] {
  if (Array.isArray(value)) return value.map((entry, index) => [index, entry] as const);
  if (!isRecord(value)) return [];
  const inner = isRecord(value.childArray) || Array.isArray(value.childArray) ? value.childArray : undefined;
  if (inner) return entriesOf(inner);
  return Object.entries(value)
    .filter(([name]) => /^\d{1,6}$/.test(name))
    .map(([name, entry]) => [Number(name), entry] as const)
    .sort(([a], [b]) => a - b);
}
