import type { ChainSource, Link } from '@sinau/audit';
import type { Digest } from '@sinau/kernel';
import { type AuditLine, type AuditLog, hashOf } from '@sinau/privacy';

/** What privacy decided, as a chain that anchors and checks go over. */
export function decisionsChain(deps: {
  readonly audit: Pick<AuditLog, 'list'>;
  readonly digest: Digest;
}): ChainSource {
  const linkOf = (line: AuditLine): Link => ({
    ...{ number: line.number, previous: line.previous, hash: hashOf(deps.digest, line) },
    // A line holds no hash of its own: a change shows at the next one, or at an anchor.
    intact: true,
  });
  const newest = async () => (await deps.audit.list({ limit: 1 }))[0];
  return {
    chains: async () => ((await newest()) ? [chain] : []),
    async links(_, { after, limit }) {
      const lines = await deps.audit.list({ limit, before: after + limit + 1 });
      return lines
        .filter(({ number }) => number > after)
        .map(linkOf)
        .reverse();
    },
    head: async () => {
      const last = await newest();
      return last && linkOf(last);
    },
  };
}

const chain = 'privacy';
