import type { ItemId, PlanItem, StaffMember } from '@sinau/competency';
import type { CompetencyAssessed, PlanItemMoved } from '@sinau/domain-events';
import { localDateOf, type PersonId } from '@sinau/kernel';
import type { CompetencyParts } from '../shared/competency-parts.ts';
import { holdersOf, type TellDeps, tell } from '../shared/tell.ts';
import type { FactOf } from './later-follower.ts';

export interface TellOfCompetencyDeps extends TellDeps {
  readonly competency: () => Promise<Pick<CompetencyParts, 'persons' | 'staff'>>;
}

type Followed = FactOf<'competency-assessed' | 'plan-item-moved'>;

/** What others have found out about somebody, and what one side of a development plan has done for the other to see. */
export async function tellOfCompetency(deps: TellOfCompetencyDeps, fact: Followed): Promise<void> {
  switch (fact.type) {
    case 'competency-assessed':
      return tellOfAssessment(deps, fact);
    case 'plan-item-moved':
      return tellOfPlan(deps, fact);
  }
}

/** A report says nine levels at once: of a day, and of whoever records, it is told once. */
async function tellOfAssessment(deps: TellOfCompetencyDeps, fact: CompetencyAssessed): Promise<void> {
  const { personId, change, by, occurredAt } = fact;
  if (by === personId) return;
  const name = (await deps.people.find(by as PersonId))?.name ?? (await machineIn(deps, fact));
  if (name === undefined) return;
  const day = localDateOf(Date.parse(occurredAt), 'Asia/Jakarta');
  const told = { eventId: `competency-assessed:${change}:${day}:${by}:${personId}`, personId };
  const params = { change, by: name };
  await tell(deps, told, { kind: 'competency-assessed', params, link: '/competency' });
}

/** The name under which a machine of the agency has recorded or withdrawn it. */
async function machineIn(deps: TellOfCompetencyDeps, fact: CompetencyAssessed): Promise<string | undefined> {
  const { persons } = await deps.competency();
  const { assessments } = await persons.of(fact.personId as PersonId);
  return assessments
    .flatMap(({ recordedBy, withdrawn }) => [recordedBy, ...(withdrawn ? [withdrawn.by] : [])])
    .find(({ id, as }) => id === fact.by && as === 'agency')?.name;
}

async function tellOfPlan(deps: TellOfCompetencyDeps, fact: PlanItemMoved): Promise<void> {
  const { persons, staff } = await deps.competency();
  const personId = fact.personId as PersonId;
  const item = await persons.findItem(personId, fact.item as ItemId);
  const step = item?.steps.at(-1);
  // It has gone on since: what is told then is told by that step.
  if (!item || !step || item.rev !== fact.rev) return;
  const { title, dueOn } = item;
  const { move, note, by } = step;
  const params = { title, move, by: by.name, dueOn, ...(note !== undefined && { note }) };
  const { listeners, link } = await audienceOf(deps, item, await staff.find(personId));
  for (const to of listeners) {
    if (to === by.id) continue;
    const told = { eventId: `${fact.eventId}:${to}`, personId: to };
    await tell(deps, told, { kind: 'plan-item-moved', params, link });
  }
}

/** The learner of what their office does; of what the learner does the supervisor, or the administrators where there is none and the item waits for them. */
async function audienceOf(
  deps: TellOfCompetencyDeps,
  { personId, itemId, steps, state }: PlanItem,
  member: StaffMember | undefined,
): Promise<{ readonly listeners: readonly PersonId[]; readonly link: string }> {
  if (steps.at(-1)?.side === 'office') return { listeners: [personId], link: '/competency' };
  const about = encodeURIComponent(personId);
  const { supervisorId, agencyId } = member ?? {};
  if (supervisorId !== undefined && supervisorId !== personId)
    return { listeners: [supervisorId], link: `/team/competency/${about}` };
  const link = `/agency/competency/people/${about}/plan/${encodeURIComponent(itemId)}`;
  if (agencyId === undefined || state !== 'proposed') return { listeners: [], link };
  return { listeners: await holdersOf(deps, { kind: 'agency', agencyId }, 'agency-admin'), link };
}
