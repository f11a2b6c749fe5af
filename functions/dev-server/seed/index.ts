export { fileMemory } from './file-memory.ts';
export { bootstrapEmail, seed } from './seed.ts';
export type { Seeded } from './seeded.ts';
