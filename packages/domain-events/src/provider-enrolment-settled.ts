import * as z from 'zod';
import { envelope } from './envelope.ts';

/** Why an enrolment at a provider waits, or is over. Whoever tells people of it has words for each. */
export const providerEnrolmentReasons = [
  // Passing: it is tried again.
  'unreachable',
  'connection-broken',
  // It asked us to come more slowly.
  'busy',
  'paused',
  'full',
  'account-missing',
  'account-unconfirmed',
  'earlier-leaving',
  // The provider has taken it and does not show it.
  'unconfirmed',
  // For good.
  'course-missing',
  'refused-by-provider',
  // The provider ends the way on which its course has come.
  'connection-ending',
  'too-late',
  'left',
  'handed-over',
  'not-undone',
] as const;
export type ProviderEnrolmentReason = (typeof providerEnrolmentReasons)[number];

/** A provider has enrolled somebody, or it will not; then the enrolment ends. From connectors. */
export const providerEnrolmentSettledSchema = z.object({
  ...envelope,
  type: z.literal('provider-enrolment-settled'),
  registration: z.uuid(),
  personId: z.string(),
  courseId: z.string(),
  providerId: z.string(),
  outcome: z.enum(['confirmed', 'refused', 'timed-out']),
  /** Code of why not. */
  reason: z.string().exactOptional(),
  /** What the provider has said to that; one line of plain text. */
  said: z.string().exactOptional(),
});
export type ProviderEnrolmentSettled = z.infer<typeof providerEnrolmentSettledSchema>;
