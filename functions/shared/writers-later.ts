import { later } from './later.ts';
import type { LmsWriters } from './lms-writers.ts';
import type { Lrs, LrsEnvironment } from './open-lrs.ts';
import type { Parts } from './parts.ts';

/** The record store, opened when it is first asked for. One per process, since its horizon must know of every write. */
export function lrsLater(parts: Parts, env: LrsEnvironment): () => Promise<Lrs> {
  let opened: Promise<Lrs> | undefined;
  return () => {
    opened ??= import('./open-lrs.ts').then(({ openLrs }) => openLrs(parts, env));
    return opened;
  };
}

/** The record store is opened with the first write: few requests of a door make one. */
export function writersLater(lrs: () => Promise<Lrs>, issuer: string): LmsWriters {
  const opened = async () => (await import('./lms-writers.ts')).createLmsWriters(await lrs(), issuer);
  return {
    records: later(async () => (await opened()).records),
    documents: later(async () => (await opened()).documents),
  };
}
