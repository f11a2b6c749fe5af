export type { KeptFile, PackageSlot, RefusedPackage, TakenPackage } from './package-slot.ts';
export type { PackageFilePort, PackageFollowUp, PackageStore } from './ports.ts';
export { type PackageDeps, type SendOutcome, sendPackage } from './send-package.ts';
export { showPackages } from './show-packages.ts';
export { takePackageResults } from './take-package-results.ts';
