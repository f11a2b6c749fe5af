import { type PackageSlot, sendPackage, showPackages, type TakenPackage } from '@sinau/connectors/packages';
import { packageLimits, packageWordsOf, rosterFiles } from '@sinau/rostering/one-roster-package';
import type { PackagesPorts, PackagesView } from '@sinau/web';
import type { PortalDeps } from './deps.ts';

/** Packages of connections for the pages of authors; whose they are comes from the session alone. */
export function joinPackages({ tables }: Pick<PortalDeps, 'tables'>): PackagesPorts {
  return {
    maxBytes: packageLimits.file,
    packagesOf: async (principal, connectionId) =>
      viewOf(await showPackages(await tables(), { principal, connectionId })),
    send: async (principal, connectionId, file) =>
      void (await sendPackage(await tables(), { principal, connectionId, ...file })),
  };
}

function viewOf({ contents, packages, refused }: PackageSlot): PackagesView {
  return {
    counts: rosterFiles.flatMap((file) => {
      const kept = contents[file];
      return kept ? [{ file, rows: kept.rows, at: kept.at }] : [];
    }),
    packages: packages.map(takenView),
    ...(refused && {
      refused: {
        ...refused,
        findings: refused.findings.map(({ problem, ...at }) => ({ ...at, ...packageWordsOf({ problem }) })),
      },
    }),
  };
}

function takenView({ packageId: _, by: __, ...shown }: TakenPackage) {
  return shown;
}
