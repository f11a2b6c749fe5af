import type { createDutyParts, DutyParts } from './obligation-parts.ts';

/** What people owe, joined with the first fact that may change it. */
export function dutiesLater(given: Parameters<typeof createDutyParts>[0]): () => Promise<DutyParts> {
  let joined: Promise<DutyParts> | undefined;
  return () => {
    joined ??= import('./obligation-parts.ts').then(({ createDutyParts: create }) => create(given));
    return joined;
  };
}
