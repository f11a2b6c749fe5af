import { type Ids, InvalidInput, isDayOver } from '@sinau/kernel';
import { TooManyObligations } from './errors.ts';
import type { Obligation, ObligationId, ObligationRequest } from './obligation.ts';
import { type AgencyDesk, agencyOf, makerOf } from './own-obligation.ts';
import type { CourseShelf, ObligationStore } from './ports.ts';
import { type StartSpreadDeps, startSpread } from './spread/start-spread.ts';

/** Everybody who moves is looked at for each. */
const mostObligations = 100;

export interface MakeDeps extends StartSpreadDeps {
  readonly obligations: ObligationStore;
  readonly shelf: CourseShelf;
  readonly ids: Ids;
}

/** Requires courses of an audience from now on. Who is in it gets them by and by; progress is in its spread. */
export async function makeObligation(
  deps: MakeDeps,
  input: { readonly principal: AgencyDesk; readonly request: ObligationRequest },
): Promise<Obligation> {
  const { principal, request } = input;
  const agencyId = agencyOf(principal);
  await assertPossible(deps, request);
  const open = (await deps.obligations.listOf(agencyId)).filter(({ state }) => state !== 'ended');
  if (open.length >= mostObligations) throw new TooManyObligations(mostObligations);
  const at = deps.clock.now().toISOString();
  const by = makerOf(principal);
  const { title, courseIds, audience, due, programme, note } = request;
  const obligation: Obligation = {
    ...{ obligationId: deps.ids.uuid() as ObligationId, agencyId, title, courseIds, audience, due },
    ...(programme && { programme }),
    ...(note !== undefined && note !== '' && { note }),
    ...{ edition: 1, state: 'active', createdAt: at, createdBy: by, changedAt: at, changedBy: by, rev: 1 },
  };
  await deps.obligations.create(obligation);
  await startSpread(deps, obligation);
  return obligation;
}

/** Courses that everybody can be given, each once, until a day that is to come. */
export async function assertPossible(
  deps: Pick<MakeDeps, 'shelf' | 'clock'>,
  { courseIds, due, programme }: Pick<ObligationRequest, 'courseIds' | 'due' | 'programme'>,
): Promise<void> {
  if (programme && courseIds.length < 2) throw refused('/programme', 'is of several courses');
  if (new Set(courseIds).size < courseIds.length) throw refused('/courseIds', 'has a course twice');
  for (const [n, courseId] of courseIds.entries()) {
    const admission = await deps.shelf.admissionOf(courseId);
    if (!admission) throw refused(`/courseIds/${n}`, 'is no course that people can enrol in');
    if (admission === 'invitation') throw refused(`/courseIds/${n}`, 'admits by invitation alone');
  }
  if (due.kind === 'once' && isDayOver(due.on, deps.clock.now())) throw refused('/due/on', 'is over already');
}

const refused = (path: string, message: string) =>
  new InvalidInput('This cannot be required.', { issues: [{ path, message }] });
