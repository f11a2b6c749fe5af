import * as z from 'zod';
import { lineOfText, textOfLines } from './text.ts';

/**
 * Why something is planned. The first two are the law's (PP 11/2017 Ps 206: competency gap, performance gap); citizens and new rules are
 * added by this platform and told as such.
 */
export const sources = ['competency-gap', 'performance-gap', 'citizens', 'new-rule'] as const;
export type Source = (typeof sources)[number];
export const isStatutory = (source: Source): boolean =>
  source === 'competency-gap' || source === 'performance-gap';

/** Where a need can be looked at again. */
export const referenceSchema = z.discriminatedUnion('kind', [
  /** People of the agency who are short of a competency. */
  z.strictObject({ kind: z.literal('competency'), competencyId: z.string().min(1).max(64) }),
  /** One element of a survey of a service. */
  z.strictObject({
    kind: z.literal('survey'),
    serviceId: z.string().min(1).max(64),
    surveyId: z.string().min(1).max(64),
    element: z.string().min(1).max(8),
  }),
  /** Something that was written down by hand. */
  z.strictObject({ kind: z.literal('note'), signalId: z.string().min(1).max(120) }),
]);
export type Reference = Readonly<z.infer<typeof referenceSchema>>;

/** What an item answers, in the words and numbers of the day on which it was taken into the plan. */
export const needSchema = z.strictObject({
  source: z.enum(sources),
  title: lineOfText(3, 200),
  detail: textOfLines(0, 1_000),
  /** Of the signal it came from: a signal is taken once a year. */
  signalId: z.string().min(1).max(120),
  reference: referenceSchema,
});
export type Need = Readonly<z.infer<typeof needSchema>>;
