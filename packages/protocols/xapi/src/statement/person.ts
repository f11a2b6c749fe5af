import type { Account, Actor } from '../model.ts';

/** All that is known of one person: like an Agent with lists (1.0.3 Communication 2.4). */
export interface Person {
  readonly objectType: 'Person';
  readonly name?: readonly string[];
  readonly mbox?: readonly string[];
  readonly mbox_sha1sum?: readonly string[];
  readonly openid?: readonly string[];
  readonly account?: readonly Account[];
}

/** The Person of an Agent about whom nothing else is known: identifiers are never joined by guessing. */
export function personOf({ name, mbox, mbox_sha1sum, openid, account }: Actor): Person {
  return {
    objectType: 'Person',
    ...(name !== undefined && { name: [name] }),
    ...(mbox !== undefined && { mbox: [mbox] }),
    ...(mbox_sha1sum !== undefined && { mbox_sha1sum: [mbox_sha1sum] }),
    ...(openid !== undefined && { openid: [openid] }),
    ...(account && { account: [account] }),
  };
}
