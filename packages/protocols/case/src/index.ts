export type { CFAssociation, CFItem, CFPackage, CFRubric } from './model.ts';
export { type PackageReading, type ReadCompetency, readPackage } from './read-package.ts';
export { type StatusReason, statusInfo } from './status-info.ts';
export {
  documentId,
  type Framework,
  type FrameworkCompetency,
  type Naming,
  packageOf,
} from './write-package.ts';
