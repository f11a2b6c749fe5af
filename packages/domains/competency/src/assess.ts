import type { AgencyId, Clock, PersonId, PersonPrincipal } from '@sinau/kernel';
import {
  type Assessment,
  type AssessmentRequest,
  assessmentName,
  mostAssessments,
  type OwnWord,
  type Recorder,
} from './assessment.ts';
import { memberFor, recordingOffice } from './authority.ts';
import { isTechnical } from './competency.ts';
import { dictionaryOf } from './dictionary.ts';
import {
  CompetencyChanged,
  CompetencyFull,
  CompetencyNotFound,
  MoveNotAllowed,
  UnknownCompetency,
  WrongDay,
} from './errors.ts';
import type { PersonStore, StaffDirectory, StaffMember, StandardStore } from './ports.ts';

export interface AssessDeps {
  readonly staff: Pick<StaffDirectory, 'find'>;
  readonly standards: Pick<StandardStore, 'technical'>;
  readonly persons: PersonStore;
  readonly clock: Clock;
}

const nameOf = (one: Parameters<typeof assessmentName>[0]): string => JSON.stringify(assessmentName(one));

/** Records what level somebody was found to hold; of the same competency, day and method it corrects what was recorded. Never of oneself (case C7). */
export async function assess(
  deps: AssessDeps,
  input: {
    readonly principal: PersonPrincipal;
    readonly personId: PersonId;
    readonly request: AssessmentRequest;
  },
): Promise<void> {
  const { member } = await memberFor(deps, input);
  const office = recordingOffice(input.principal, member, input.request.method);
  if (!office) throw new MoveNotAllowed();
  const by = recorderOf(input.principal, office);
  await recordAssessment(deps, { member, by, request: input.request });
}

const recorderOf = ({ personId, name }: PersonPrincipal, as: Recorder['as']): Recorder => ({
  ...{ id: personId, name, as },
});

/** The same for a row of a list; whoever sends it has been looked at. */
export async function recordAssessment(
  deps: AssessDeps,
  input: {
    readonly member: StaffMember;
    readonly by: Recorder;
    readonly request: AssessmentRequest;
    readonly isTrial?: boolean;
  },
): Promise<'created' | 'changed' | 'skipped'> {
  const { member, by, request, isTrial = false } = input;
  const { assessedOn, validTo } = request;
  if (assessedOn > member.today) throw new WrongDay('/assessedOn');
  if (validTo !== undefined && validTo < assessedOn) throw new WrongDay('/validTo');
  await refuseUnknown(deps, member, request.competencyId);
  const { assessments } = await deps.persons.of(member.personId);
  const next = { ...whose(member, request), ...request };
  const found = assessments.find((one) => nameOf(one) === nameOf(next));
  if (!found && assessments.length >= mostAssessments) throw new CompetencyFull();
  if (found && !found.withdrawn && isSame(found, request)) return 'skipped';
  if (!isTrial) {
    const recordedAt = deps.clock.now().toISOString();
    const saved = await deps.persons.saveAssessment({
      ...{ ...next, recordedBy: by, recordedAt, rev: found?.rev ?? 0 },
    });
    if (saved === 'conflict') throw new CompetencyChanged();
  }
  return found ? 'changed' : 'created';
}

const whose = (
  { personId, agencyId }: StaffMember,
  { competencyId }: Pick<AssessmentRequest, 'competencyId'>,
): { readonly personId: PersonId; readonly agencyId?: AgencyId } => ({
  personId,
  ...(isTechnical(competencyId) && { agencyId }),
});

const isSame = (found: Assessment, request: AssessmentRequest): boolean =>
  found.level === request.level &&
  found.validTo === request.validTo &&
  found.assessor === request.assessor &&
  found.note === request.note;

async function refuseUnknown(
  deps: Pick<AssessDeps, 'standards'>,
  { agencyId, today }: StaffMember,
  competencyId: string,
): Promise<void> {
  const dictionary = await dictionaryOf(deps, { agencyId, day: today });
  if (!dictionary.has(competencyId)) throw new UnknownCompetency('/competencyId');
}

