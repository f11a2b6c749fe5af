import { InvalidInput, openPageToken, type PersonId, type Signer, sealPageToken } from '@sinau/kernel';
import type { Duty } from '../duty/duty.ts';
import { ObligationNotFound } from '../errors.ts';
import type { Obligation } from '../obligation.ts';
import { type AgencyDesk, makerOf, ownObligation } from '../own-obligation.ts';
import type { DutyStore, MemberDirectory, ObligationStore } from '../ports.ts';
import type { DutyException } from './exception.ts';
import type { ExceptionStore } from './ports.ts';

interface ReadDeps {
  readonly obligations: Pick<ObligationStore, 'find'>;
  readonly exceptions: ExceptionStore;
}

const pageSize = 50;

/** Whom the caller's agency has excepted from an obligation, or given another day; the newest decision first. */
export async function listExceptions(
  deps: ReadDeps & { readonly signer: Signer },
  input: { readonly principal: AgencyDesk; readonly obligationId: string; readonly pageToken?: string },
): Promise<{ readonly exceptions: readonly DutyException[]; readonly nextPageToken?: string }> {
  const { obligationId } = await ownObligation(deps, input);
  const purpose = `exceptions ${obligationId} ${makerOf(input.principal).id}`;
  const { pageToken } = input;
  const after = pageToken === undefined ? undefined : openPageToken(deps.signer, purpose, pageToken);
  if (pageToken !== undefined && typeof after !== 'string') {
    throw new InvalidInput('This page link is not valid any more. Start from the first page.');
  }
  const page = { limit: pageSize, ...(typeof after === 'string' && { after }) };
  const { exceptions, next } = await deps.exceptions.listExceptions(obligationId, page);
  return {
    exceptions,
    ...(next !== undefined && { nextPageToken: sealPageToken(deps.signer, purpose, next) }),
  };
}

/** Where one person of the agency stands with an obligation. */
export interface ExceptionDesk {
  readonly obligation: Obligation;
  readonly duties: readonly Duty[];
  /** What was decided for them, the newest first; the first holds while it is open. */
  readonly past: readonly DutyException[];
}

export async function showPerson(
  deps: ReadDeps & {
    readonly duties: Pick<DutyStore, 'dutiesOf'>;
    readonly members: Pick<MemberDirectory, 'memberOf'>;
  },
  input: { readonly principal: AgencyDesk; readonly obligationId: string; readonly personId: PersonId },
): Promise<ExceptionDesk> {
  const obligation = await ownObligation(deps, input);
  const { personId } = input;
  const member = await deps.members.memberOf(personId);
  if (member?.agencyId !== obligation.agencyId) {
    throw new ObligationNotFound('There is no such person in your agency.');
  }
  const { obligationId } = obligation;
  const [all, past] = await Promise.all([
    deps.duties.dutiesOf(personId),
    deps.exceptions.pastOf({ personId, obligationId }),
  ]);
  const duties = all
    .filter((duty) => duty.obligationId === obligationId)
    .toSorted((a, b) => b.period.localeCompare(a.period) || courseOrder(obligation, a, b));
  return { obligation, duties, past };
}

const courseOrder = ({ courseIds }: Obligation, a: Duty, b: Duty): number =>
  courseIds.indexOf(a.courseId) - courseIds.indexOf(b.courseId);
