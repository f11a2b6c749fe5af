export type { ObjectInfo, ObjectStore } from './object-store.ts';
