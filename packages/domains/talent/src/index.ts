export {
  type Axes,
  type Box,
  boxOf,
  type FollowUp,
  followUps,
  type Performance,
  type Potential,
  type Predicate,
  performances,
  potentials,
  predicates,
} from './box.ts';
export { OwnTalent, TalentChanged, TalentNotFound } from './errors.ts';
export type { MemberDirectory, TalentMember, TalentStore } from './ports.ts';
export {
  type Rating,
  type RatingRequest,
  ratingRequestSchema,
  type Thresholds,
  thresholdsSchema,
  withdrawalSchema,
} from './rating.ts';
export {
  listPlace,
  type PlaceCount,
  readPlaces,
  readTalent,
  readThresholds,
  talentOf,
} from './read-talent.ts';
export { recordRating, setThresholds, type TalentDeps, withdrawRating } from './record-rating.ts';
export { quadrantIds, sideIds } from './siasn-ids.ts';
export { type ListOutcome, listColumns, listHeads, mostListRows, takeList } from './take-list.ts';
