export { createMaterialRoom } from './material-room.ts';
