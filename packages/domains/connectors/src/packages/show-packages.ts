import type { ConnectionInput } from '../own-connection.ts';
import type { PackageSlot } from './package-slot.ts';
import { emptySlot, type PackageDeps, packageConnection } from './send-package.ts';

/** What a connection has of packages, whether there is anything or not. */
export async function showPackages(deps: PackageDeps, input: ConnectionInput): Promise<PackageSlot> {
  const connection = await packageConnection(deps, input);
  return (await deps.packages.findSlot(connection.connectionId)) ?? emptySlot(connection);
}
