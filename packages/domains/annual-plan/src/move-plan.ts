import { type Clock, type Ids, localDateOf, namingFile, type PersonPrincipal } from '@sinau/kernel';
import { decidedPlan, type PlanAt } from './authority.ts';
import { type DecreeFile, keepDecree } from './decree.ts';
import { ItemWrong, PlanChanged, PlanIncomplete, PlanShut, StepNotYours } from './errors.ts';
import {
  type AnnualPlan,
  type Decision,
  type DecisionWay,
  type MoveRequest,
  type PlanStep,
  stateAfter,
} from './plan.ts';
import { lacksAlternative } from './plan-item.ts';
import type { DecreeRoom, OfficialDirectory, PlanStore } from './ports.ts';
import {
  freeOfficials,
  movesOf,
  type Official,
  type Officials,
  officeOfMove,
  offices,
  type PlanMove,
  permissionFor,
} from './who-decides.ts';

interface Deps {
  readonly plans: PlanStore;
  readonly officials: OfficialDirectory;
  readonly decrees: DecreeRoom;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface OpenMoves {
  readonly moves: readonly PlanMove[];
  /** For whom it waits, of those who can sign in; none where a letter is recorded. */
  readonly waitsFor: readonly Official[];
}

/** Steps that are next, and who takes them. */
export async function readMoves(
  { officials, clock }: Pick<Deps, 'officials' | 'clock'>,
  { principal, plan }: { readonly principal: PersonPrincipal; readonly plan: AnnualPlan },
): Promise<OpenMoves> {
  const known = await officialsOf(officials, plan);
  const move = plan.state === 'proposed' ? 'agree' : plan.state === 'agreed' ? 'set' : undefined;
  return {
    moves: movesOf({ plan, principal, officials: known, now: clock.now() }),
    waitsFor: move ? freeOfficials(plan, { office: officeOfMove[move], officials: known }) : [],
  };
}

/**
 * One step of a plan, kept with who took it. The officials decide here themselves; where none of them can sign in, a second person of the
 * agency records their letter. Whoever drafted a plan does neither. `rev`: as it was read, so that nobody decides about what they have not
 * seen. Setting a later version replaces the one before in the same write.
 */
export async function movePlan(
  deps: Deps,
  input: PlanAt & { readonly request: MoveRequest; readonly rev: number; readonly decree?: DecreeFile },
): Promise<AnnualPlan> {
  const { request, rev } = input;
  const plan = await decidedPlan(deps, input);
  if (plan.rev !== rev) throw new PlanChanged();
  const to = stateAfter(plan.state, request.move);
  if (to === undefined) throw new PlanShut();
  const way = await requirePermission(deps, { ...input, plan });
  if (request.move === 'propose') await requireWhole(deps, plan);
  const decision = await decisionOf(deps, { ...input, plan, way });
  const step: PlanStep = {
    ...{ to, at: deps.clock.now().toISOString(), by: input.principal.personId },
    ...('reason' in request && request.reason !== undefined && { reason: request.reason }),
    ...(decision && { decision }),
    ...(way && { way }),
    ...(request.move === 'undo' && { undone: true }),
  };
  const decreeId = decision?.decree?.decreeId;
  if (decreeId === undefined) return write(deps, plan, step);
  const remove = () => deps.decrees.remove({ ...plan, decreeId });
  return namingFile(write(deps, plan, step), { lost: PlanChanged, remove });
}

async function write({ plans }: Deps, plan: AnnualPlan, step: PlanStep): Promise<AnnualPlan> {
  const isDrafting = step.to === 'proposed' && !step.undone;
  const next = {
    ...after(plan, step),
    ...(isDrafting && { drafters: [...new Set([...plan.drafters, step.by])] }),
  };
  const isUnset = plan.state === 'set';
  const before = step.to === 'set' || isUnset ? await versionBefore({ plans }, plan) : undefined;
  const other = before && after(before, { ...replacing(step), to: isUnset ? 'set' : 'replaced' });
  const outcome = await plans.move(next, {
    ...(other && { other }),
    ...(isUnset && { absent: { ...plan, version: plan.version + 1 } }),
  });
  if (outcome === 'conflict') throw isUnset ? new PlanShut() : new PlanChanged();
  return { ...next, rev: plan.rev + 1 };
}

const after = (plan: AnnualPlan, step: PlanStep): AnnualPlan => ({
  ...plan,
  state: step.to,
  steps: [...plan.steps, step],
});

const replacing = ({ at, by, undone }: PlanStep): Omit<PlanStep, 'to'> => ({
  at,
  by,
  ...(undone && { undone }),
});

/** The version that this one replaces, or has replaced. */
async function versionBefore(
  { plans }: Pick<Deps, 'plans'>,
  plan: AnnualPlan,
): Promise<AnnualPlan | undefined> {
  if (plan.version === 1) return undefined;
  const before = await plans.find({ ...plan, version: plan.version - 1 });
  if (before?.state !== (plan.state === 'set' ? 'replaced' : 'set')) throw new PlanChanged();
  return before;
}

const officialsOf = async (directory: OfficialDirectory, { agencyId }: AnnualPlan): Promise<Officials> => {
  const [authorised, appointing] = await Promise.all(
    offices.map((office) => directory.holdersOf(agencyId, office)),
  );
  return { 'authorised-official': authorised ?? [], 'appointing-official': appointing ?? [] };
};

async function requirePermission(
  { officials, clock }: Deps,
  {
    plan,
    principal,
    request,
  }: { readonly plan: AnnualPlan; readonly principal: PersonPrincipal; readonly request: MoveRequest },
): Promise<DecisionWay | undefined> {
  const known = await officialsOf(officials, plan);
  const permission = permissionFor(request.move, { plan, principal, officials: known, now: clock.now() });
  if ('refused' in permission) throw new StepNotYours(permission.refused);
  if (request.move === 'undo' && plan.state === 'set' && request.reason === undefined) {
    throw new ItemWrong([{ path: '/reason', message: 'says why it is taken back' }]);
  }
  return permission.way;
}

/** Who decides in person is named by their account; a letter names its official, and one that sets a plan comes along. */
async function decisionOf(
  deps: Deps,
  input: PlanAt & {
    readonly plan: AnnualPlan;
    readonly request: MoveRequest;
    readonly way: DecisionWay | undefined;
    readonly decree?: DecreeFile;
  },
): Promise<Decision | undefined> {
  const { plan, principal, request, way, decree } = input;
  if (!('decision' in request)) return undefined;
  requirePast(deps.clock, request.decision.on);
  const official = way === 'in-person' ? principal.name : request.decision.official;
  if (official === undefined) throw new ItemWrong([{ path: '/decision/official', message: 'is missing' }]);
  const mustShow = way === 'letter' && request.move === 'set';
  if (mustShow && !decree) throw new ItemWrong([{ path: '/decision/decree', message: 'is missing' }]);
  // The file first: a step that names a file which is not there would mislead.
  const kept = decree && (await keepDecree(deps, { plan, file: decree }));
  return { ...request.decision, official, ...(kept && { decree: kept }) };
}

async function requireWhole({ plans }: Pick<Deps, 'plans'>, plan: AnnualPlan): Promise<void> {
  const items = await plans.items(plan);
  const lacking = items.filter(lacksAlternative);
  if (items.length > 0 && lacking.length === 0) return;
  throw new PlanIncomplete(
    lacking.map(({ itemId }) => ({ path: `/items/${itemId}`, message: 'has no cheaper form' })),
  );
}

/** A letter has a day that has come, in western Indonesia. */
function requirePast(clock: Clock, on: string | undefined): void {
  if (on === undefined || on <= localDateOf(clock.now().getTime(), 'Asia/Jakarta')) return;
  throw new ItemWrong([{ path: '/decision/on', message: 'is yet to come' }]);
}
