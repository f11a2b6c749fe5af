export { createMinutesRoom } from './minutes-room.ts';
