import { ObligationChanged } from './errors.ts';
import type { Obligation, ObligationState } from './obligation.ts';
import { type AgencyDesk, makerOf, ownObligation } from './own-obligation.ts';
import type { ObligationStore } from './ports.ts';
import { type StartSpreadDeps, saveAndSpread } from './spread/start-spread.ts';

export const obligationSteps = ['pause', 'resume', 'end'] as const;
export type ObligationStep = (typeof obligationSteps)[number];

const after: Readonly<Record<ObligationStep, { from: readonly ObligationState[]; to: ObligationState }>> = {
  pause: { from: ['active'], to: 'paused' },
  resume: { from: ['paused'], to: 'active' },
  end: { from: ['active', 'paused'], to: 'ended' },
};

/** Pauses, resumes or ends an obligation; its duties follow by and by. What is finished stays finished. */
export async function changeObligation(
  deps: StartSpreadDeps & { readonly obligations: ObligationStore },
  input: {
    readonly principal: AgencyDesk;
    readonly obligationId: string;
    readonly step: ObligationStep;
    /** As it was shown; absent: as it stands. */
    readonly rev?: number;
  },
): Promise<Obligation> {
  const before = await ownObligation(deps, input);
  const { from, to } = after[input.step];
  if (input.rev !== undefined && input.rev !== before.rev) throw new ObligationChanged();
  if (!from.includes(before.state)) {
    throw new ObligationChanged(`This obligation is ${before.state}; it cannot be changed this way.`);
  }
  const at = deps.clock.now().toISOString();
  const next: Obligation = { ...before, state: to, changedAt: at, changedBy: makerOf(input.principal) };
  return saveAndSpread(deps, next);
}
