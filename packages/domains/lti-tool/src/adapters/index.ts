export { createGradeServices, type GradeServicesDeps } from './grade-services.ts';
export { createRegistrationDoor } from './registration-door.ts';
