import { setTimeout as sleep } from 'node:timers/promises';
import type { AnchorDeps, AnchorStore, CheckStore, ReadingLog, SeenLately } from '@sinau/audit';
import { createAnchorStore, createCheckStore, createReadingLog, createSeenLately } from '@sinau/audit/dynamo';
import { hmacSigner, nodeDigest, systemClock } from '@sinau/platform/crypto';
import { createAuditLog } from '@sinau/privacy/dynamo';
import { decisionsChain } from './decisions-chain.ts';
import type { Parts } from './parts.ts';

export interface AuditParts extends AnchorDeps {
  readonly log: ReadingLog;
  readonly seen: SeenLately;
  readonly anchors: AnchorStore;
  readonly checks: CheckStore;
}

/** Who read whose records, with what proves that the lines are whole; decisions of privacy are checked with them. */
export function createAuditParts(given: {
  readonly parts: Pick<Parts, 'dynamo'>;
  readonly env: { readonly LMS_TABLE: string; readonly SIGNING_SECRET: string };
}): AuditParts {
  const { parts, env } = given;
  const lms = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const digest = nodeDigest;
  const log = createReadingLog({ ...lms, digest, sleep, random: Math.random });
  return {
    log,
    seen: createSeenLately(lms),
    anchors: createAnchorStore(lms),
    checks: createCheckStore(lms),
    sources: [log, decisionsChain({ audit: createAuditLog({ ...lms, digest }), digest })],
    signer: hmacSigner(env.SIGNING_SECRET),
    digest,
    clock: systemClock,
  };
}
