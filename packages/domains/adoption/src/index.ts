export { joinBoard, leaveBoard, type OwnBoard, readBoard, setBoard } from './boards/boards.ts';
export type { BoardDirectory, BoardStore } from './boards/ports.ts';
export { type Champion, championTermsSchema } from './champions/champion.ts';
export type { ChampionDirectory, ChampionStore } from './champions/ports.ts';
export {
  answerChampion,
  type ChampionDeps,
  championsFor,
  championToAsk,
  changeChampion,
  followChampion,
  listChampions,
  nameChampion,
  oneChampionFor,
  ownChampion,
  stopChampion,
  takeBackChampion,
} from './champions/serve.ts';
export {
  AdoptionForbidden,
  AdoptionNotFound,
  ExperimentChanged,
  HabitChanged,
  NoUnit,
  TooManyPledges,
  UnfitChampion,
  UnfitPledge,
  UnitHasEnough,
} from './errors.ts';
export { type PledgeId, pledgeRequestSchema } from './habits/pledge.ts';
export { letPledgeGo, makePledge, renewPledge, sharePledge } from './habits/pledges.ts';
export type { HabitDirectory, HabitStore } from './habits/ports.ts';
export {
  forgetAway,
  hideRhythm,
  noteAway,
  type OwnPledge,
  pledgesForTeam,
  pledgesInTeam,
  readHabits,
  readRhythm,
} from './habits/read-habits.ts';
export type { SignerOf } from './nudges/assign.ts';
export type { Effect } from './nudges/effect.ts';
export {
  experimentRequestSchema,
  leastShare,
  mostShare,
  type NudgeKind,
  nudgeKinds,
  usualShare,
  usualWindows,
} from './nudges/experiment.ts';
export { startExperiment, stopExperiment } from './nudges/manage-experiments.ts';
export type { LearningFacts, NudgedPerson, NudgeStore, NudgeTeller } from './nudges/ports.ts';
export { type ExperimentEffect, type KindEffects, readEffects } from './nudges/read-effects.ts';
export { type NudgeDeps, runNudges, startNudges } from './nudges/run-nudges.ts';
export { settleOutcomes } from './nudges/settle-outcomes.ts';
export { type TeamAction, type TeamFacts, type TeamWeek, teamActions, teamWeekOf } from './team/team-week.ts';
