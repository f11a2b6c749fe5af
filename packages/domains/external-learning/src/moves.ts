import type { Action, ExternalLearning, Line, State } from './learning.ts';

/** Who takes a step: the learner, whoever decides about it now, an administrator of the agency, or the platform. */
export type Party = 'learner' | 'reviewer' | 'agency' | 'system';

interface Move {
  readonly from: readonly State[];
  readonly by: Party;
  /** Whoever is told no is told why. */
  readonly reason?: true;
}

const underWay = ['hr_ok', 'assigned', 'in_progress'] as const;

/** Every step there is. What is not here is refused. */
export const moves: Readonly<Record<Exclude<Action, 'add' | 'enter'>, Move>> = {
  send: { from: ['draft', 'returned', ...underWay], by: 'learner' },
  approve: { from: ['submitted', 'supervisor_ok'], by: 'reviewer' },
  assign: { from: ['hr_ok'], by: 'agency' },
  begin: { from: ['hr_ok', 'assigned'], by: 'learner' },
  verify: { from: ['reported'], by: 'reviewer' },
  recognise: { from: ['verified'], by: 'system' },
  return: {
    from: ['submitted', 'supervisor_ok', ...underWay, 'reported', 'verified', 'recognised'],
    ...{ by: 'reviewer', reason: true },
  },
  reject: {
    from: ['submitted', 'supervisor_ok', ...underWay, 'reported', 'verified', 'recognised'],
    ...{ by: 'reviewer', reason: true },
  },
  reopen: { from: ['rejected'], by: 'agency', reason: true },
  cancel: {
    from: ['draft', 'submitted', 'supervisor_ok', ...underWay, 'reported', 'returned'],
    by: 'learner',
  },
  restore: { from: ['cancelled'], by: 'learner' },
};

export type MoveName = keyof typeof moves;

/** Where a step leads, or undefined where it cannot be taken. `hasSupervisor`: the reviewer is the learner's own. */
export function targetOf(
  action: MoveName,
  learning: Pick<ExternalLearning, 'state' | 'stage'>,
  { bySupervisor = false, needsLetter = false } = {},
): State | undefined {
  const { state, stage } = learning;
  if (!moves[action].from.includes(state)) return undefined;
  switch (action) {
    case 'send':
      if (state === 'hr_ok' && needsLetter) return undefined;
      return stage === 'proposal' && (state === 'draft' || state === 'returned') ? 'submitted' : 'reported';
    case 'approve':
      return state === 'submitted' && bySupervisor ? 'supervisor_ok' : 'hr_ok';
    case 'begin':
      return state === 'hr_ok' && needsLetter ? undefined : 'in_progress';
    default:
      return targets[action];
  }
}

const targets: Readonly<Record<Exclude<MoveName, 'send' | 'approve' | 'begin'>, State>> = {
  assign: 'assigned',
  verify: 'verified',
  recognise: 'recognised',
  return: 'returned',
  reject: 'rejected',
  reopen: 'returned',
  cancel: 'cancelled',
  restore: 'draft',
};

/** What the learner may still write. `report`: what was approved stands, what came of it is filled in. */
export function editable({ state }: Pick<ExternalLearning, 'state'>): 'all' | 'report' | 'nothing' {
  if (state === 'draft' || state === 'returned') return 'all';
  return underWay.some((one) => one === state) ? 'report' : 'nothing';
}

/**
 * Whether the learner writes the assignment letter. Of what was planned the agency issues it; the learner tells of it in a report for which it has issued
 * none: the form may turn out to be another one than was planned, and the agency may have begun to ask for letters since.
 */
export function writesLetter(
  learning: Pick<ExternalLearning, 'state' | 'stage' | 'way'>,
  lines: readonly Pick<Line, 'action'>[],
): boolean {
  const { state, stage, way } = learning;
  if (way !== 'planned') return editable(learning) === 'all';
  const reports = state === 'in_progress' || (state === 'returned' && stage === 'report');
  return reports && !lines.some(({ action }) => action === 'assign');
}

/** Somebody has to decide, or to issue the letter that the agency asks for. */
export const isWaiting = (state: State, needsLetter = true): boolean =>
  state === 'submitted' ||
  state === 'supervisor_ok' ||
  state === 'reported' ||
  (state === 'hr_ok' && needsLetter);
