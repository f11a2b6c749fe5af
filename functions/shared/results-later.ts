import type { Lrs } from './open-lrs.ts';
import type { Parts } from './parts.ts';
import type { ResultEnv, ResultParts } from './result-parts.ts';

/** What results need, joined when the first one comes. */
export function resultsLater(given: {
  readonly parts: Parts;
  readonly lrs: () => Promise<Lrs>;
  readonly env: ResultEnv;
}): () => Promise<ResultParts> {
  let joined: Promise<ResultParts> | undefined;
  return () => {
    joined ??= import('./result-parts.ts').then(({ createResultParts }) => createResultParts(given));
    return joined;
  };
}
