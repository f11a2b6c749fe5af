export {
  type ClassificationList,
  type ClassificationRow,
  certificationKindList,
  coreValueList,
  courseFieldList,
  digitalPillarList,
  type Mark,
  namesIn,
  offeredIn,
} from './lists.ts';
