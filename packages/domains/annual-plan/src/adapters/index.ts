export { createDecreeRoom } from './decree-room.ts';
