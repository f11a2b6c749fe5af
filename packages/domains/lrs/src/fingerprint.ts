import type { Digest } from '@sinau/kernel';
import { comparableForm, type Statement } from '@sinau/xapi';

/**
 * What a statement says, in short: `<content>` for one whose timestamp the store set, `<content>.<with timestamp>` for
 * one that brought its own. Both under the specification's comparison rules.
 */
export function fingerprintOf(statement: Statement, digest: Digest): string {
  const content = shorten(digest, comparableForm(statement, { timestampGiven: false }));
  if (statement.timestamp === undefined) return content;
  return `${content}.${shorten(digest, comparableForm(statement, { timestampGiven: true }))}`;
}

/** True for the same statement under the comparison rules; a timestamp that a store set does not count. */
export function sameFingerprint(one: string, other: string): boolean {
  const [content, timed] = one.split('.');
  const [otherContent, otherTimed] = other.split('.');
  if (content !== otherContent) return false;
  return timed === undefined || otherTimed === undefined || timed === otherTimed;
}

/** 128 bits. */
function shorten(digest: Digest, text: string): string {
  return digest.sha256(text).slice(0, 32);
}
