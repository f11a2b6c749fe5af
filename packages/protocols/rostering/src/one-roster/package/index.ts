export {
  type FileMode,
  type RosterData,
  type RosterFile,
  type RosterRow,
  rosterFiles,
} from './files.ts';
export { packageLimits } from './limits.ts';
export { mergePackage } from './merge.ts';
export { type PackageFinding, packageProblems, packageWordsOf } from './problems.ts';
export {
  type PackageArchive,
  type PackageContents,
  type PackageReading,
  type PackageRefusal,
  readPackage,
  refusedPackage,
} from './read-package.ts';
export { catalogueOf, resultCells, rosterOf, type ScoreOfRows, scoresOf } from './read-roster.ts';
