import type { AgencyId, Brand, LocalDate, PersonId } from '@sinau/kernel';
import * as z from 'zod';
import { lineOfText, textOfLines } from './text.ts';

export type RuleId = Brand<'RuleId'>;

/** Several of one kind, each once. */
const several = (schema: z.ZodString, most: number) =>
  z
    .array(schema)
    .max(most)
    .refine((all) => new Set(all).size === all.length, { message: 'must name each once' });

/** A rule that asks of people what they have not learned yet, and whom it touches: nobody named means the whole agency. */
export const ruleRequestSchema = z.strictObject({
  title: lineOfText(3, 160),
  /** As it is cited: `Perpres 95/2018`. */
  number: lineOfText(3, 160),
  inForceFrom: z.iso.date(),
  /** What it asks people to be able to. */
  asks: textOfLines(5, 1_000).exactOptional(),
  /** Groups of posts: families, or levels of functional posts. */
  posts: several(z.string().regex(/^[a-z-]{2,40}$/), 20),
  unitIds: several(z.string().min(1).max(64), 50),
  /** Field of the catalogue. */
  subject: z.string().regex(/^[a-z-]{2,40}$/),
});
export type RuleRequest = Readonly<z.infer<typeof ruleRequestSchema>>;

/** A rule in the register of an agency. */
export interface NewRule extends RuleRequest {
  readonly agencyId: AgencyId;
  readonly ruleId: RuleId;
  /** It is a need no more, and why; taken back at any time. */
  readonly closed?: { readonly reason: string; readonly by: PersonId; readonly at: string };
  readonly changedBy: PersonId;
  /** ISO 8601 UTC. */
  readonly changedAt: string;
  readonly rev: number;
}

/** More are an archive of law and no list of what is new. */
export const mostRules = 300;

/** It asks for learning in the plan of each year until somebody closes it: from the year in which it comes into force. */
export const asksIn = ({ closed, inForceFrom }: NewRule, year: number): boolean =>
  closed === undefined && inForceFrom <= (`${year}-12-31` satisfies LocalDate);

export const ruleSignalId = (ruleId: RuleId): string => `rule:${ruleId}`;
