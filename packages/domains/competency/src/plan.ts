import type { Clock, Ids, PersonId, PersonPrincipal } from '@sinau/kernel';
import { memberFor, sideOf } from './authority.ts';
import { dictionaryOf } from './dictionary.ts';
import {
  CompetencyChanged,
  CompetencyFull,
  CompetencyNotFound,
  ItemIncomplete,
  MoveNotAllowed,
  UnknownCompetency,
  WrongDay,
} from './errors.ts';
import { placeOf } from './follow-up.ts';
import {
  type AgreedGap,
  type ItemId,
  isWhole,
  type Move,
  mostItems,
  needsNote,
  type PlanItem,
  type PlanRequest,
  type Side,
  type Step,
  targetOf,
  withStep,
} from './plan-item.ts';
import type { PersonStore, StaffDirectory, StaffMember, StandardStore } from './ports.ts';
import { standingOf } from './profile.ts';

export interface PlanDeps {
  readonly staff: Pick<StaffDirectory, 'find'>;
  readonly standards: Pick<StandardStore, 'technical' | 'standards'>;
  readonly persons: PersonStore;
  readonly clock: Clock;
  readonly ids: Ids;
}

interface Whose {
  readonly principal: PersonPrincipal;
  readonly personId: PersonId;
}

async function standing(
  deps: Pick<PlanDeps, 'staff'>,
  input: Whose,
): Promise<{ readonly member: StaffMember; readonly side: Side }> {
  const { member, office } = await memberFor(deps, input);
  const side = sideOf(office, member);
  if (!side) throw new MoveNotAllowed();
  return { member, side };
}

const stepOf = (
  { clock }: Pick<PlanDeps, 'clock'>,
  { personId, name }: PersonPrincipal,
  step: Pick<Step, 'move' | 'to' | 'side' | 'note'>,
): Step => ({ ...step, by: { id: personId, name }, at: clock.now().toISOString() });

async function refuseWrong(
  deps: Pick<PlanDeps, 'standards'>,
  { agencyId, today }: StaffMember,
  { competencyId, dueOn }: PlanRequest,
): Promise<void> {
  if (dueOn < today) throw new WrongDay('/dueOn');
  if (!(await dictionaryOf(deps, { agencyId, day: today })).has(competencyId)) {
    throw new UnknownCompetency('/competencyId');
  }
}

/** Proposes an item; it holds once the other side has agreed. */
export async function proposeItem(
  deps: PlanDeps,
  input: Whose & { readonly request: PlanRequest },
): Promise<ItemId> {
  const { member, side } = await standing(deps, input);
  await refuseWrong(deps, member, input.request);
  const { personId } = member;
  if ((await deps.persons.of(personId)).items.length >= mostItems) throw new CompetencyFull();
  const itemId = deps.ids.uuid() as ItemId;
  const step = stepOf(deps, input.principal, { move: 'propose', to: 'proposed', side });
  const item: PlanItem = {
    ...{ ...input.request, itemId, personId, proposedBy: side, state: 'proposed', steps: [step], rev: 0 },
    place: placeOf(member),
  };
  if ((await deps.persons.saveItem(item)) === 'conflict') throw new CompetencyChanged();
  return itemId;
}

interface Which extends Whose {
  readonly itemId: ItemId;
  /** As it was read. */
  readonly rev: number;
}

async function itemFor(deps: PlanDeps, input: Which) {
  const { member, side } = await standing(deps, input);
  const item = await deps.persons.findItem(member.personId, input.itemId);
  if (!item) throw new CompetencyNotFound();
  if (item.rev !== input.rev) throw new CompetencyChanged();
  return { member, side, item };
}

/** Other words for an item that is not agreed; the other side looks at it again. */
export async function changeItem(
  deps: PlanDeps,
  input: Which & { readonly request: PlanRequest },
): Promise<void> {
  const { member, side, item } = await itemFor(deps, input);
  const to = targetOf(item, 'change', side);
  if (!to) throw new MoveNotAllowed();
  await refuseWrong(deps, member, input.request);
  const { courseId: _, gap: __, ...kept } = item;
  const step = stepOf(deps, input.principal, { move: 'change', to, side });
  await save(deps, withStep({ ...kept, ...input.request, place: placeOf(member) }, step));
}

/** Agrees, returns, finishes, reopens, drops an item or takes one's last step back. What is finished is evidence, and no level by itself. */
export async function moveItem(
  deps: PlanDeps,
  input: Which & { readonly move: Exclude<Move, 'propose' | 'change'>; readonly note?: string },
): Promise<void> {
  const { member, side, item } = await itemFor(deps, input);
  const { move, note } = input;
  const to = targetOf(item, move, side);
  if (!to || (needsNote(move) && note === undefined)) throw new MoveNotAllowed();
  if (move === 'agree' && !isWhole(item)) throw new ItemIncomplete();
  const step = stepOf(deps, input.principal, { move, to, side, ...(note !== undefined && { note }) });
  const gap = move === 'agree' ? await gapFor(deps, member, item) : item.gap;
  await save(deps, withStep({ ...item, place: placeOf(member), ...(gap && { gap }) }, step));
}

/** What is agreed is agreed for the gap of that day. */
async function gapFor(deps: PlanDeps, member: StaffMember, item: PlanItem): Promise<AgreedGap | undefined> {
  const { comparison } = await standingOf(deps, member);
  const row = comparison.rows.find(({ competencyId }) => competencyId === item.competencyId);
  return row && { required: row.required, ...(row.held !== undefined && { held: row.held }) };
}

async function save({ persons }: Pick<PlanDeps, 'persons'>, next: PlanItem): Promise<void> {
  if ((await persons.saveItem(next)) === 'conflict') throw new CompetencyChanged();
}
