export { AskedTooSoon, FactsChanged, OfficialNotRead } from './errors.ts';
export type { RecognisedLine } from './evidence.ts';
export { type OwnFacts, ownFactsSchema } from './facts.ts';
export {
  type Band,
  type Component,
  type Dimension,
  type Education,
  educations,
  type PostKind,
  type Predicate,
  postKinds,
  predicates,
  type Sanction,
  sanctions,
} from './formula.ts';
export {
  type LookOutcome,
  type OfficialIndex,
  type OfficialLook,
  type OfficialStore,
  takeOfficial,
} from './official.ts';
export type { FactsStore } from './ports.ts';
export { type OwnIndex, readIndex } from './read-index.ts';
export {
  askForOfficial,
  asksAgainAt,
  type Difference,
  differencesOf,
  type OfficialYear,
  readOfficial,
} from './read-official.ts';
export { forgetFacts, setFacts } from './set-facts.ts';
