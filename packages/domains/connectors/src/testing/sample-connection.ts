import type { ProviderId } from '@sinau/kernel';
import type { Connection, ConnectionId } from '../connection.ts';

export const sampleConnection = (given: Partial<Connection> = {}): Connection => ({
  connectionId: '00000000-0000-4000-8000-00000000c001' as ConnectionId,
  providerId: 'provider-a' as ProviderId,
  kind: 'moodle',
  name: 'Moodle Universitas Contoh',
  baseUrl: 'https://moodle.kampus.example',
  contactEmail: 'admin@kampus.example',
  state: 'active',
  acceptance: 'person',
  moodle: { createsLearners: true, auth: 'oauth2', learnerRoleId: 5 },
  schedule: { syncHour: 2 },
  sealedSecrets: 'a1.sealed',
  createdAt: '2026-03-02T01:00:00.000Z',
  updatedAt: '2026-03-02T01:00:00.000Z',
  changedBy: 'author-a',
  rev: 1,
  runs: {},
  ...given,
});
