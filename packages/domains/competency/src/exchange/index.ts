export { frameworksOf } from './frameworks.ts';
export { type PackageTable, tableOfPackage } from './table-of-package.ts';
