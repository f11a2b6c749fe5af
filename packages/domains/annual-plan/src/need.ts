import * as z from 'zod';
import { standingKinds } from './standing.ts';
import { lineOfText, textOfLines } from './text.ts';

/**
 * Why something is planned. The first two are the law's (PP 11/2017 Ps 206: competency gap, performance gap); citizens and new rules are
 * added by this platform and told as such.
 */
export const sources = ['competency-gap', 'performance-gap', 'citizens', 'new-rule'] as const;
export type Source = (typeof sources)[number];
export const isStatutory = (source: Source): boolean =>
  source === 'competency-gap' || source === 'performance-gap';

const count = z.int().min(0);

/** People of the agency who are short of a competency, of those who were assessed; `points`: all gaps together. */
const gapSchema = z.strictObject({
  kind: z.literal('competency'),
  competencyId: z.string().min(1).max(64),
  name: z.record(z.string(), z.string()),
  ...{ short: count, assessed: count, points: count },
  /** Of one unit with those below it; absent: of the whole agency. */
  unit: z.strictObject({ unitId: z.string(), name: z.string() }).exactOptional(),
});
export type GapBasis = Readonly<z.infer<typeof gapSchema>>;

/** One element of a survey of a service that is low by a rule (`signal-rule.ts`). `mean` in hundredths, 100 to 400. */
const surveySchema = z.strictObject({
  kind: z.literal('survey'),
  ...{ serviceId: z.string(), service: z.string(), surveyId: z.string(), element: z.string() },
  ...{ subject: z.string(), answers: count, mean: z.int(), rule: z.string() },
});

/** Complaints about a service of one theme in a year, as everybody may know them. */
const complaintSchema = z.strictObject({
  kind: z.literal('complaints'),
  ...{ serviceId: z.string(), service: z.string(), theme: z.string(), year: z.int() },
  ...{ count, handled: count },
});
export type ComplaintBasis = Readonly<z.infer<typeof complaintSchema>>;

/** What was promised at a public consultation and has to be learned for. */
const commitmentSchema = z.strictObject({
  kind: z.literal('commitment'),
  ...{ forumId: z.string(), forum: z.string(), commitmentId: z.string() },
  ...{ topic: z.string(), text: z.string(), unit: z.string(), due: z.string() },
});
export type CommitmentBasis = Readonly<z.infer<typeof commitmentSchema>>;

/** People of a unit or a group of posts who were below what was expected of them; of nobody too few (`standing.ts`). */
const standingSchema = z.strictObject({
  kind: z.literal('standing'),
  by: z.enum(standingKinds),
  id: z.string(),
  /** Of the unit, as it was called then. */
  name: z.string().exactOptional(),
  ...{ rated: count, below: count, year: z.int(), rule: z.string() },
});

/** A rule of the agency's register, as it stood. */
const newRuleSchema = z.strictObject({
  kind: z.literal('new-rule'),
  ...{ ruleId: z.string(), title: z.string(), number: z.string(), inForceFrom: z.string() },
  asks: z.string().exactOptional(),
  posts: z.array(z.string()).readonly(),
  units: z.array(z.strictObject({ unitId: z.string(), name: z.string() })).readonly(),
  subject: z.string(),
});

/** What was written down by hand. */
export const noteBasisSchema = z.discriminatedUnion('kind', [
  /** A result that stays behind its target. */
  z.strictObject({
    kind: z.literal('performance'),
    title: lineOfText(3, 160),
    detail: textOfLines(5, 1_000),
  }),
  /** A rule that asks for something new. */
  z.strictObject({
    kind: z.literal('rule'),
    title: lineOfText(3, 160),
    legalBasis: lineOfText(3, 160),
    detail: textOfLines(5, 1_000).exactOptional(),
  }),
]);
export type NoteBasis = Readonly<z.infer<typeof noteBasisSchema>>;

/** What is counted or promised, in the words in which it stands elsewhere. */
export const countedBasisSchema = z.union([
  gapSchema,
  surveySchema,
  complaintSchema,
  commitmentSchema,
  standingSchema,
  newRuleSchema,
]);
export type Basis = Readonly<z.infer<typeof countedBasisSchema>> | NoteBasis;

/** What an item answers, in the words and numbers of the day on which it was taken into the plan. */
export interface Need {
  /** Of the signal it came from. */
  readonly signalId: string;
  readonly basis: Basis;
  /** ISO 8601 UTC. */
  readonly at: string;
}

const sourceOfKind: Readonly<Record<Basis['kind'], Source>> = {
  competency: 'competency-gap',
  performance: 'performance-gap',
  survey: 'citizens',
  complaints: 'citizens',
  commitment: 'citizens',
  rule: 'new-rule',
  standing: 'performance-gap',
  'new-rule': 'new-rule',
};

export const sourceOf = ({ kind }: Basis): Source => sourceOfKind[kind];
