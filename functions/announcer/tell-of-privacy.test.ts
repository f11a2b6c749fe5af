import type { PrivacyRequestMoved } from '@sinau/domain-events';
import type { PersonId, Tenant } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { expect, it } from 'vitest';
import { holdersIn } from '../shared/testing/holders-in.ts';
import { tellOfIncident, tellOfPrivacy } from './tell-of-privacy.ts';

function world() {
  const notices = memoryNoticeStore();
  const deps = {
    ...{
      notices,
      clock: fixedClock(),
      onMailFailure: () => undefined,
      mail: { send: async () => undefined },
    },
    people: {
      find: async (id: string) => ({ name: id, email: `${id}@x.example`, status: 'active' }),
      listHolders: holdersIn(({ kind }: Tenant) =>
        kind === 'agency'
          ? [
              { personId: 'admin', roles: ['agency-admin'] },
              { personId: 'sri', roles: ['agency-admin'] },
            ]
          : [{ personId: 'op', roles: ['operator'] }],
      ),
    },
  } as never;
  const linksOf = async (id: string) =>
    (await notices.list({ personId: id as PersonId, limit: 9 })).map(({ link }) => link);
  return { deps, linksOf };
}

const fact = (parts: Partial<PrivacyRequestMoved>): PrivacyRequestMoved => ({
  ...{ eventId: `privacy-request-${parts.to}:${parts.kind}`, occurredAt: 'a', type: 'privacy-request-moved' },
  ...{ requestId: 'r', personId: 'sri', dueAt: '2026-03-05T01:00:00.000Z', to: 'opened', kind: 'erasure' },
  ...parts,
});

it('a request is told to those who answer it, once, and its answer to the person alone', async () => {
  const { deps, linksOf } = world();
  for (const to of ['opened', 'opened', 'soon'] as const) {
    await tellOfPrivacy(deps, fact({ to, kind: 'correction', agencyId: 'bkn' }));
  }
  expect(await linksOf('admin')).toEqual(['/agency/requests/r', '/agency/requests/r']);
  expect(await linksOf('sri')).toEqual([]);
  await tellOfPrivacy(deps, fact({ to: 'opened' }));
  expect(await linksOf('op')).toEqual(['/operator/privacy/requests/r']);
  await tellOfPrivacy(deps, fact({ to: 'answered' }));
  expect(await linksOf('sri')).toEqual(['/account/data']);
});

it('a copy bothers nobody until it is late', async () => {
  const { deps, linksOf } = world();
  await tellOfPrivacy(deps, fact({ to: 'opened', kind: 'access' }));
  expect(await linksOf('op')).toEqual([]);
  await tellOfPrivacy(deps, fact({ to: 'soon', kind: 'access' }));
  expect(await linksOf('op')).toEqual(['/operator/privacy/requests/r']);
});

it('that time runs out for an incident is told to operators, once', async () => {
  const { deps, linksOf } = world();
  const due = {
    ...({ eventId: 'incident-due:i1', occurredAt: 'a', type: 'incident-due', incidentId: 'i1' } as const),
    notifyDueAt: '2026-03-05T01:00:00.000Z',
  };
  await tellOfIncident(deps, due);
  await tellOfIncident(deps, due);
  expect(await linksOf('op')).toEqual(['/operator/privacy/incidents']);
  expect(await linksOf('admin')).toEqual([]);
});
