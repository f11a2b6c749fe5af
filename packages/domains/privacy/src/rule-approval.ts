import type { AgencyId, Brand, PersonId } from '@sinau/kernel';
import * as z from 'zod';

const branded = <Id extends Brand<string>>() => z.custom<Id>((value) => typeof value === 'string');

/** Which version of which rule, for the people of which agency. */
export const approvalKeySchema = z.object({
  ruleId: z.string(),
  version: z.int().positive(),
  agencyId: branded<AgencyId>(),
});
export type ApprovalKey = Readonly<z.infer<typeof approvalKeySchema>>;

/**
 * What operators decided about a rule for one agency: it acts there once a second one has confirmed what the first has
 * proposed, from a date on, until it is withdrawn.
 */
export const ruleApprovalSchema = approvalKeySchema.extend({
  state: z.enum(['proposed', 'confirmed', 'withdrawn']),
  /** The regulation and the decision that the period rests on. */
  basis: z.string(),
  /** `YYYY-MM-DD`, inclusive. */
  validFrom: z.string(),
  proposedBy: branded<PersonId>(),
  proposedAt: z.string(),
  confirmedBy: branded<PersonId>().exactOptional(),
  confirmedAt: z.string().exactOptional(),
  withdrawnBy: branded<PersonId>().exactOptional(),
  withdrawnAt: z.string().exactOptional(),
  rev: z.int().nonnegative(),
});
export type RuleApproval = Readonly<z.infer<typeof ruleApprovalSchema>>;

/** Whether the rule acts on a date (`YYYY-MM-DD`). */
export function isActing(approval: RuleApproval | undefined, date: string): approval is RuleApproval {
  return approval?.state === 'confirmed' && approval.validFrom <= date;
}

export function approvalName({ ruleId, version, agencyId }: ApprovalKey): string {
  return `${ruleId} v${version} ${agencyId}`;
}
