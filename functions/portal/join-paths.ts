import { type Enrolment, isPending } from '@sinau/enrolment';
import type { PersonPrincipal } from '@sinau/kernel';
import {
  joinPath,
  leavePath,
  listOwnPaths,
  listPaths,
  namesOf,
  nextStep,
  openStep,
  type Path,
  type PathForReader,
  type PathId,
  type PathTerms,
  readPath,
  type StepStanding,
  standingOf,
} from '@sinau/programmes';
import type { PathCard, PathStepView, PathsPorts, PathView } from '@sinau/web';
import { ownerName } from '../shared/event-attendances.ts';
import { pathRegistration } from '../shared/path-registration.ts';
import { requirementsOf } from '../shared/required-paths.ts';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';
import { joinCourse } from './join-course.ts';
import { type RequiredPath, requirementFor } from './required-path.ts';

/** Learning paths as whoever learns sees them. */
export function joinPaths(deps: PortalDeps): PathsPorts {
  const courses = joinCourse(deps);
  return {
    async list(principal) {
      const desk = await deps.paths();
      const [open, own] = await Promise.all([listPaths(desk, principal), listOwnPaths(desk, principal)]);
      const mine = new Set(own.map(({ path }) => path.pathId));
      const nameOf = namesOfOwners(deps);
      return {
        own: await inTurns(own, async ({ path, terms, member }) => {
          const standing = standingOf(terms, member.done);
          const next = nextStep(standing);
          return {
            ...cardOf(path, terms, await nameOf(path)),
            ...{ needed: standing.needed, done: standing.done },
            ...(member.completedAt !== undefined && { completedAt: member.completedAt }),
            ...(next && { next: next.step.title }),
          };
        }),
        open: await inTurns(
          open.flatMap((path) =>
            path.current && !mine.has(path.pathId) ? [[path, path.current] as const] : [],
          ),
          async ([path, terms]) => cardOf(path, terms, await nameOf(path)),
        ),
      };
    },
    async pathOf(principal, pathId) {
      const required = await requirementFor(deps, { personId: principal.personId, pathId });
      const of = { principal, pathId: pathId as PathId, ...sinceOf(required) };
      return viewOf(deps, principal, { read: await readPath(await deps.paths(), of), required });
    },
    async join(principal, pathId) {
      await joinPath(await deps.paths(), { principal, pathId: pathId as PathId });
    },
    leave: async (principal, pathId) =>
      leavePath(
        { ...(await deps.paths()), requirements: requirementsOf(await deps.obligations()) },
        { principal, pathId: pathId as PathId },
      ),
    async start(principal, { pathId, stepId }) {
      const required = await requirementFor(deps, { personId: principal.personId, pathId });
      const place = { principal, pathId: pathId as PathId, stepId, ...sinceOf(required) };
      const step = await openStep(await deps.paths(), place);
      const page = `/${step.kind === 'course' ? 'courses' : 'events'}/${encodeURIComponent(step.of)}`;
      if (step.kind === 'event') return page;
      const current = await deps.enrolments.findCurrent(principal.personId, step.of);
      if (current && !isOfEarlierRound(current, required))
        return isPending(current) ? page : `${page}/continue`;
      const became = await courses.enrol(principal, { courseId: step.of });
      return became === 'active' ? `${page}/continue` : page;
    },
  };
}

const sinceOf = (required: RequiredPath | undefined) =>
  required?.since === undefined ? {} : { since: required.since };

/** It is taken once more for the round of this year. */
const isOfEarlierRound = ({ state, completedAt }: Enrolment, required: RequiredPath | undefined): boolean =>
  state === 'completed' &&
  completedAt !== undefined &&
  required?.since !== undefined &&
  completedAt < required.since;

/** Each owner is looked up once. */
function namesOfOwners(deps: Pick<PortalDeps, 'organisations'>): (path: Path) => Promise<string> {
  const names = new Map<string, Promise<string>>();
  return ({ owner }) => {
    const key = JSON.stringify(owner);
    const known = names.get(key) ?? ownerName(deps, owner);
    names.set(key, known);
    return known;
  };
}

const cardOf = ({ pathId }: Path, terms: PathTerms, organiser: string): PathCard => ({
  ...{ pathId, title: terms.title, organiser, needed: standingOf(terms, []).needed },
});

async function viewOf(
  deps: PortalDeps,
  { personId }: PersonPrincipal,
  { read, required }: { readonly read: PathForReader; readonly required: RequiredPath | undefined },
): Promise<PathView> {
  const { path, terms, member, standing } = read;
  const { pathId } = path;
  const desk = await deps.paths();
  const steps = new Map(
    await inTurns(
      standing.groups.flatMap((group) => group.steps),
      async (one) => [one.step.stepId, await stepView(desk, read, one)] as const,
    ),
  );
  const viewsOf = (all: readonly StepStanding[]) => all.flatMap(({ step }) => steps.get(step.stepId) ?? []);
  const next = member && nextStep(standing);
  const { completedAt } = standing;
  const certificate = member?.completedAt !== undefined && (await certificateOf(deps, pathId, personId));
  return {
    ...{ pathId, title: terms.title, organiser: await ownerName(deps, path.owner) },
    ...(terms.about !== undefined && { about: terms.about }),
    ...{ isMember: member !== undefined, isRetired: path.state === 'retired', strict: terms.strict },
    hasNewer: member !== undefined && member.version < path.version,
    ...{ needed: standing.needed, done: standing.done },
    ...(member && completedAt !== undefined && { completedAt }),
    ...(certificate && { certificate }),
    ...(required && { required: requirementView(required) }),
    groups: standing.groups.map(({ group, steps: own, needed, done }) => ({
      ...{ title: group.title, needs: group.needs, needed, done, steps: viewsOf(own) },
    })),
    ...(next && viewsOf([next]).map((view) => ({ next: view }))[0]),
  };
}

const requirementView = ({ obligation, dueOn, isOverdue, since }: RequiredPath) => ({
  ...{ obligation, dueOn, isOverdue, isYearly: since !== undefined },
});

async function stepView(
  desk: Awaited<ReturnType<PortalDeps['paths']>>,
  { path, terms, progress }: PathForReader,
  { step, state, at, waitsFor }: StepStanding,
): Promise<PathStepView> {
  const { stepId, kind, of } = step;
  const open = await desk.steps.find(step, path.owner);
  const names = namesOf(terms);
  const { state: reached } = progress.get(stepId) ?? { state: 'none' as const };
  return {
    ...{ stepId, kind, of, title: open?.title ?? step.title, state, progress: reached },
    ...(at !== undefined && { at }),
    ...(open?.jp !== undefined && { jp: open.jp }),
    waitsFor: waitsFor.map((id) => names.get(id) ?? { id }),
    // Whoever takes it already goes on.
    isClosed: open === undefined && reached === 'none',
  };
}

/** There within a minute of the last step. */
async function certificateOf(
  deps: PortalDeps,
  pathId: string,
  personId: string,
): Promise<string | undefined> {
  const [{ certificateNumber }, { certificates }] = await Promise.all([
    import('@sinau/credentials'),
    deps.credentials(),
  ]);
  const number = certificateNumber(deps, { registration: pathRegistration(pathId, personId) });
  const found = await certificates.find(number);
  return found && !found.revoked ? number : undefined;
}
