import {
  memoryConnectionStore,
  memoryProviderEnrolmentStore,
  sampleConnection,
  sampleProviderEnrolment,
} from '@sinau/connectors/testing';
import type { PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { expect, it } from 'vitest';
import type { PortalDeps } from './deps.ts';
import { joinConnectionEnrolments } from './join-connection-enrolments.ts';

const connection = sampleConnection();
const principal: PersonPrincipal = {
  ...{ kind: 'person', personId: 'p1' as PersonId, name: 'Rina', roles: ['provider-author'] },
  providerId: connection.providerId,
};

async function world(given: Parameters<typeof sampleProviderEnrolment>[0]) {
  const connections = memoryConnectionStore();
  await connections.create(connection);
  const providerEnrolments = memoryProviderEnrolmentStore();
  await providerEnrolments.move({ after: sampleProviderEnrolment(given) });
  const ports = joinConnectionEnrolments({
    connectors: async () => ({ connections }),
    providerEnrolments: async () => providerEnrolments,
    ...{ courses: { find: async () => undefined }, clock: fixedClock('2026-03-02T02:00:00.000Z') },
    subjectOf: async () => 'Ps-8f2c',
  } as unknown as PortalDeps);
  const { connectionId } = connection;
  const { rows } = await ports.enrolmentsOf(principal, { connectionId, group: 'open' });
  return { ports, row: rows[0], providerEnrolments, connectionId };
}

it('an account of a Moodle that may be the learner’s is shown with its profile and with the pseudonym, and is confirmed by its number', async () => {
  const at = { reason: 'account-unconfirmed', proposedAccount: '40' } as const;
  const { ports, row, providerEnrolments, connectionId } = await world(at);
  expect(row).toMatchObject({
    subject: 'Ps-8f2c',
    account: {
      ...{ by: 'id', proposed: '40' },
      profile: 'https://moodle.kampus.example/user/profile.php?id=40',
    },
  });
  const { registration = '' } = row ?? {};
  const given = { connectionId, registration, account: '40' };
  await expect(
    ports.confirmAccount({ ...principal, providerId: 'other' as ProviderId }, given),
  ).rejects.toMatchObject({ code: 'connectors.not-found' });
  expect(await ports.confirmAccount(principal, given)).toBe('queued');
  expect(await providerEnrolments.accountOf(connection.connectionId, 'sri' as PersonId)).toBe('40');
});

it('a missing account of a Moodle can be named too, and nothing is asked where another reason holds it up', async () => {
  const { row } = await world({ reason: 'account-missing' });
  expect(row).toMatchObject({ subject: 'Ps-8f2c', account: { by: 'id' } });
  const { row: other } = await world({ reason: 'unreachable' });
  expect(other).not.toHaveProperty('account');
  expect(other).not.toHaveProperty('subject');
});
