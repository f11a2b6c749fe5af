import { type DutyState, dutyStates } from './counted.ts';

/** `required` are all that were not released; each other step counts those who have come at least so far. */
export type FunnelStep = Exclude<DutyState, 'released'>;
export const funnelSteps = dutyStates.filter((state): state is FunnelStep => state !== 'released');

export type Steps = Readonly<Record<FunnelStep, number>>;

/** From how many stand at each step to how many have come at least so far. */
export function stepsOf(standing: (step: FunnelStep) => number): Steps {
  let reached = 0;
  const steps: Partial<Record<FunnelStep, number>> = {};
  for (const step of funnelSteps.toReversed()) {
    reached += standing(step);
    steps[step] = reached;
  }
  return steps as Steps;
}
