import {
  type Connection,
  changeConnection,
  createConnection,
  type DeadLetter,
  discardLetter,
  type HealthReport,
  listConnections,
  listLetters,
  ownConnection,
  pauseConnection,
  reconcileHourOf,
  removeConnection,
  replayLetter,
  replayLetters,
  resumeConnection,
  rotateSecret,
  scheduledKinds,
  showHealth,
  testConnection,
} from '@sinau/connectors';
import type { LtiTool } from '@sinau/delivery/lti';
import { organisationName } from '@sinau/identity';
import type { ConnectionLetter, ConnectionsPorts, ConnectionView } from '@sinau/web';
import type { ConnectionDesk } from '../shared/connection-parts.ts';
import { sealedPages } from '../shared/sealed-pages.ts';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';

/** Connections for the pages of authors and operators; whose they are comes from the session alone. */
export function joinConnections({
  connectors,
  organisations,
  portalOrigin,
  lti,
  signer,
}: Pick<PortalDeps, 'connectors' | 'organisations' | 'portalOrigin' | 'lti' | 'signer'>): ConnectionsPorts {
  const viewIn = (desk: ConnectionDesk, connection: Connection) => viewOf(desk, { connection, portalOrigin });
  const providerName = async ({ providerId }: Connection) =>
    (await organisationName({ organisations }, { kind: 'provider', providerId })) ?? providerId;
  return {
    startToolsOf: async ({ providerId }) => {
      const tools = providerId === undefined ? [] : await (await lti()).tools.listOf(providerId);
      return tools.filter(({ status }) => status === 'active').flatMap(startToolsIn);
    },
    connectionsOf: async (principal) => {
      const desk = await connectors();
      const found = await listConnections(desk, { principal });
      return Promise.all(found.map((connection) => viewIn(desk, connection)));
    },
    connectionOf: async (principal, connectionId) => {
      const desk = await connectors();
      return viewIn(desk, await ownConnection(desk, { principal, connectionId }));
    },
    all: async (principal) => {
      const desk = await connectors();
      const found = await listConnections(desk, { principal, all: true });
      return inTurns(found, async (connection) => ({
        ...(await viewIn(desk, connection)),
        provider: await providerName(connection),
      }));
    },
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
    lettersOf: async (principal, connectionId, page) => {
      const pages = sealedPages({ signer }, { list: 'connection-letters', by: principal, of: connectionId });
      const given = { principal, connectionId, ...pages.open(page) };
      const { letters, next } = await listLetters(await connectors(), given);
      return { letters: letters.map(letterView), ...(next !== undefined && { next: pages.seal(next) }) };
    },
    replay: async (principal, connectionId, letterId) => {
      const desk = await connectors();
      if (letterId === undefined) return replayLetters(desk, { principal, connectionId });
      await replayLetter(desk, { principal, connectionId, letterId });
      return { replayed: 1, more: false };
    },
    discard: async (principal, connectionId, letterId) =>
      discardLetter(await connectors(), { principal, connectionId, letterId }),
  };
}

const startToolsIn = ({ clientId, name, deployments }: LtiTool) =>
  deployments.map(({ deploymentId, name: place }) => ({
    ...{ clientId, deploymentId },
    name: place === name ? name : `${name} · ${place}`,
  }));

async function viewOf(
  desk: ConnectionDesk,
  { connection, portalOrigin }: { readonly connection: Connection; readonly portalOrigin: string },
): Promise<ConnectionView> {
  const { providerId: _, sealedSecrets: __, changedBy: ___, updatedAt: ____, runs, ...shown } = connection;
  const reconcileHour = reconcileHourOf(connection);
  return {
    ...shown,
    schedule: { ...shown.schedule, ...(reconcileHour !== undefined && { reconcileHour }) },
    ...(shown.kind === 'webhook' && {
      resultsUrl: `${portalOrigin}/api/connections/${shown.connectionId}/results`,
    }),
    ...(shown.kind === 'xapi' && {
      statementsUrl: `${portalOrigin}/api/connections/${shown.connectionId}/xapi`,
    }),
    runs: scheduledKinds.flatMap((kind) => {
      const run = runs[kind];
      return run ? [{ kind, ...run }] : [];
    }),
    health: healthView(await showHealth(desk, connection)),
  };
}

function healthView({
  circuit,
  last,
  light,
  budget,
  letters,
  statements,
  aged,
}: HealthReport): ConnectionView['health'] {
  const { state, openedAt = '', probeAt = '', reason } = circuit;
  const away = { since: openedAt, nextTryAt: probeAt, ...(reason && { reason }) };
  return {
    light,
    last,
    budget,
    letters,
    ...(statements && { statements }),
    ...(aged && { aged }),
    ...(state === 'open' && { away }),
  };
}

function letterView({ letterId, message, at, reason, tries, replays }: DeadLetter): ConnectionLetter {
  const { kind, connectionId: _, ...ids } = message;
  const about = Object.entries(ids).map(([name, value]) => `${name}: ${String(value)}`);
  return { letterId, kind, about, at, reason, tries, replays };
}
