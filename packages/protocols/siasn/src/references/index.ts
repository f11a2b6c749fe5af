export {
  type CourseKind,
  courseKindOf,
  courseKindOfForm,
  courseKinds,
  structuralKindId,
} from './course-kinds.ts';
export { documentKinds } from './documents.ts';
export { structuralLevels } from './structural-levels.ts';
