import type { AgencyId, LocalDate, PersonId } from '@sinau/kernel';
import * as z from 'zod';
import {
  type CompetencyId,
  type HeldLevel,
  type Level,
  levelSchema,
  lineOfText,
  textOfLines,
} from './competency.ts';

/** Forms of development that people plan for a gap (catalogue of PerLAN 10/2018). */
export const planForms = [
  ...(['KL02', 'KL03', 'KL04', 'KL05', 'KL06', 'KL07', 'KL08', 'KL10'] as const),
  ...(['NKL01', 'NKL02', 'NKL03', 'NKL04', 'NKL05', 'NKL07', 'NKL09', 'NKL10', 'NKL11', 'NKL12'] as const),
] as const;
export type PlanForm = (typeof planForms)[number];

export type ItemId = string & { readonly __brand: 'PlanItemId' };

/** `proposed` waits for the other side; `agreed` holds; `returned` is to be changed by who proposed it. */
export const itemStates = ['proposed', 'agreed', 'returned', 'done', 'dropped'] as const;
export type ItemState = (typeof itemStates)[number];

export const moves = ['propose', 'change', 'agree', 'return', 'finish', 'reopen', 'drop', 'undo'] as const;
export type Move = (typeof moves)[number];

/** `office`: the supervisor, or the agency where somebody has none. */
export type Side = 'learner' | 'office';

export interface Step {
  readonly move: Move;
  readonly to: ItemState;
  readonly side: Side;
  readonly by: { readonly id: string; readonly name: string };
  readonly at: string;
  /** Why it was returned or dropped, or what shows that it is done. */
  readonly note?: string;
}

export interface PlanWords {
  readonly competencyId: CompetencyId;
  readonly form: PlanForm;
  readonly title: string;
  readonly courseId?: string;
  readonly targetLevel: Level;
  readonly dueOn: LocalDate;
  /** What will show that it has helped. */
  readonly evidence?: string;
  /** What both sides promise each other by agreeing; absent in items of before it was asked for. */
  readonly commitment?: string;
}

/** The gap as it stood when both agreed; `held` is absent while nobody had assessed. */
export interface AgreedGap {
  readonly required: Level;
  readonly held?: HeldLevel;
}

/** Where an item is followed up, as it was when it was last looked at. */
export interface FollowedPlace {
  readonly agencyId: AgencyId;
  /** Somebody stands between the person and the agency. */
  readonly hasSupervisor: boolean;
}

/** One thing that somebody means to do about a gap (rencana pengembangan individu). */
export interface PlanItem extends PlanWords {
  readonly itemId: ItemId;
  readonly personId: PersonId;
  readonly proposedBy: Side;
  readonly state: ItemState;
  /** Absent: not agreed yet, or the post does not ask for the competency. */
  readonly gap?: AgreedGap;
  /** Oldest first, the last fifty. */
  readonly steps: readonly Step[];
  /** Absent: of nobody that an agency follows. */
  readonly place?: FollowedPlace;
  readonly rev: number;
}

/** What an agency looks after: proposals that wait for it, since there is no supervisor, and what was agreed. */
export type FollowUp = 'waiting' | 'agreed';

/** How an item is followed up, and the day that counts: of the proposal, or by which it is to be done; undefined for what nobody waits for. */
export function followUpOf({
  state,
  proposedBy,
  steps,
  place,
  dueOn,
}: Pick<PlanItem, 'state' | 'proposedBy' | 'steps' | 'dueOn' | 'place'>):
  | { readonly agencyId: AgencyId; readonly as: FollowUp; readonly day: string }
  | undefined {
  if (!place) return undefined;
  const { agencyId, hasSupervisor } = place;
  if (state === 'agreed') return { agencyId, as: 'agreed', day: dueOn };
  if (state !== 'proposed' || proposedBy !== 'learner' || hasSupervisor) return undefined;
  return { agencyId, as: 'waiting', day: (steps.at(-1)?.at ?? '').slice(0, 10) };
}

/** Of one person, dropped ones too. */
export const mostItems = 200;
const mostSteps = 50;

export const planRequestSchema = z.strictObject({
  competencyId: z.custom<CompetencyId>((value) => typeof value === 'string' && value.length <= 40),
  form: z.enum(planForms),
  title: lineOfText(3, 160),
  courseId: z.string().max(64).exactOptional(),
  targetLevel: levelSchema,
  dueOn: z.iso.date(),
  evidence: textOfLines(500).min(3),
  commitment: textOfLines(500).min(3),
});
export type PlanRequest = Readonly<z.infer<typeof planRequestSchema>>;

const other = (side: Side): Side => (side === 'learner' ? 'office' : 'learner');

/** The step that may be taken back, and where that leads; undefined when there is none. */
function undoneTo({ steps }: Pick<PlanItem, 'steps'>, side: Side): ItemState | undefined {
  const [before, last] = [steps.at(-2), steps.at(-1)];
  if (!last || !before || last.side !== side || last.move === 'undo' || last.move === 'change')
    return undefined;
  return before.to;
}

/** Where a move leads; undefined when that side cannot make it now. */
export function targetOf(
  item: Pick<PlanItem, 'state' | 'proposedBy' | 'steps'>,
  move: Move,
  side: Side,
): ItemState | undefined {
  const { state, proposedBy } = item;
  switch (move) {
    case 'propose':
      return undefined;
    case 'change':
      // What is agreed stays as it was agreed; it is dropped and another one proposed.
      return side === proposedBy && (state === 'returned' || state === 'proposed') ? 'proposed' : undefined;
    case 'agree':
      return state === 'proposed' && side === other(proposedBy) ? 'agreed' : undefined;
    case 'return':
      return state === 'proposed' && side === other(proposedBy) ? 'returned' : undefined;
    case 'finish':
      return state === 'agreed' && side === 'learner' ? 'done' : undefined;
    case 'reopen':
      return state === 'done' && side === 'office' ? 'agreed' : undefined;
    case 'drop':
      if (state === 'done' || state === 'dropped') return undefined;
      return state === 'agreed' || side === proposedBy ? 'dropped' : undefined;
    case 'undo':
      return undoneTo(item, side);
  }
}

/** What both agree on besides gap, form and day (individual plan, domain note 2.4); without it there is nothing to agree to. */
export const isWhole = ({ evidence, commitment }: Pick<PlanItem, 'evidence' | 'commitment'>): boolean =>
  Boolean(evidence?.trim()) && Boolean(commitment?.trim());

export const movesOf = (item: PlanItem, side: Side): readonly Move[] =>
  moves.filter((move) => targetOf(item, move, side) !== undefined);

/** Moves that have to say why. */
export const needsNote = (move: Move): boolean => move === 'return' || move === 'reopen';

export const withStep = (item: PlanItem, step: Step): PlanItem => ({
  ...{ ...item, state: step.to },
  steps: [...item.steps, step].slice(-mostSteps),
});
