import { later } from './later.ts';
import type { LmsWriters } from './lms-writers.ts';
import type { Lrs } from './open-lrs.ts';

/** The record store is opened with the first write: few requests of a door make one. */
export function writersLater(lrs: () => Promise<Lrs>, issuer: string): LmsWriters {
  const opened = async () => (await import('./lms-writers.ts')).createLmsWriters(await lrs(), issuer);
  return {
    records: later(async () => (await opened()).records),
    documents: later(async () => (await opened()).documents),
  };
}
