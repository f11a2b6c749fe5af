import { type AgencyId, type Ids, InvalidInput, isDayOver } from '@sinau/kernel';
import { TooManyObligations } from './errors.ts';
import type { Obligation, ObligationId, ObligationRequest } from './obligation.ts';
import { type AgencyDesk, agencyOf, makerOf } from './own-obligation.ts';
import type { CourseShelf, ObligationStore } from './ports.ts';
import { pathOf } from './required.ts';
import { createAndSpread, type StartSpreadDeps } from './spread/start-spread.ts';

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
  await assertPossible(deps, { ...request, agencyId });
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
  await createAndSpread(deps, obligation);
  return obligation;
}

/** Courses that everybody can be given, each once, until a day that is to come. */
export async function assertPossible(
  deps: Pick<MakeDeps, 'shelf' | 'clock'>,
  request: Pick<ObligationRequest, 'courseIds' | 'due' | 'programme'> & { readonly agencyId: AgencyId },
): Promise<void> {
  const { courseIds, due, programme } = request;
  if (programme && courseIds.length < 2) throw refused('/programme', 'is of several courses');
  if (new Set(courseIds).size < courseIds.length) throw refused('/courseIds', 'has a course twice');
  for (const [n, courseId] of courseIds.entries()) {
    const why = await whyNot(deps, courseId, request);
    if (why) throw refused(pathOf(courseId) === undefined ? `/courseIds/${n}` : '/pathId', why);
  }
  if (due.kind === 'once' && isDayOver(due.on, deps.clock.now())) throw refused('/due/on', 'is over already');
}

/** What keeps a course or a path from being required; undefined: nothing. */
export async function whyNot(
  { shelf }: Pick<MakeDeps, 'shelf'>,
  courseId: string,
  { agencyId, due }: Pick<Obligation, 'agencyId' | 'due'>,
): Promise<string | undefined> {
  const admission = await shelf.admissionOf(courseId, agencyId);
  if (admission === undefined) {
    return pathOf(courseId) === undefined
      ? 'is no course that people can enrol in'
      : 'is no path that is open to people of your agency';
  }
  if (admission === 'invitation') return 'admits by invitation alone';
  const isAgain = admission === 'once' && due.kind === 'yearly';
  return isAgain ? 'has events, which take place once: require it once, or a path of courses' : undefined;
}

const refused = (path: string, message: string) =>
  new InvalidInput('This cannot be required.', { issues: [{ path, message }] });
