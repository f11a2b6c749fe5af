export { type Anchor, anchorSchema, hashOfAnchor, nextAnchor, readAnchors } from './anchor.ts';
export { type AnchorDeps, anchorChains } from './anchor-chains.ts';
export { type ChainSource, type Finding, type Flaw, flaws, type Link } from './chain.ts';
export { type Check, checkSchema } from './check.ts';
export { checkAll } from './check-all.ts';
export { ChainNotFound } from './errors.ts';
export { hashOfLine, type Line } from './line.ts';
export { noteAct } from './note-act.ts';
export { noteOfficeAct } from './note-office-act.ts';
export { noteReading } from './note-reading.ts';
export type { AnchorStore, CheckStore, LinePage, ReadingLog, SeenLately } from './ports.ts';
export { keptDays, pruneChains } from './prune-chains.ts';
export { listChains, pullAnchors, pullLines } from './pull-lines.ts';
export {
  type About,
  type ActGround,
  type ActKind,
  type Actor,
  actKinds,
  isOfficeAct,
  type LineKind,
  lineKinds,
  type Purpose,
  purposes,
  type Reader,
  type Reading,
  readerOf,
} from './reading.ts';
export { askCheck, runCheck } from './run-check.ts';
