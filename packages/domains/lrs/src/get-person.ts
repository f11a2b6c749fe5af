import type { Account, Actor } from '@sinau/xapi';

/** Everything is an array (1.0.3 Communication 2.4). */
export interface Person {
  readonly objectType: 'Person';
  readonly name?: readonly string[];
  readonly mbox?: readonly string[];
  readonly mbox_sha1sum?: readonly string[];
  readonly openid?: readonly string[];
  readonly account?: readonly Account[];
}

/** The Person behind an agent. The store joins no identifiers: that two agents are one human is not for it to say. */
export function getPerson(agent: Actor): Person {
  const { name, mbox, mbox_sha1sum, openid, account } = agent;
  return {
    objectType: 'Person',
    ...(name !== undefined && { name: [name] }),
    ...(mbox !== undefined && { mbox: [mbox] }),
    ...(mbox_sha1sum !== undefined && { mbox_sha1sum: [mbox_sha1sum] }),
    ...(openid !== undefined && { openid: [openid] }),
    ...(account !== undefined && { account: [account] }),
  };
}
