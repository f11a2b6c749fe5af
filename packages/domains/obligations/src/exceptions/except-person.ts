import { type Clock, InvalidInput, overAtOf, type PersonId } from '@sinau/kernel';
import type { Member } from '../audience/audience.ts';
import { type Duty, isOpen } from '../duty/duty.ts';
import { ObligationChanged, ObligationNotFound, OwnException } from '../errors.ts';
import { type FollowPersonDeps, followPerson } from '../follow-person.ts';
import { localDayOf } from '../local-day.ts';
import type { Obligation } from '../obligation.ts';
import { type AgencyDesk, makerOf, ownObligation } from '../own-obligation.ts';
import type { MemberDirectory } from '../ports.ts';
import type { DutyException, ExceptionRequest } from './exception.ts';

interface Input {
  readonly principal: AgencyDesk;
  readonly obligationId: string;
  readonly personId: PersonId;
}

/**
 * Excepts one person from an obligation, or gives them another last day; what held for them before is replaced. Their duties follow
 * at once, and again by the fact, so that nothing is lost in between.
 */
export async function exceptPerson(
  deps: FollowPersonDeps,
  input: Input & { readonly request: ExceptionRequest },
): Promise<DutyException> {
  const { obligation, member } = await placeOf(deps, input);
  if (obligation.state === 'ended') throw new ObligationChanged('This obligation has ended.');
  const { obligationId, agencyId } = obligation;
  const { personId } = member;
  const [before, duties] = await Promise.all([
    deps.exceptions.findException({ personId, obligationId }),
    deps.duties.dutiesOf(personId),
  ]);
  const owed = duties.filter((duty) => duty.obligationId === obligationId && isOpen(duty));
  const exception: DutyException = {
    ...{ agencyId, obligationId, personId, state: 'open', changedAt: deps.clock.now().toISOString() },
    ...{ changedBy: makerOf(input.principal), rev: before?.rev ?? 0 },
    ...contentOf(deps, input.request, { member, owed }),
  };
  return store(deps, exception);
}

/** What holds for everybody holds for the person again: given anew, with the time of whoever comes late. */
export async function undoException(deps: FollowPersonDeps, input: Input): Promise<DutyException> {
  const { obligation, member } = await placeOf(deps, input);
  const { obligationId } = obligation;
  const before = await deps.exceptions.findException({ personId: member.personId, obligationId });
  if (before?.state !== 'open')
    throw new ObligationChanged('There is no exception that could be taken back.');
  const at = deps.clock.now().toISOString();
  return store(deps, { ...before, state: 'undone', changedAt: at, changedBy: makerOf(input.principal) });
}

async function store(deps: FollowPersonDeps, exception: DutyException): Promise<DutyException> {
  if ((await deps.exceptions.saveException(exception)) === 'changed') {
    throw new ObligationChanged('Somebody else has decided about this person meanwhile. Look at it again.');
  }
  await followPerson(deps, exception.personId, exception.obligationId);
  return { ...exception, rev: exception.rev + 1 };
}

/** Somebody of the caller's agency, and nobody for themselves: whoever decides about duties has some, too. */
async function placeOf(
  deps: Pick<FollowPersonDeps, 'obligations'> & { readonly members: Pick<MemberDirectory, 'memberOf'> },
  input: Input,
): Promise<{ readonly obligation: Obligation; readonly member: Member }> {
  const { principal, personId } = input;
  const obligation = await ownObligation(deps, input);
  const member = await deps.members.memberOf(personId);
  if (member?.agencyId !== obligation.agencyId) {
    throw new ObligationNotFound('There is no such person in your agency.');
  }
  if (principal.kind === 'person' && principal.personId === personId) throw new OwnException();
  return { obligation, member };
}

function contentOf(
  { clock }: { readonly clock: Clock },
  request: ExceptionRequest,
  { member, owed }: { readonly member: Member; readonly owed: readonly Duty[] },
) {
  const { reason } = request;
  const today = localDayOf(clock.now(), member.timeZone);
  if (request.kind === 'exempt') {
    const { until } = request;
    if (until === undefined) return { kind: 'exempt', reason } as const;
    if (until < today) throw refused('/until', 'is over already');
    return { kind: 'exempt', reason, until, endsAt: overAtOf(until, member.timeZone) } as const;
  }
  const { dueOn } = request;
  const [last] = owed.toSorted((a, b) => b.period.localeCompare(a.period) || a.dueOn.localeCompare(b.dueOn));
  if (!last) throw refused('/kind', 'is possible only for somebody who owes something');
  if (dueOn < today) throw refused('/dueOn', 'is over already');
  const usual = last.extendedFrom ?? last.dueOn;
  if (dueOn <= usual) throw refused('/dueOn', `is not later than ${usual}`);
  return { kind: 'later-day', reason, period: last.period, dueOn } as const;
}

const refused = (path: string, message: string) =>
  new InvalidInput('This exception is not possible.', { issues: [{ path, message }] });
