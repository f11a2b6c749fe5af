import { plannedFor } from '@sinau/annual-plan';
import { dictionaryOf } from '@sinau/competency';
import type { Enrolment } from '@sinau/enrolment';
import { type AgencyId, localDateOf, type PersonPrincipal, yearOf } from '@sinau/kernel';
import type { ServedPlanView } from '@sinau/web';
import type { PortalDeps } from './deps.ts';

type Deps = Pick<PortalDeps, 'annualPlan' | 'competency' | 'clock'>;

/** What an enrolment is for: items of the person's own plan that name its course, and the item of the agency's plan in force that it is held for. */
export async function servedPlans(
  deps: Deps,
  { personId, agencyId }: PersonPrincipal,
  enrolment: Enrolment | undefined,
): Promise<readonly ServedPlanView[]> {
  if (!enrolment || agencyId === undefined) return [];
  const at = Date.parse(enrolment.completedAt ?? deps.clock.now().toISOString());
  const day = localDateOf(at, 'Asia/Jakarta');
  const [own, agency] = await Promise.all([
    ownPlans(deps, { personId, agencyId, day }, enrolment),
    agencyPlan(deps, { agencyId, year: yearOf(day) }, enrolment),
  ]);
  return [...own, ...agency];
}

async function ownPlans(
  deps: Deps,
  place: {
    readonly personId: PersonPrincipal['personId'];
    readonly agencyId: AgencyId;
    readonly day: string;
  },
  { courseId, completedAt }: Enrolment,
): Promise<readonly ServedPlanView[]> {
  const { persons, standards } = await deps.competency();
  const items = (await persons.of(place.personId)).items.filter((item) => {
    // Between an agreement that was taken back and the next one it may have named another course.
    const agreed = item.steps.findLast(({ move }) => move === 'agree')?.at;
    const holds = item.state === 'agreed' || item.state === 'done';
    // What was agreed after it was finished is no reason why it was taken.
    return item.courseId === courseId && holds && agreed !== undefined && agreed <= (completedAt ?? agreed);
  });
  if (items.length === 0) return [];
  const dictionary = await dictionaryOf({ standards }, place);
  return items.map(({ itemId, competencyId, gap }) => ({
    ...{ kind: 'own' as const, itemId },
    competency: dictionary.get(competencyId)?.name ?? { id: competencyId },
    ...(gap?.held !== undefined && { gap: Math.max(0, gap.required - gap.held) }),
  }));
}

async function agencyPlan(
  deps: Deps,
  place: { readonly agencyId: AgencyId; readonly year: number },
  { courseId }: Enrolment,
): Promise<readonly ServedPlanView[]> {
  const found = await plannedFor(await deps.annualPlan(), place, { kind: 'course', learningId: courseId });
  return found ? [{ kind: 'agency', year: place.year, title: found.title }] : [];
}
