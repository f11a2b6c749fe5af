import {
  type AnchorDeps,
  anchorChains,
  askCheck,
  type CheckStore,
  type Finding,
  pruneChains,
  runCheck,
} from '@sinau/audit';
import type { Clock } from '@sinau/kernel';
import type { Log } from '@sinau/platform/log';

export type AuditWork = AnchorDeps & { readonly checks: CheckStore };

/** Of one run. */
const checkMs = 30_000;
/** Lines of one day; what is left over goes with the next. */
const mostPruned = 20_000;
/** A check that nobody asked for. */
const checkEveryMs = 7 * 24 * 3600_000;

/**
 * Anchors what was noted, once a day, and goes on with the check of the whole log, once a week or when somebody asked. A chain that is
 * broken must alarm: it fails the run that finds it.
 */
export async function keepAudit(deps: {
  readonly audit: AuditWork;
  readonly clock: Clock;
  readonly log: Log;
}): Promise<void> {
  const { audit, clock, log } = deps;
  const { made, findings } = await anchorChains(audit);
  // Said outside of the table too: whoever may change rows there does not change this.
  if (made) {
    const { number, signature } = made;
    log.info('audit log anchored', { number, signature, chains: made.heads.length });
  }
  if (made) {
    const pruned = await pruneChains(audit, { limit: mostPruned });
    if (pruned > 0) log.info('lines older than a year are taken away', { pruned });
  }
  await checkNowAndThen(deps);
  const check = await runCheck(audit, { untilMs: clock.now().getTime() + checkMs });
  if (check?.state === 'done') {
    const { chains, lines } = check;
    log.info('audit log checked', { chains, lines, broken: check.findings.length });
  }
  refuseBroken(log, [...findings, ...(check?.state === 'done' ? check.findings : [])]);
}

async function checkNowAndThen({ audit, clock }: Pick<Parameters<typeof keepAudit>[0], 'audit' | 'clock'>) {
  const last = await audit.checks.find();
  const sinceMs = clock.now().getTime() - Date.parse(last?.requestedAt ?? '1970-01-01T00:00:00.000Z');
  if (sinceMs >= checkEveryMs) await askCheck(audit);
}

function refuseBroken(log: Log, findings: readonly Finding[]): void {
  const [first] = findings;
  if (!first) return;
  const error = new Error(`the audit log is broken: ${first.chain} ${first.number} ${first.flaw}`);
  log.error('the audit log is broken', error, { findings: findings.length });
  throw error;
}
