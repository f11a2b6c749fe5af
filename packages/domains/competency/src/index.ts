export {
  type AssessDeps,
  assess,
  declareOwn,
  forgetOwn,
  recordAssessment,
  withdrawAssessment,
  withdrawRecorded,
} from './assess.ts';
export { type AssessedItem, assessMany, mostAssessedTogether } from './assess-many.ts';
export {
  type Assessment,
  type AssessmentRequest,
  assessmentName,
  assessmentRequestSchema,
  type Method,
  methods,
  ownWordSchema,
} from './assessment.ts';
export { hasSupervisor, memberOf, type Office, officeOf, recordingOffice } from './authority.ts';
export { listClosed } from './closed.ts';
export {
  type Competency,
  type CompetencyId,
  codeSchema,
  competencyOn,
  type Family,
  type HeldLevel,
  type Level,
  type TechnicalCompetency,
  type TechnicalRequest,
  technicalId,
  technicalRequestSchema,
} from './competency.ts';
export type { CountedPerson, KeptClosing } from './counted.ts';
export {
  type Dictionary,
  describeTechnical,
  dictionaryOf,
  listTechnical,
  readTechnical,
  retireTechnical,
} from './dictionary.ts';
export {
  CompetencyChanged,
  CompetencyFull,
  CompetencyNotFound,
  MoveNotAllowed,
  UnknownCompetency,
  WrongDay,
} from './errors.ts';
export {
  countFollowUps,
  type FollowList,
  followLists,
  listFollowUps,
  overdueSince,
  placePlan,
} from './follow-up.ts';
export { type Compared, type Comparison, compare, type Match, type Standing } from './gap.ts';
export { gapClosedBy } from './gap-closed.ts';
export {
  type CellStanding,
  type CompetencyMap,
  type Concerned,
  type ConcernedPlace,
  cellStandings,
  listConcerned,
  type MapCell,
  type MapPart,
  readMap,
} from './map.ts';
export {
  bandOf,
  type MatchBand,
  type MatchRule,
  type MatchUse,
  matchBands,
  matchRequestSchema,
  matchUses,
  practiceRule,
} from './match-rule.ts';
export { nationalCompetencies, nationalIds } from './national-dictionary.ts';
export { changeItem, moveItem, type PlanDeps, proposeItem } from './plan.ts';
export {
  type ItemId,
  type ItemState,
  itemStates,
  type Move,
  movesOf,
  type PlanForm,
  type PlanItem,
  planForms,
  planRequestSchema,
} from './plan-item.ts';
export type {
  CountStore,
  PersonStore,
  StaffDirectory,
  StaffMember,
  StandardStore,
  TeachingStore,
  UnitDirectory,
} from './ports.ts';
export { priorityRule } from './priority.ts';
export {
  type Profile,
  type ProfileDeps,
  readProfile,
  readStanding,
  readTeam,
  type StaffStanding,
  type TeamRow,
} from './profile.ts';
export { type OfferedCourse, type Recommendation, recommendFor, recommendForUnit } from './recommend.ts';
export { type RecountDeps, recountPerson, type WalkDeps, walkAgencies } from './recount.ts';
export { type BandsView, matchRulesOf, readBands, setBands, withdrawBands } from './set-bands.ts';
export {
  type Criticality,
  groupKey,
  groupOf,
  type PositionStandard,
  type Post,
  type PostGroup,
  type PostKey,
  postGroups,
  type StandardInForce,
  type StandardRequest,
  standardRequestSchema,
  titleKey,
} from './standard.ts';
export { listStandards, readStandard, setStandard, withdrawStandard } from './standards.ts';
export { setTeaching } from './teach.ts';
export { type CourseTeaching, type Taught, teachingRequestSchema } from './teaching.ts';
