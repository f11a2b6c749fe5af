export { fileMemory } from './file-memory.ts';
export { bootstrapEmail, type SeedDeps, type SeedMemory, seed } from './seed.ts';
export type { Seeded, SeededPerson } from './seeded.ts';
