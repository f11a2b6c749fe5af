import type { Actor } from '../model.ts';

/**
 * The one text that stands for an Agent or Identified Group wherever agents are compared or indexed: kind and value of
 * its identifier, with the parts that are case-insensitive in lower case. Undefined for an Anonymous Group, which is
 * nobody but itself.
 */
export function identityOf(actor: Actor): string | undefined {
  if (actor.mbox !== undefined) return `mbox|${comparableMailto(actor.mbox)}`;
  if (actor.mbox_sha1sum !== undefined) return `mbox_sha1sum|${actor.mbox_sha1sum.toLowerCase()}`;
  if (actor.openid !== undefined) return `openid|${actor.openid}`;
  // An IRL holds no bar, so home page and name cannot run into each other.
  if (actor.account !== undefined) return `account|${actor.account.homePage}|${actor.account.name}`;
  return undefined;
}

/** True when both are the same Agent or Identified Group; names do not count. */
export function sameAgent(one: Actor, other: Actor): boolean {
  const identity = identityOf(one);
  return identity !== undefined && identity === identityOf(other);
}

/** Only the scheme and the domain of a mail address are case-insensitive. */
export function comparableMailto(mbox: string): string {
  const at = mbox.lastIndexOf('@');
  return `mailto:${mbox.slice('mailto:'.length, at)}${mbox.slice(at).toLowerCase()}`;
}
