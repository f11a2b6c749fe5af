import type { ItemId } from '@sinau/competency';
import type { CompetencyAssessed, PlanItemMoved } from '@sinau/domain-events';
import { localDateOf, type PersonId } from '@sinau/kernel';
import type { CompetencyParts } from '../shared/competency-parts.ts';
import { type TellDeps, tell } from '../shared/tell.ts';
import type { Fact } from './follow-fact.ts';

export interface TellOfCompetencyDeps extends TellDeps {
  readonly competency: () => Promise<Pick<CompetencyParts, 'persons' | 'staff'>>;
}

/** What others have found out about somebody, and what one side of a development plan has done for the other to see. */
export async function tellOfCompetency(deps: TellOfCompetencyDeps, fact: Fact): Promise<void> {
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
  const [to, link] =
    step.side === 'office'
      ? [personId, '/competency']
      : [(await staff.find(personId))?.supervisorId, `/team/competency/${encodeURIComponent(personId)}`];
  if (to === undefined || to === step.by.id) return;
  const { title, dueOn } = item;
  const { move, note } = step;
  const params = { title, move, by: step.by.name, dueOn, ...(note !== undefined && { note }) };
  await tell(
    deps,
    { eventId: `${fact.eventId}:${to}`, personId: to },
    { kind: 'plan-item-moved', params, link },
  );
}
