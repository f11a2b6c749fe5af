import type { Clock, Digest, Ids } from '@sinau/kernel';
import {
  mergePackage,
  type PackageContents,
  type PackageRefusal,
  type RosterData,
  type RosterFile,
  type RosterRow,
  refusedPackage,
  rosterFiles,
} from '@sinau/rostering/one-roster-package';
import type { Connection } from '../connection.ts';
import { ConnectionChanged } from '../errors.ts';
import { actorOf, type ConnectionInput, ownConnection } from '../own-connection.ts';
import { AdapterFailure, type ConnectionStore } from '../ports.ts';
import { fileNameOf } from '../tables/upload-table.ts';
import { TakesNoPackages } from './errors.ts';
import {
  type KeptFile,
  mostFindingsKept,
  mostPackagesListed,
  type PackageSlot,
  type TakenPackage,
} from './package-slot.ts';
import type { PackageFilePort, PackageFollowUp, PackageStore } from './ports.ts';
import { dataOf } from './roster-data.ts';

export interface PackageDeps {
  readonly connections: Pick<ConnectionStore, 'find'>;
  readonly packages: PackageStore;
}

interface SendDeps extends PackageDeps {
  readonly packageFiles: PackageFilePort;
  readonly packageFollowUp: PackageFollowUp;
  readonly digest: Pick<Digest, 'sha256'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

export type SendOutcome = { readonly outcome: 'taken'; readonly package: TakenPackage } | PackageRefusal;

/**
 * Reads a package and lets it count as a whole, or not at all. What follows (staging the catalogue, taking results) happens behind it
 * and again with every package, so that one that is sent twice mends what was lost, and brings nothing new.
 */
export async function sendPackage(
  deps: SendDeps,
  input: ConnectionInput & { readonly name: string; readonly bytes: Uint8Array },
): Promise<SendOutcome> {
  const connection = await packageConnection(deps, input);
  const slot = (await deps.packages.findSlot(connection.connectionId)) ?? emptySlot(connection);
  const reading = await deps.packageFiles.read(input.bytes);
  if (reading.outcome === 'refused') return refuse(deps, { slot, name: input.name, refusal: reading });
  const { contents } = reading;
  const before = await dataOf(deps.packages, slot).catch((error: unknown) => {
    // Another package took its place while this one was read.
    throw error instanceof AdapterFailure ? new ConnectionChanged() : error;
  });
  const merged = mergePackage(before, contents.files);
  if ('findings' in merged) {
    return refuse(deps, { slot, name: input.name, refusal: refusedPackage(merged.findings) });
  }
  const kept = await keep(deps, slot, merged.data);
  if (kept === 'too-large') {
    return refuse(deps, { slot, name: input.name, refusal: refusedPackage([{ problem: 'package-large' }]) });
  }
  const taken = takenOf(deps, { ...input, contents, slot, kept });
  const { refused: _, ...rest } = slot;
  const next: PackageSlot = {
    ...{ ...rest, contents: kept, rev: slot.rev + 1 },
    packages: [taken, ...slot.packages].slice(0, mostPackagesListed),
  };
  const outcome = await deps.packages.saveSlot(next);
  await dropUnused(deps, { before: slot, after: kept, isLost: outcome === 'changed' });
  if (outcome === 'changed') throw new ConnectionChanged();
  await followUp(deps, { connection, contents: kept, packageId: taken.packageId });
  return { outcome: 'taken', package: taken };
}

/** A connection of the caller that takes packages. */
export async function packageConnection(
  deps: Pick<PackageDeps, 'connections'>,
  input: ConnectionInput,
): Promise<Connection> {
  const connection = await ownConnection(deps, input);
  if (connection.kind !== 'oneroster-csv') throw new TakesNoPackages();
  return connection;
}

export const emptySlot = ({ connectionId, providerId }: Connection): PackageSlot => ({
  ...{ connectionId, providerId, contents: {}, packages: [], rev: 0 },
});

/** Only what was wrong is kept, for whoever comes back to the page. */
async function refuse(
  { packages, clock }: SendDeps,
  given: { readonly slot: PackageSlot; readonly name: string; readonly refusal: PackageRefusal },
): Promise<PackageRefusal> {
  const { slot, name, refusal } = given;
  const findings = refusal.findings.slice(0, mostFindingsKept);
  const at = clock.now().toISOString();
  // When another package came meanwhile, its report is the newer one.
  await packages.saveSlot({
    ...slot,
    refused: { name: packageName(name), at, findings, total: refusal.total },
    rev: slot.rev + 1,
  });
  return refusal;
}

type Kept = Partial<Record<RosterFile, KeptFile>>;

async function keep(deps: SendDeps, slot: PackageSlot, data: RosterData): Promise<Kept | 'too-large'> {
  const kept: Kept = {};
  for (const file of rosterFiles) {
    const [rows, before] = [data[file], slot.contents[file]];
    if (!rows) continue;
    const digest = digestOf(deps, rows);
    if (before?.digest === digest) {
      kept[file] = before;
      continue;
    }
    const contentId = deps.ids.uuid();
    if ((await deps.packages.keepRows(slot.connectionId, contentId, rows)) === 'too-large') {
      await dropUnused(deps, { before: slot, after: kept, isLost: true });
      return 'too-large';
    }
    kept[file] = { contentId, digest, rows: rows.length, at: deps.clock.now().toISOString() };
  }
  return kept;
}

/** The same for the same rows in whatever order they were sent. */
function digestOf({ digest }: Pick<SendDeps, 'digest'>, rows: readonly RosterRow[]): string {
  return digest.sha256(
    rows
      .map((row) => JSON.stringify(row))
      .toSorted()
      .join('\n'),
  );
}

function takenOf(
  { clock, ids }: SendDeps,
  given: ConnectionInput & {
    readonly name: string;
    readonly contents: PackageContents;
    readonly slot: PackageSlot;
    readonly kept: Kept;
  },
): TakenPackage {
  const { manifest, files, people } = given.contents;
  return {
    ...{ packageId: ids.uuid(), name: packageName(given.name), version: manifest.version },
    ...(manifest.systemName !== undefined && { systemName: manifest.systemName }),
    ...{ at: clock.now().toISOString(), by: actorOf(given.principal) },
    files: rosterFiles.flatMap((file) => {
      const read = files[file];
      const changed = given.kept[file]?.digest !== given.slot.contents[file]?.digest;
      return read ? [{ file, mode: read.mode, rows: read.rows.length, changed }] : [];
    }),
    ...(people && { people }),
  };
}

/** Of two states of a connection's files, what only the one that does not count holds. */
async function dropUnused(
  { packages }: SendDeps,
  given: { readonly before: PackageSlot; readonly after: Kept; readonly isLost: boolean },
): Promise<void> {
  const { before, after, isLost } = given;
  const [counts, gone] = isLost ? [before.contents, after] : [after, before.contents];
  const used = new Set(Object.values(counts).map(({ contentId }) => contentId));
  for (const { contentId } of Object.values(gone)) {
    if (!used.has(contentId)) await packages.dropRows(before.connectionId, contentId);
  }
}

async function followUp(
  { packageFollowUp }: SendDeps,
  given: { readonly connection: Connection; readonly contents: Kept; readonly packageId: string },
): Promise<void> {
  const { connection, contents, packageId } = given;
  if (contents.classes) await packageFollowUp.readCatalogue(connection);
  // Whoever has taken the results begins the comparison.
  if (contents.results) await packageFollowUp.takeResults(connection, { packageId });
  else if (contents.enrollments) await packageFollowUp.compare(connection);
}

const packageName = (name: string): string => fileNameOf(name, 'paket.zip');
