import { type ItemId, linkLearning, PlanNotFound } from '@sinau/annual-plan';
import type { PersonPrincipal } from '@sinau/kernel';
import type { EventsDeskPorts } from '@sinau/web';
import type { PortalDeps } from './deps.ts';

type Deps = Pick<PortalDeps, 'annualPlan'>;

const markPattern = /^(\d{4})~(\d{1,3})~([\w-]{1,64})$/;

/** An item of a plan of one's own agency; undefined for whatever names none. */
export async function plannedItem(
  { annualPlan }: Deps,
  principal: PersonPrincipal,
  mark: string,
): ReturnType<EventsDeskPorts['planned']> {
  const [, year, version, itemId] = markPattern.exec(mark) ?? [];
  if (itemId === undefined || !principal.agencyId) return undefined;
  const desk = await annualPlan();
  const at = { agencyId: principal.agencyId, year: Number(year), version: Number(version) };
  const plan = await desk.plans.find(at);
  const item = plan && (await desk.plans.findItem(plan, itemId as ItemId));
  return item && { title: item.title, form: item.form, people: item.people };
}

/** An event is made before it is linked: where the item has gone meanwhile, it stands and can be linked by hand. */
export async function holdFor(
  { annualPlan }: Deps,
  principal: PersonPrincipal,
  { eventId, mark = '' }: { readonly eventId: string; readonly mark: string | undefined },
): Promise<void> {
  const [, year, version, itemId] = markPattern.exec(mark) ?? [];
  if (itemId === undefined || !principal.agencyId) return;
  const at = { principal, year: Number(year), version: Number(version), itemId: itemId as ItemId };
  const learning = { kind: 'event', learningId: eventId } as const;
  try {
    await linkLearning(await annualPlan(), { ...at, learning });
  } catch (error) {
    if (!(error instanceof PlanNotFound)) throw error;
  }
}
