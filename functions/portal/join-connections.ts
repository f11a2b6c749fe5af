import {
  type Connection,
  changeConnection,
  createConnection,
  listConnections,
  ownConnection,
  pauseConnection,
  removeConnection,
  resumeConnection,
  rotateSecret,
  scheduledKinds,
  testConnection,
} from '@sinau/connectors';
import type { ConnectionsPorts, ConnectionView } from '@sinau/web';
import type { PortalDeps } from './deps.ts';

/** Connections for the pages of authors and operators; whose they are comes from the session alone. */
export function joinConnections({ connectors }: Pick<PortalDeps, 'connectors'>): ConnectionsPorts {
  return {
    connectionsOf: async (principal) =>
      (await listConnections(await connectors(), { principal })).map(viewOf),
    connectionOf: async (principal, connectionId) =>
      viewOf(await ownConnection(await connectors(), { principal, connectionId })),
    create: async (principal, request) => {
      const { connection, secret } = await createConnection(await connectors(), { principal, request });
      return { connectionId: connection.connectionId, ...(secret !== undefined && { secret }) };
    },
    change: async (principal, connectionId, request) =>
      changeConnection(await connectors(), { principal, connectionId, request }),
    pause: async (principal, connectionId) =>
      pauseConnection(await connectors(), { principal, connectionId }),
    resume: async (principal, connectionId) =>
      resumeConnection(await connectors(), { principal, connectionId }),
    remove: async (principal, connectionId) =>
      removeConnection(await connectors(), { principal, connectionId, windUp: true }),
    test: async (principal, connectionId) => testConnection(await connectors(), { principal, connectionId }),
    rotateSecret: async (principal, connectionId, secret) =>
      rotateSecret(await connectors(), {
        principal,
        connectionId,
        ...(secret !== undefined && { secret }),
      }),
  };
}

function viewOf(connection: Connection): ConnectionView {
  const {
    connectionId,
    kind,
    name,
    baseUrl,
    contactEmail,
    state,
    acceptance,
    schedule,
    rev,
    createdAt,
    runs,
    moodle,
  } = connection;
  return {
    connectionId,
    kind,
    name,
    ...(baseUrl !== undefined && { baseUrl }),
    ...(moodle && { moodle }),
    ...{ contactEmail, state, acceptance, schedule, rev, createdAt },
    runs: scheduledKinds.flatMap((one) => {
      const run = runs[one];
      return run ? [{ kind: one, ...run }] : [];
    }),
  };
}
