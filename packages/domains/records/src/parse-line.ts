import type { StoredStatement } from '@sinau/xapi';

/** A line as a consumer reads it. */
export type ParsedLine =
  | {
      readonly kind: 'statement';
      readonly id: string;
      readonly position: string;
      readonly stored: string;
      readonly statement: StoredStatement;
    }
  | { readonly kind: 'void'; readonly id: string; readonly voidedBy: string; readonly stored: string }
  | {
      readonly kind: 'erase';
      readonly id: string;
      readonly position: string;
      readonly stored: string;
      readonly mode: 'erased' | 'pseudonymised';
    };

/** Of a text that this domain wrote. */
export function parseLine(text: string): ParsedLine {
  return JSON.parse(text) as ParsedLine;
}

const head = /^\{"kind":"(\w+)","id":"([^"\\]*)"/;
const headStored = /^\{"kind":"\w+","id":"[^"\\]*","(?:position|voidedBy)":"[^"\\]*","stored":"([^"\\]*)"/;

/** Kind and id of a line, without reading all of it. */
export function headOf(text: string): { readonly kind: string; readonly id: string } {
  const [, kind, id] = head.exec(text) ?? [];
  return kind === undefined || id === undefined ? parseLine(text) : { kind, id };
}

/** When a line was stored, without reading all of it. */
export function storedOf(text: string): string {
  return headStored.exec(text)?.[1] ?? parseLine(text).stored;
}
