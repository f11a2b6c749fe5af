import type { AdapterPort } from '@sinau/connectors';
import { createAdapterPort } from '@sinau/connectors/adapters';
import type { PackageStore } from '@sinau/connectors/packages';
import type { TableStore } from '@sinau/connectors/tables';
import { systemClock } from '@sinau/platform/crypto';
import { createOutbound, type Outbound } from '@sinau/platform/outbound';
import type { Sealer } from '@sinau/platform/sealing';

/** A page of a catalogue; what is longer is read no further and fails. */
const maxResponseBytes = 32 * 1024 * 1024;

/** The only way out to providers: each address is checked when it is used (case F3). */
export function createProviderOutbound(env: { readonly PUSH_ALLOW_LOOPBACK: boolean }): Outbound {
  return createOutbound({ allowLoopback: env.PUSH_ALLOW_LOOPBACK, maxResponseBytes });
}

/** Adapters of connections by kind; secrets are opened when one is made. */
export function createAdapters(given: {
  readonly sealer: Sealer;
  readonly outbound: Outbound;
  readonly tables: TableStore;
  readonly packages: PackageStore;
  readonly ltiIssuer: string;
}): AdapterPort {
  const { sealer: box, ...others } = given;
  return createAdapterPort({ box, ...others, clock: systemClock });
}
