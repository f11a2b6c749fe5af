export { createRegistrationDoor } from './registration-door.ts';
