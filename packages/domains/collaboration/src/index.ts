export { type AgencySums, isOfYear, type PairSums, sumPairs } from './agency-sums.ts';
export {
  NoPartner,
  NotNow,
  OwnText,
  PairChanged,
  PairExists,
  PairNotFound,
  SessionOverlaps,
  SessionUnfit,
  TextChanged,
  TooManyInvitations,
} from './errors.ts';
export { erasedWords, forgetPerson, isForgotten, sharedWith } from './forget-person.ts';
export { invite, mostInvitations, movePair, type PairDeps, type PairStep } from './invite.ts';
export {
  formOf,
  isLive,
  otherSide,
  type Pair,
  type PairId,
  type PairKind,
  type PairState,
  type Party,
  pairKinds,
  type Side,
  sideOf,
  sides,
} from './pair.ts';
export type {
  Membership,
  PairStore,
  PersonPlace,
  PlaceDirectory,
  SessionPlace,
  TurnPlace,
} from './ports.ts';
export {
  listOwnPairs,
  type OwnPair,
  type PairTrace,
  readOwnPair,
  readOwnSession,
  readTeamTraces,
  type SessionTrace,
  tracesOf,
  waitsForReader,
} from './read-pairs.ts';
export { type Rule, ruleOn, rules } from './rule.ts';
export { type PairTeller, runTurns } from './run-turns.ts';
export {
  dayOf,
  minutesOf,
  type Session,
  type SessionId,
  type SessionState,
  type SessionText,
  type Signature,
  sessionOfShare,
  shareIdOf,
} from './session.ts';
export { titleOf } from './teaching.ts';
export {
  changeSession,
  confirmSession,
  waitsFor,
  withdrawSession,
  writeSession,
} from './write-session.ts';
