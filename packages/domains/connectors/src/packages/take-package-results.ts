import { resultCells, scoresOf } from '@sinau/rostering/one-roster-package';
import type { Connection, ConnectionId } from '../connection.ts';
import type { ConnectionStore } from '../ports.ts';
import { type TakeDeps, takeMany } from '../results/take-many.ts';
import type { PackageStore } from './ports.ts';
import { filesOf } from './roster-data.ts';

/**
 * Takes some scores of what counts now into the inbox, from the `from`-th on; one that was taken before is known again by what it says.
 * Answers where to go on; undefined at the end, and when another package counts by now, which has work of its own.
 */
export async function takePackageResults(
  deps: TakeDeps & {
    readonly connections: Pick<ConnectionStore, 'find'>;
    readonly packages: Pick<PackageStore, 'findSlot' | 'readRows'>;
  },
  input: {
    readonly connectionId: ConnectionId;
    /** Of the package that counted when this work began. */
    readonly packageId: string;
    readonly from: number;
    readonly atMost: number;
  },
): Promise<number | undefined> {
  const { connectionId, packageId, from, atMost } = input;
  const connection: Connection | undefined = await deps.connections.find(connectionId);
  const slot = await deps.packages.findSlot(connectionId);
  if (!connection || slot?.packages[0]?.packageId !== packageId) return undefined;
  const data = await filesOf(deps.packages, slot, ['lineItems', 'results', 'users']);
  // Whatever had no part in the package says nothing anew.
  const saidAt = (['results', 'lineItems', 'users'] as const)
    .flatMap((file) => slot.contents[file]?.at ?? [])
    .toSorted()
    .at(-1);
  const scores = [...scoresOf(data)];
  const results = scores.slice(from, from + atMost).map(({ score, rows }) => ({
    result: score,
    sent: {
      text: JSON.stringify(rows.map(resultCells)),
      contentType: 'application/json',
      where: 'results.csv',
    },
  }));
  const { providerId } = connection;
  const said = { ...(saidAt !== undefined && { saidAt }), before: from };
  await takeMany(deps, { providerId, connectionId, source: 'file', ...said, results });
  return from + atMost < scores.length ? from + atMost : undefined;
}
