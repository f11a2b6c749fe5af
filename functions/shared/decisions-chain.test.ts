import { askCheck, runCheck } from '@sinau/audit';
import { memoryAudit } from '@sinau/audit/testing';
import { fixedClock } from '@sinau/kernel/testing';
import { hmacSigner, nodeDigest } from '@sinau/platform/crypto';
import type { AuditLog } from '@sinau/privacy';
import { memoryPrivacyStores } from '@sinau/privacy/testing';
import { expect, it } from 'vitest';
import { decisionsChain } from './decisions-chain.ts';

it('P4: decisions of privacy are checked with the rest, page by page, and one that was changed is named', async () => {
  const { audit } = memoryPrivacyStores(nodeDigest);
  for (let n = 1; n <= 250; n += 1) {
    await audit.append({
      ...{ at: '2026-03-01T01:00:00.000Z', action: 'requested', kind: 'export', subject: `${n}` },
      jobId: `j-${n}` as never,
    });
  }
  const check = async (list: AuditLog['list']) => {
    const sources = [decisionsChain({ audit: { list }, digest: nodeDigest })];
    const on = { ...memoryAudit(nodeDigest), sources, digest: nodeDigest, clock: fixedClock() };
    await askCheck(on);
    const signer = hmacSigner('a secret for tests of at least 32 characters');
    return runCheck({ ...on, signer }, { untilMs: Number.POSITIVE_INFINITY });
  };
  expect(await check(audit.list)).toMatchObject({ lines: 250, findings: [] });
  const forged: AuditLog['list'] = async (page) =>
    (await audit.list(page)).map((line) => (line.number === 120 ? { ...line, subject: 'x' } : line));
  expect(await check(forged)).toMatchObject({
    findings: [{ chain: 'privacy', number: 121, flaw: 'unlinked' }],
  });
  // However many are gone: none of the last two hundred is put up with.
  for (const behind of [5, 100, 204, 240, 249]) {
    const holed: AuditLog['list'] = async (page) =>
      (await audit.list(page)).filter(({ number }) => number < 5 || number > behind);
    const findings = [{ chain: 'privacy', number: 5, flaw: 'missing' }];
    expect(await check(holed)).toMatchObject({ findings });
  }
});
