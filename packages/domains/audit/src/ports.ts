import type { Anchor } from './anchor.ts';
import type { ChainSource } from './chain.ts';
import type { Check } from './check.ts';
import type { Line } from './line.ts';
import type { About, Actor, Reading } from './reading.ts';

/** A page of lines, newest first. */
export interface LinePage {
  readonly lines: readonly Line[];
  /** Where the next page begins. */
  readonly next?: string;
}

/** Append only; reads by number see every line that was answered before, lists may lag by about a second. */
export interface ReadingLog extends ChainSource {
  /** Appends to the chain of its reader. Rejects with `Unavailable` when too many write to it at once, or the store is silent. */
  append(reading: Reading): Promise<Line>;
  /** About one person, or about lists of an office. */
  listAbout(about: About, page: { readonly limit: number; readonly before?: string }): Promise<LinePage>;
  /** By those who read for an office, machines included. */
  listOf(office: string, page: { readonly limit: number; readonly before?: string }): Promise<LinePage>;
  /** Offices for which somebody has read. */
  offices(): Promise<readonly string[]>;
  /** Chains and whose they are, by name; of one office alone when it is named. */
  chainsOf(office?: string): Promise<readonly { readonly chain: string; readonly office: string }[]>;
  /** Lines of a chain in order, from the number after `after` on. */
  linesOf(chain: string, page: { readonly after: number; readonly limit: number }): Promise<readonly Line[]>;
}

/** What was noted lately. It may forget, and then a line is there twice. */
export interface SeenLately {
  has(
    key: { readonly actor: Actor; readonly what: string; readonly about: About },
    at: Date,
  ): Promise<boolean>;
  note(
    key: { readonly actor: Actor; readonly what: string; readonly about: About },
    until: Date,
  ): Promise<void>;
}

/** Kept for good, in order. */
export interface AnchorStore {
  last(): Promise<Anchor | undefined>;
  /** `exists`: somebody else has made the anchor of this number. */
  add(anchor: Anchor): Promise<'added' | 'exists'>;
  all(): Promise<readonly Anchor[]>;
}

/** One check at a time. */
export interface CheckStore {
  find(): Promise<Check | undefined>;
  /** Stores `check` with the next `rev` if the stored one still has `check.rev` (0: there is none). */
  save(check: Check): Promise<'saved' | 'stale'>;
}
