import type { FindingPlace, XmlElement } from '@sinau/findings';
import { createFinding, type Finding } from './finding.ts';
import type { FindingCode } from './finding-texts.ts';
import type { ScormVersion } from './model.ts';
import type { FileLocator } from './package-path.ts';
import { attributeOf } from './xml-element.ts';

/** What every part of the reader needs. */
export interface Reading {
  /** Name of the manifest inside the package. */
  readonly file: string;
  readonly version: ScormVersion;
  readonly locator: FileLocator;
  /** Findings are added here. */
  readonly report: (finding: Finding) => void;
}

type Place = { readonly line: number; readonly column: number };

export function placeIn(file: string, at: Place): FindingPlace {
  return { file, line: at.line, column: at.column };
}

export function report(
  reading: Pick<Reading, 'file' | 'report'>,
  at: Place,
  said: { readonly code: FindingCode; readonly params?: Readonly<Record<string, string | number>> },
): void {
  reading.report(createFinding(said.code, said.params ?? {}, placeIn(reading.file, at)));
}

/** A value that was written, where it stands and what it is called. */
export interface Written extends Place {
  readonly name: string;
  readonly value: string;
}

export function writtenAttribute(element: XmlElement, name: string): Written | undefined {
  const attribute = attributeOf(element, name);
  return attribute && { name, value: attribute.value.trim(), line: attribute.line, column: attribute.column };
}

export function writtenText(element: XmlElement | undefined): Written | undefined {
  if (!element) return undefined;
  return { name: element.name, value: element.text.trim(), line: element.line, column: element.column };
}

/** What a value means, or undefined after a warning; nothing and the empty value are no fault. */
export function readValue<Value>(
  written: Written | undefined,
  parse: (value: string) => Value | undefined,
  reading: Reading & { readonly used?: string },
): Value | undefined {
  if (!written || written.value === '') return undefined;
  const value = parse(written.value);
  if (value === undefined) {
    const params = { name: written.name, value: written.value, used: reading.used ?? '–' };
    report(reading, written, { code: 'value.invalid', params });
  }
  return value;
}

export function parseBoolean(value: string): boolean | undefined {
  if (/^(?:true|1|yes)$/i.test(value)) return true;
  return /^(?:false|0|no)$/i.test(value) ? false : undefined;
}

export function parseNumberIn(min: number, max: number): (value: string) => number | undefined {
  return (value) => {
    const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(value) ? Number(value) : Number.NaN;
    return number >= min && number <= max ? number : undefined;
  };
}

export function parseCount(value: string): number | undefined {
  return /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}

export function parseOneOf<Value extends string>(values: readonly Value[]) {
  return (value: string): Value | undefined =>
    values.find((known) => known === value) ??
    values.find((known) => known.toLowerCase() === value.toLowerCase());
}

/** Attributes of an element with the defaults of the specification. */
export function attributeReader(element: XmlElement | undefined, reading: Reading) {
  const written = (name: string) => (element ? writtenAttribute(element, name) : undefined);
  return {
    flag: (name: string, fallback: boolean): boolean =>
      readValue(written(name), parseBoolean, { ...reading, used: String(fallback) }) ?? fallback,
    number: (
      name: string,
      limits: { readonly min: number; readonly max: number; readonly fallback: number },
    ) =>
      readValue(written(name), parseNumberIn(limits.min, limits.max), {
        ...reading,
        used: String(limits.fallback),
      }) ?? limits.fallback,
    count: (name: string): number | undefined => readValue(written(name), parseCount, reading),
    oneOf: <Value extends string>(name: string, values: readonly Value[], fallback: Value): Value =>
      readValue(written(name), parseOneOf(values), { ...reading, used: fallback }) ?? fallback,
    optional: <Value>(name: string, parse: (value: string) => Value | undefined): Value | undefined =>
      readValue(written(name), parse, reading),
    text: (name: string): string | undefined => written(name)?.value || undefined,
  };
}
