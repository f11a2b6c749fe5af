import type { ExternalResult } from '@sinau/rostering';
import * as z from 'zod';
import type { SentPayload } from './sent-payload.ts';
import type { SentResult } from './take-many.ts';

/** One item of a message of a provider (docs/provider-results.md). Members that are not known are not read. */
const itemSchema = z.object({
  id: z.string().min(1).max(200).exactOptional(),
  course: z.string(),
  learner: z.object({ subject: z.string().exactOptional(), id: z.string().exactOptional() }),
  occurredAt: z.iso.datetime({ offset: true }),
  score: z
    .object({ given: z.number(), maximum: z.number(), final: z.boolean().default(true) })
    .exactOptional(),
  completion: z.object({ completed: z.boolean(), passed: z.boolean().exactOptional() }).exactOptional(),
  credential: z
    .object({
      number: z.string(),
      url: z.string().exactOptional(),
      issuedOn: z.iso.date().exactOptional(),
    })
    .exactOptional(),
});
type Item = z.output<typeof itemSchema>;

export const messageSchema = z.object({ results: z.array(z.unknown()).min(1).max(100) });

/**
 * The results of one item: a score, a completion and a credential that are said together are three. Undefined for what has another
 * shape. An item without an id of its own gets one of the message, which a repeated message has again.
 */
export function resultsIn(
  item: unknown,
  from: { readonly fallbackId: string; readonly sent: SentPayload },
): readonly SentResult[] | undefined {
  const read = itemSchema.safeParse(item);
  if (!read.success) return undefined;
  const { data } = read;
  const { fallbackId, sent } = from;
  const results = resultsOf(data, data.id ?? fallbackId).map((result) => ({ result, sent }));
  return results.length > 0 ? results : undefined;
}

function resultsOf(item: Item, eventId: string): readonly ExternalResult[] {
  const { course, learner, occurredAt, score, completion, credential } = item;
  const about = {
    ...{ externalCourseId: course, occurredAt, eventId },
    ...(learner.id !== undefined && { externalLearnerId: learner.id }),
    ...(learner.subject !== undefined && { subject: learner.subject }),
  };
  return [
    ...(score
      ? [
          {
            ...about,
            ...{ kind: 'score' as const, given: score.given, maximum: score.maximum, isFinal: score.final },
          },
        ]
      : []),
    ...(completion ? [{ ...about, kind: 'completion' as const, ...completion }] : []),
    ...(credential ? [{ ...about, kind: 'credential' as const, ...credential }] : []),
  ];
}
