export { agencyOf } from './authority.ts';
export {
  changeSettings,
  confirmSealer,
  enterActivation,
  readSettings,
  resumeSealing,
  type SealSettingsChange,
  type SettingsDeps,
} from './change-settings.ts';
export { countSeals, triable, tryAgain, tryAllAgain } from './decide-rows.ts';
export { SealAddressRefused, SealChanged, SealNotFound, SealNotReady, SealPasswordNeeded } from './errors.ts';
export type { SealDocuments, SealedFiles, SealRowStore, SealStore } from './ports.ts';
export { downloadSealed, readSeal, type SealStanding, type SealTold } from './read-seal.ts';
export { requestSeal } from './request-seal.ts';
export { type SealDueDeps, type SealRun, sealDue } from './seal-due.ts';
export {
  documentKinds,
  type SealReason,
  type SealRef,
  type SealRow,
  type SealState,
  sealStates,
} from './seal-row.ts';
export type { Sealer } from './sealer.ts';
export { isOpen, lacksOf, type SealSettings, type SealTrial } from './settings.ts';
export { orderTrial, runTrial, type TrialDeps } from './try-seal.ts';
export { type WatchedSeal, watchSeals } from './watch-seals.ts';
