import type { PersonId } from '@sinau/kernel';
import { isIn, type Member } from './audience/audience.ts';
import { type Duty, isOpen, type ReleaseReason } from './duty/duty.ts';
import { keepDuties } from './duty/keep-duty.ts';
import { type RefreshDeps, refreshDuty } from './duty/refresh-duty.ts';
import { releaseDuty } from './duty/release-duty.ts';
import type { Obligation } from './obligation.ts';
import type { ObligationStore } from './ports.ts';

export interface FollowPersonDeps extends RefreshDeps {
  readonly obligations: Pick<ObligationStore, 'find' | 'listOf'>;
}

/**
 * Somebody came, moved, changed or left: from now on they owe what the obligations ask of whoever they are today. It looks at
 * nothing that was before, so that changes in any order, told once or again, come to the same.
 */
export async function followPerson(
  deps: FollowPersonDeps,
  personId: PersonId,
): Promise<{ readonly given: number; readonly released: number }> {
  const member = await deps.members.memberOf(personId);
  const obligations = member ? await deps.obligations.listOf(member.agencyId) : [];
  const owing = obligations.filter((one) => one.state !== 'ended' && member && isIn(one.audience, member));
  const released = await releaseOthers(deps, personId, { member, owing });
  let given = 0;
  for (const obligation of owing) {
    if (member) given += await keepDuties(deps, { obligation, member });
  }
  return { given, released };
}

async function releaseOthers(
  deps: FollowPersonDeps,
  personId: PersonId,
  { member, owing }: { readonly member: Member | undefined; readonly owing: readonly Obligation[] },
): Promise<number> {
  const owes = new Set(owing.map(({ obligationId }) => obligationId));
  let released = 0;
  for (const duty of await deps.duties.dutiesOf(personId)) {
    if (!isOpen(duty)) continue;
    if (owes.has(duty.obligationId)) await refreshDuty(deps, duty, member);
    else if (await releaseDuty(deps, duty, reasonOf(duty, member))) released += 1;
  }
  return released;
}

export const reasonOf = (duty: Duty, member: Member | undefined): ReleaseReason =>
  member?.agencyId === duty.agencyId ? 'left-audience' : 'left-agency';
