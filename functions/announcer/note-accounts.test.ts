import { checkAll } from '@sinau/audit';
import { memoryAudit } from '@sinau/audit/testing';
import type { PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { expect, it } from 'vitest';
import type { Fact } from './follow-fact.ts';
import { noteAccounts } from './note-accounts.ts';

function world() {
  const audit = memoryAudit(nodeDigest);
  const known = new Set(['sri', 'agus', 'operator']);
  const find = async (personId: PersonId) =>
    known.has(personId) ? { personId, home: { kind: 'agency', agencyId: 'bkn' } } : undefined;
  const deps = { people: { find }, audit, clock: fixedClock() } as never;
  const told = (over: object) =>
    noteAccounts(deps, {
      ...{ type: 'account-changed', eventId: `account-changed:sri:${JSON.stringify(over)}`, personId: 'sri' },
      ...{ occurredAt: '2026-03-02T01:00:00.000Z', act: 'closed', because: 'administrator', ...over },
    } as Fact);
  return { audit, told };
}

it('notes each closing and opening once: who, at whose word, for which office', async () => {
  const { audit, told } = world();
  for (const _ of [1, 2]) await told({ by: 'agus' });
  await told({ because: 'legal-standing' });
  await told({ because: 'identity-provider', by: 'klien-1' });
  await told({ because: 'list', by: 'klien-2' });
  await told({ because: 'operator', by: 'operator', act: 'opened' });
  const about = { kind: 'person', personId: 'sri' as PersonId } as const;
  const { lines } = await audit.log.listAbout(about, { limit: 10 });
  const short = lines.map(({ chain, what, because, actor, purpose }) =>
    [chain, what, because, JSON.stringify(Object.values(actor)), purpose].join(' '),
  );
  expect(short.toSorted()).toEqual([
    'agency:bkn account-closed administrator ["person","agus"] personnel',
    'agency:bkn account-closed legal-standing ["platform"] personnel',
    'client:klien-1 account-closed identity-provider ["client","klien-1"] integration',
    'client:klien-2 account-closed list ["client","klien-2"] personnel',
    'platform account-opened operator ["person","operator"] support',
  ]);
});

it('leaves chains that break where somebody changes the word', async () => {
  const { audit, told } = world();
  await told({ by: 'agus' });
  await told({ by: 'agus', act: 'opened' });
  const walk = () =>
    checkAll({
      sources: [audit.log],
      ...{ anchors: audit.anchors, digest: nodeDigest, clock: fixedClock('2026-03-02T02:00:00.000Z') },
      signer: { sign: () => '', verify: () => true },
    } as never);
  expect(await walk()).toMatchObject({ findings: [] });
  const [first] = audit.rows.get('agency:bkn') ?? [];
  Object.assign(first ?? {}, { because: 'operator' });
  expect(await walk()).toMatchObject({ findings: [{ chain: 'agency:bkn', number: 1, flaw: 'changed' }] });
});

it('notes nothing of other facts, nor of whoever is gone', async () => {
  const { audit, told } = world();
  await told({ type: 'standing-changed' });
  await told({ personId: 'niemand' });
  expect(await audit.log.chains()).toEqual([]);
});
