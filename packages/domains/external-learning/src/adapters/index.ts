export { createEvidenceRoom } from './evidence-room.ts';
