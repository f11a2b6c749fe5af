import { unitsOn } from '@sinau/identity';
import { localDateOf, type PersonPrincipal } from '@sinau/kernel';
import {
  changeObligation,
  type DutyCounts,
  listDuties,
  listObligations,
  makeObligation,
  type Obligation,
  type ObligationRequest,
  obligationRequestSchema,
  pathOf,
  previewAudience,
  remindLate,
  type ShownObligation,
  type Spread,
  showObligation,
} from '@sinau/obligations';
import type { PathId } from '@sinau/programmes';
import type { ObligationDraft, ObligationRow, ObligationsPorts, ObligationView } from '@sinau/web';
import { inTurns } from './in-turns.ts';
import { joinExceptions } from './join-exceptions.ts';
import { courseChangesOf, joinObligationCourses } from './join-obligation-courses.ts';
import {
  audienceIn,
  audienceOf,
  coursesToChoose,
  type Deps,
  pathsToChoose,
  rowsOf,
  titleOf,
} from './obligation-views.ts';
import { requestOfForm } from './request-of-form.ts';

/** Obligations for the pages of agencies; whose they are is checked by the use cases. */
export function joinObligations(deps: Deps): ObligationsPorts {
  const { obligations: desk, signer } = deps;
  return {
    obligationsOf: async (principal) => {
      const all = await listObligations(await desk(), { principal });
      return inTurns(all, (shown) => rowOf(deps, principal, shown));
    },
    choicesFor: (principal, courseIds) => choicesFor(deps, principal, courseIds),
    preview: (principal, draft) => previewOf(deps, principal, requestOf(draft)),
    make: async (principal, draft) => makeObligation(await desk(), { principal, request: requestOf(draft) }),
    obligationOf: async (principal, obligationId) =>
      viewOf(deps, principal, await showObligation(await desk(), { principal, obligationId })),
    dutiesOf: async (principal, { obligationId, group, token }) => {
      const page = token === undefined ? {} : { pageToken: token };
      const list = { principal, obligationId, group, ...page };
      const { duties, nextPageToken } = await listDuties({ ...(await desk()), signer }, list);
      const rows = await rowsOf(deps, duties);
      return { rows, ...(nextPageToken !== undefined && { nextPageToken }) };
    },
    change: async (principal, change) => {
      await changeObligation(await desk(), { principal, ...change });
    },
    ...joinExceptions(deps),
    ...joinObligationCourses(deps),
    remind: async (principal, obligationId) => remindLate(await desk(), { principal, obligationId }),
  };
}

function requestOf(order: ObligationDraft): ObligationRequest {
  const { title, courseIds, pathId, due, note, programme, ...draft } = order;
  return requestOfForm(obligationRequestSchema, {
    ...{ title, due, audience: audienceIn(draft) },
    ...(pathId === undefined ? { courseIds } : { pathId }),
    ...(programme && { programme }),
    ...(note !== undefined && { note }),
  });
}

/** Longer ones are of no course, and no key of the table. */
const longestId = 64;

async function choicesFor(deps: Deps, { agencyId }: PersonPrincipal, courseIds: readonly string[]) {
  const [listed, paths, units] = await Promise.all([
    coursesToChoose(deps),
    pathsToChoose(deps, agencyId),
    agencyId === undefined ? [] : deps.organisations.listUnits(agencyId),
  ]);
  const known = new Set(listed.map(([courseId]) => courseId));
  const others = await inTurns(
    courseIds.filter((courseId) => !known.has(courseId) && courseId.length <= longestId),
    async (courseId) => [courseId, await titleOf(deps, courseId)] as const,
  );
  const today = localDateOf(deps.clock.now().getTime(), 'Asia/Jakarta');
  return {
    courses: [...others, ...listed],
    paths: paths.map(([required, title]) => [pathOf(required) ?? required, title] as const),
    units: unitsOn(units, today),
  };
}

async function previewOf(deps: Deps, principal: PersonPrincipal, request: ObligationRequest) {
  const preview = await previewAudience(await deps.obligations(), { principal, request });
  const { people, isComplete, lookedAt, finished, dueOn, beginsOn } = preview;
  const named = await deps.people.findMany(finished.slice(0, 20));
  const [courses, audience] = await Promise.all([
    inTurns(request.courseIds, (courseId) => titleOf(deps, courseId)),
    audienceOf(deps, principal.agencyId, request.audience),
  ]);
  return {
    ...{ people, isComplete, lookedAt, dueOn, courses, audience, finishedCount: finished.length },
    finished: named.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, 'id')),
    ...(beginsOn !== undefined && { beginsOn }),
    ...(request.programme && { programme: request.programme }),
  };
}

async function rowOf(
  deps: Deps,
  { agencyId }: PersonPrincipal,
  { obligation, counts, spread }: ShownObligation,
): Promise<ObligationRow> {
  const { obligationId, title, courseIds, programme, due, state } = obligation;
  const [courses, audience] = await Promise.all([
    inTurns(courseIds, (courseId) => titleOf(deps, courseId)),
    audienceOf(deps, agencyId, obligation.audience),
  ]);
  const [current] = periodsOf(counts);
  return {
    ...{ obligationId, title, courses, audience, due, state, counts: current?.counts ?? {} },
    ...(programme && { programme }),
    ...(spread?.state === 'running' && { spreading: percentOf(spread) }),
  };
}

async function viewOf(
  deps: Deps,
  principal: PersonPrincipal,
  shown: ShownObligation,
): Promise<ObligationView> {
  const { obligation, counts, spread } = shown;
  const { note, createdAt, createdBy, remindedOn, rev } = obligation;
  const today = localDateOf(deps.clock.now().getTime(), 'Asia/Jakarta');
  return {
    ...(await rowOf(deps, principal, shown)),
    ...{ createdAt, createdBy: createdBy.name, periods: periodsOf(counts), rev },
    courseIds: obligation.courseIds,
    courseChanges: await courseChangesOf(deps, obligation),
    ...(await pathTermsOf(deps, obligation)),
    remindedToday: remindedOn === today,
    ...(note !== undefined && { note }),
    ...(spread && { spread: { seen: spread.seen, heads: spread.heads, failed: spread.failed } }),
  };
}

async function pathTermsOf(
  deps: Deps,
  { courseIds, agencyId }: Obligation,
): Promise<Pick<ObligationView, 'path'>> {
  const pathId = courseIds.map(pathOf).find((id) => id !== undefined);
  const path = pathId === undefined ? undefined : await (await deps.paths()).paths.find(pathId as PathId);
  if (!path) return {};
  const { owner, version, movedTo, state } = path;
  return {
    path: {
      ...{ pathId: path.pathId, version, isRetired: state === 'retired' },
      isMixed: version > 1 && movedTo !== version,
      isOwn: owner.kind === 'agency' && owner.agencyId === agencyId,
    },
  };
}

/** The latest first. */
const periodsOf = (counts: DutyCounts): ObligationView['periods'] =>
  Object.entries(counts)
    .map(([period, sums]) => ({ period, counts: sums }))
    .toSorted((a, b) => b.period.localeCompare(a.period));

/** Looking at everybody is nine tenths of it. */
function percentOf({ pass, seen, heads }: Spread): number {
  if (pass === 'duties') return 95;
  return heads === 0 ? 0 : Math.min(Math.round((seen / heads) * 90), 90);
}
