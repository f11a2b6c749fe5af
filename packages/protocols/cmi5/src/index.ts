export {
  type Au,
  type AuNode,
  type Block,
  type Course,
  type CourseStructure,
  type LaunchMethod,
  launchMethods,
  type MoveOn,
  moveOnRules,
  type Objective,
  type StructureNode,
} from './structure/model.ts';
