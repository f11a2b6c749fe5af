import type { Clock } from '@sinau/kernel';
import { nodeDigest, systemIds } from '@sinau/platform/crypto';
import type { Outbound } from '@sinau/platform/outbound';
import type { Connection, ConnectionKind } from '../connection.ts';
import type { PackageStore } from '../packages/ports.ts';
import { AdapterFailure, type AdapterPort, type ProviderAdapter } from '../ports.ts';
import { type ConnectionSecrets, openSecrets, type SecretBox } from '../secrets.ts';
import type { TableStore } from '../tables/ports.ts';
import { withoutServices } from './without-services.ts';

/** What an adapter is made of. It keeps none of its secrets beyond its own life, and tells them nobody. */
export interface AdapterParts {
  readonly connection: Omit<Connection, 'sealedSecrets'>;
  readonly secrets: ConnectionSecrets | undefined;
  /** Checks every address when it is used (case F3); the only way out. */
  readonly outbound: Outbound;
  readonly clock: Clock;
  /** Of providers that send tables. */
  readonly tables: TableStore;
  /** Of those that send packages. */
  readonly packages: PackageStore;
  /** Ours, as tools that learners are launched at know it. */
  readonly ltiIssuer: string;
}

export type AdapterMaker = (parts: AdapterParts) => ProviderAdapter | Promise<ProviderAdapter>;

/** One maker a kind: whoever adds a kind is asked for it by the compiler. */
export type AdapterMakers = Readonly<Record<ConnectionKind, AdapterMaker>>;

export const adapterMakers: AdapterMakers = {
  // Each is loaded when there is one: a process asks few kinds of provider.
  moodle: moodleOf,
  oneroster: async ({ connection, secrets, outbound, clock }) => {
    const { createOneRosterAdapter } = await import('./one-roster/one-roster-adapter.ts');
    const { baseUrl = '', oneRoster: settings = { tokenUrl: baseUrl, clientId: '' } } = connection;
    return createOneRosterAdapter({ outbound, clock }, { baseUrl, settings, secret: secrets?.current ?? '' });
  },
  'oneroster-csv': async ({ packages, connection }) => {
    const { createPackageAdapter } = await import('./one-roster-package/package-adapter.ts');
    return createPackageAdapter(packages, connection.connectionId);
  },
  'schema-org': async ({ connection, outbound, clock }) => {
    const { createSchemaOrgAdapter } = await import('./schema-org/schema-org-adapter.ts');
    return createSchemaOrgAdapter({ outbound, clock }, { baseUrl: connection.baseUrl ?? '' });
  },
  openedx: openEdxOf,
  file: async ({ tables, connection }) => {
    const { createFileAdapter } = await import('./table/file-adapter.ts');
    return createFileAdapter(tables, connection.connectionId);
  },
  webhook: withoutServices,
  xapi: withoutServices,
};

async function moodleOf(parts: AdapterParts): Promise<ProviderAdapter> {
  const { connection, secrets, outbound, clock, ltiIssuer } = parts;
  const { createMoodleAdapter } = await import('./moodle/moodle-adapter.ts');
  const deps = { outbound, clock, digest: nodeDigest, ids: systemIds };
  return createMoodleAdapter(deps, {
    baseUrl: connection.baseUrl ?? '',
    // Without a token Moodle answers as to a wrong one.
    token: secrets?.current ?? '',
    ...(connection.moodle && { settings: connection.moodle }),
    ...(connection.start && { toolIssuer: ltiIssuer }),
  });
}

async function openEdxOf(parts: AdapterParts): Promise<ProviderAdapter> {
  const { connection, secrets, outbound, clock } = parts;
  const { baseUrl = '', openedx: settings } = connection;
  // Nothing opens a site whose client nobody has named.
  if (!settings) throw new AdapterFailure('unauthorised', { passing: false });
  const { createOpenEdxAdapter } = await import('./openedx/openedx-adapter.ts');
  const deps = { outbound, clock, digest: nodeDigest };
  return createOpenEdxAdapter(deps, { baseUrl, settings, clientSecret: secrets?.current ?? '' });
}

/** Makes adapters by kind. Secrets are opened here, for the one use, and nowhere else. */
export function createAdapterPort(deps: {
  readonly box: Pick<SecretBox, 'open'>;
  readonly outbound: Outbound;
  readonly clock: Clock;
  readonly tables: TableStore;
  readonly packages: PackageStore;
  readonly ltiIssuer: string;
  /** @default those of the kinds */
  readonly makers?: AdapterMakers;
}): AdapterPort {
  const { box, makers = adapterMakers, ...parts } = deps;
  return {
    async adapterOf(connection) {
      const { sealedSecrets: _, ...open } = connection;
      const secrets = await openSecrets(box, connection).catch((cause: unknown) => {
        throw new AdapterFailure('unauthorised', { passing: true, cause });
      });
      return makers[connection.kind]({ ...parts, connection: open, secrets });
    },
  };
}