/** A person's own word about themselves. It never counts as verified, and takes no gap away (case L14). */
export async function declareOwn(
  deps: AssessDeps,
  { principal, word }: { readonly principal: PersonPrincipal; readonly word: OwnWord },
): Promise<void> {
  const { member } = await memberFor(deps, { principal, personId: principal.personId });
  await refuseUnknown(deps, member, word.competencyId);
  const { assessments } = await deps.persons.of(member.personId);
  const next = { ...whose(member, word), ...word, method: 'self', assessedOn: member.today } as const;
  const found = assessments.find((one) => nameOf(one) === nameOf(next));
  const saved = await deps.persons.saveAssessment({
    ...{ ...next, recordedBy: recorderOf(principal, 'own') },
    ...{ recordedAt: deps.clock.now().toISOString(), rev: found?.rev ?? 0 },
  });
  if (saved === 'conflict') throw new CompetencyChanged();
}

/** Takes one's own word back. Safe to repeat. */
export async function forgetOwn(
  deps: Pick<AssessDeps, 'persons'>,
  { principal, competencyId }: { readonly principal: PersonPrincipal; readonly competencyId: string },
): Promise<void> {
  const { assessments } = await deps.persons.of(principal.personId);
  const found = assessments.find((one) => one.method === 'self' && one.competencyId === competencyId);
  if (found) await deps.persons.removeOwnWord(found);
}

interface Withdrawal {
  /** Names it, as `assessmentName` does. */
  readonly name: readonly string[];
  /** Absent: it counts again. */
  readonly reason?: string;
}

/** Takes an assessment out of what counts, with a reason, or brings it back. It stays on record either way. */
export async function withdrawAssessment(
  deps: AssessDeps,
  input: Withdrawal & { readonly principal: PersonPrincipal; readonly personId: PersonId },
): Promise<void> {
  const { member, office: looking } = await memberFor(deps, input);
  if (looking === 'own') throw new MoveNotAllowed();
  const found = await namedOf(deps, member, input);
  // What came of an assessor is the agency's; what a supervisor has told, theirs or the agency's.
  const office = recordingOffice(input.principal, member, found.method) ?? looking;
  if (office === 'supervisor' && found.method !== 'supervisor') throw new MoveNotAllowed();
  await markWithdrawn(deps, found, { by: recorderOf(input.principal, office), ...reasonIn(input) });
}

/** The same for a machine of the agency, whatever the method; whoever sends it has been looked at. */
export async function withdrawRecorded(
  deps: AssessDeps,
  input: Withdrawal & { readonly member: StaffMember; readonly by: Recorder },
): Promise<void> {
  const found = await namedOf(deps, input.member, input);
  await markWithdrawn(deps, found, { by: input.by, ...reasonIn(input) });
}

const reasonIn = ({ reason }: Withdrawal) => (reason === undefined ? {} : { reason });

async function namedOf(deps: AssessDeps, member: StaffMember, { name }: Withdrawal): Promise<Assessment> {
  const { assessments } = await deps.persons.of(member.personId);
  const wanted = JSON.stringify(name);
  const found = assessments.find((one) => one.method !== 'self' && nameOf(one) === wanted);
  if (!found) throw new CompetencyNotFound();
  return found;
}

async function markWithdrawn(
  deps: AssessDeps,
  found: Assessment,
  { by, reason }: { readonly by: Recorder; readonly reason?: string },
): Promise<void> {
  const { withdrawn, ...kept } = found;
  if ((withdrawn === undefined) === (reason === undefined)) return;
  const at = deps.clock.now().toISOString();
  const next = reason === undefined ? kept : { ...kept, withdrawn: { by, at, reason } };
  if ((await deps.persons.saveAssessment(next)) === 'conflict') throw new CompetencyChanged();
}
