import type { AgencyId, LocalDate, PersonId } from '@sinau/kernel';
import * as z from 'zod';
import type { Maker, ObligationId } from '../obligation.ts';
import { textOfLines } from '../text.ts';

const reason = textOfLines(5, 300);

/** What an agency may decide for one person: they owe nothing, for a time or for good, or have another last day. */
export const exceptionRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('exempt'),
    reason,
    /** Its last day; absent: as long as the obligation lasts. */
    until: z.iso.date().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('later-day'), reason, dueOn: z.iso.date() }),
]);
export type ExceptionRequest = z.infer<typeof exceptionRequestSchema>;

/** `undone`: taken back by the agency; `over`: its time has passed. */
export const exceptionStates = ['open', 'undone', 'over'] as const;
export type ExceptionState = (typeof exceptionStates)[number];

export interface ExceptionPlace {
  readonly personId: PersonId;
  readonly obligationId: ObligationId;
}

/** What holds for one person of an obligation instead of what holds for everybody; one at a time. Times are ISO 8601 UTC. */
export type DutyException = ExceptionPlace & {
  readonly agencyId: AgencyId;
  readonly state: ExceptionState;
  /** Of the agency, which the person reads. */
  readonly reason: string;
  readonly changedAt: string;
  readonly changedBy: Maker;
  /** Counts the writes; each is kept. */
  readonly rev: number;
} & (
    | {
        readonly kind: 'exempt';
        readonly until?: LocalDate;
        /** When that day is over where the person is. */
        readonly endsAt?: string;
      }
    /** Of one round. */
    | { readonly kind: 'later-day'; readonly period: string; readonly dueOn: LocalDate }
  );

/** Whether somebody owes nothing at that moment. */
export const isExempt = (exception: DutyException | undefined, now: Date): boolean =>
  exception?.kind === 'exempt' &&
  exception.state === 'open' &&
  (exception.endsAt === undefined || exception.endsAt > now.toISOString());

/** The other last day of a round; undefined where none was given. */
export const laterDay = (exception: DutyException | undefined, period: string): LocalDate | undefined =>
  exception?.kind === 'later-day' && exception.state === 'open' && exception.period === period
    ? exception.dueOn
    : undefined;
