import { type PackageSlot, sendPackage, showPackages, type TakenPackage } from '@sinau/connectors/packages';
import { type PackageFinding, packageWordsOf, rosterFiles } from '@sinau/rostering/one-roster-package';
import type { TableDesk } from '../shared/table-parts.ts';

type Input<Work extends (deps: never, input: never) => unknown> = Parameters<Work>[1];

export async function shown(desk: TableDesk, input: Input<typeof showPackages>) {
  const { contents, packages, refused }: PackageSlot = await showPackages(desk, input);
  return {
    files: rosterFiles.flatMap((file) => {
      const kept = contents[file];
      return kept ? [{ file, rows: kept.rows, changedAt: kept.at }] : [];
    }),
    packages: packages.map(takenView),
    ...(refused && { refused: { ...refused, findings: refused.findings.map(findingView) } }),
  };
}

export async function sent(desk: TableDesk, input: Input<typeof sendPackage>) {
  const done = await sendPackage(desk, input);
  if (done.outcome === 'taken') return { status: 202 as const, body: takenView(done.package) };
  const { outcome, total, findings } = done;
  return { status: 422 as const, body: { outcome, total, findings: findings.map(findingView) } };
}

const takenView = ({ by: _, ...taken }: TakenPackage) => taken;
const findingView = (finding: PackageFinding) => ({ ...finding, ...packageWordsOf(finding) });
