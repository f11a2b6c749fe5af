import type { PersonId } from '@sinau/kernel';
import * as z from 'zod';
import { educations, postKinds, predicates, sanctions } from './formula.ts';

/** What a person says of themselves. Strict: there is no other field (case D1). Absent: not told. */
export const ownFactsSchema = z.strictObject({
  postKind: z.enum(postKinds).exactOptional(),
  education: z.enum(educations).exactOptional(),
  predicate: z.enum(predicates).exactOptional(),
  sanction: z.enum(sanctions).exactOptional(),
  /** Leadership training for the level of the post. */
  leadership: z.boolean().exactOptional(),
  /** Functional training, or a post that counts as having it. */
  functional: z.boolean().exactOptional(),
});
export type OwnFacts = Readonly<z.infer<typeof ownFactsSchema>>;

export interface KeptFacts {
  readonly personId: PersonId;
  readonly facts: OwnFacts;
  readonly changedAt: string;
  /** Counts the changes, from 1; a writer names the one it has read. */
  readonly rev: number;
}
