export { createMeetingMaterialRoom } from './meeting-material-room.ts';
