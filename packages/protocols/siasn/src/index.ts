export { createSiasnClient, type SiasnClient } from './client.ts';
export { toSiasnDate } from './dates.ts';
export {
  type Delivered,
  deliver,
  type Order,
  type Rejection,
  type RemoteRecord,
  rejections,
  type There,
} from './deliver.ts';
export { isToCome, mostPoints, type OfficialIndex, officialIndexSchema } from './official-index.ts';
export { type Places, productionPlaces, trainingPlaces } from './places.ts';
export {
  type CourseKind,
  courseKindOfForm,
  courseKinds,
  structuralKindId,
  structuralLevels,
} from './references/index.ts';
export type { Send, SiasnRequest, SiasnResponse } from './send.ts';
export { SiasnRefused, type SiasnTrouble, siasnTroubles } from './siasn-refused.ts';
export { type Account, type Consumer, readTokenEnd, type TokensDeps } from './tokens.ts';
export {
  type CourseTraining,
  type DocumentPath,
  type LeadershipTraining,
  type StoredTraining,
  type Training,
  wholeHours,
} from './training.ts';
