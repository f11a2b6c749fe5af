export { changeDispatch } from './change-dispatch.ts';
export { createDispatch } from './create-dispatch.ts';
export {
  type ChangeDispatchRequest,
  type CreateDispatchRequest,
  changeDispatchSchema,
  createDispatchSchema,
  type Dispatch,
  type DispatchLearner,
  isOver,
  maxDispatches,
} from './dispatch.ts';
export { DispatchClosed, DispatchesFull, DispatchNotFound, PassEnded } from './errors.ts';
export { keyOf } from './key.ts';
export { noteFinished } from './note-finished.ts';
export { type GuestPass, openPass, type PassKind, sealPass } from './pass.ts';
export type { DispatchCourse, DispatchCoursePort, DispatchStore } from './ports.ts';
export { getDispatch, listDispatches } from './read-dispatches.ts';
export { type OpenedDispatch, startDispatch } from './start-dispatch.ts';
