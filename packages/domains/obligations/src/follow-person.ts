import type { PersonId } from '@sinau/kernel';
import { isIn, type Member } from './audience/audience.ts';
import { type Duty, isOpen, type ReleaseReason } from './duty/duty.ts';
import { keepDuties } from './duty/keep-duty.ts';
import { keepOrDrop } from './duty/keep-or-drop.ts';
import type { RefreshDeps } from './duty/refresh-duty.ts';
import { releaseDuty } from './duty/release-duty.ts';
import { isExempt } from './exceptions/exception.ts';
import type { ExceptionStore } from './exceptions/ports.ts';
import type { Obligation, ObligationId } from './obligation.ts';
import type { ObligationStore } from './ports.ts';

export interface FollowPersonDeps extends RefreshDeps {
  readonly obligations: Pick<ObligationStore, 'find' | 'listOf'>;
  readonly exceptions: ExceptionStore;
}

/**
 * Somebody came, moved, changed, left, or was excepted: from now on they owe what the obligations, or the one that is named, ask of
 * whoever they are today. It looks at nothing that was before, so that changes in any order, told once or again, come to the same.
 */
export async function followPerson(
  deps: FollowPersonDeps,
  personId: PersonId,
  only?: ObligationId,
): Promise<{ readonly given: number; readonly released: number }> {
  const member = await deps.members.memberOf(personId);
  const obligations = member ? await obligationsOf(deps, member, only) : [];
  const exempt = await exemptIn(deps, personId);
  const owing = obligations.filter(
    (one) => one.state !== 'ended' && member && isIn(one.audience, member) && !exempt.has(one.obligationId),
  );
  const duties = (await deps.duties.dutiesOf(personId)).filter(
    ({ obligationId }) => only === undefined || obligationId === only,
  );
  const released = await releaseOthers(deps, duties, { member, owing, exempt });
  let given = 0;
  for (const obligation of owing) {
    if (member) given += await keepDuties(deps, { obligation, member });
  }
  return { given, released };
}

async function obligationsOf(
  { obligations }: FollowPersonDeps,
  { agencyId }: Member,
  only: ObligationId | undefined,
): Promise<readonly Obligation[]> {
  if (only === undefined) return obligations.listOf(agencyId);
  const found = await obligations.find(agencyId, only);
  return found ? [found] : [];
}

async function exemptIn(
  { exceptions, clock }: FollowPersonDeps,
  personId: PersonId,
): Promise<ReadonlySet<ObligationId>> {
  const all = await exceptions.exceptionsOf(personId);
  return new Set(all.flatMap((one) => (isExempt(one, clock.now()) ? [one.obligationId] : [])));
}

async function releaseOthers(
  deps: FollowPersonDeps,
  duties: readonly Duty[],
  now: {
    readonly member: Member | undefined;
    readonly owing: readonly Obligation[];
    readonly exempt: ReadonlySet<ObligationId>;
  },
): Promise<number> {
  const { member, owing, exempt } = now;
  let released = 0;
  for (const duty of duties) {
    if (!isOpen(duty)) continue;
    const reason = exempt.has(duty.obligationId) ? 'exempted' : reasonOf(duty, member);
    const obligation = owing.find(({ obligationId }) => obligationId === duty.obligationId);
    if (obligation) released += await keepOrDrop(deps, { duty, obligation, member });
    else if (await releaseDuty(deps, duty, reason)) released += 1;
  }
  return released;
}

export const reasonOf = (duty: Duty, member: Member | undefined): ReleaseReason =>
  member?.agencyId === duty.agencyId ? 'left-audience' : 'left-agency';
