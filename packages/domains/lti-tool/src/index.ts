export { type AccountLink, mostLinks } from './account-link.ts';
export { beginLogin, type LoginDeps } from './begin-login.ts';
export {
  answerChoice,
  type ChoiceDeps,
  type Choosing,
  mostChosen,
  offerCourses,
  readChoosing,
} from './choose-courses.ts';
export { type CoursePass, type CoursePassKind, openCoursePass, sealCoursePass } from './course-pass.ts';
export {
  AccountTaken,
  type LaunchRefusal,
  LaunchRefused,
  PlatformChanged,
  PlatformNotFound,
  PlatformTaken,
  RegistrationEnded,
  RegistrationFailed,
} from './errors.ts';
export { type LinkDeps, type Linking, linkAccount, readLinking } from './link-account.ts';
export { makeRegistrationTicket } from './make-registration-ticket.ts';
export {
  addPlatformByHand,
  type ChangePlatformRequest,
  changePlatform,
  changePlatformSchema,
  findPlatform,
  type PlatformByHand,
  platformByHandSchema,
  removePlatform,
} from './manage-platforms.ts';
export { listMyLinks, type MyLink, removeMyLink } from './my-links.ts';
export { courseOfLaunch, type OpenDeps, type OpenedLaunch, openLaunch } from './open-course.ts';
export type { Attempt, Placement, PlacementGrades } from './placement.ts';
export {
  type ForeignPlatform,
  type ForeignPlatformId,
  mostDeployments,
  mostPlatforms,
} from './platform.ts';
export type {
  AccountLinkStore,
  AddressCheck,
  AttemptStore,
  CourseClosed,
  CourseOpening,
  ForeignPlatformStore,
  LaunchCount,
  OpenCoursePort,
  PlacementStore,
  PlatformSignatures,
  RegistrationDoor,
  RegistrationTicketStore,
  ToolCourse,
  ToolCoursePort,
  ToolSigner,
  ToolVisitStore,
} from './ports.ts';
export { openTicket, type RegisterDeps, registerPlatform } from './register-platform.ts';
export { type RegistrationTicket, registrationSeconds } from './registration-ticket.ts';
export { type MessageDeps, type TakenMessage, takeMessage } from './take-message.ts';
export type { ToolVisit } from './visit.ts';
