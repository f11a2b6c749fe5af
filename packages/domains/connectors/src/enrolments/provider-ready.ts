import type { ProviderEnrolmentStore } from './ports.ts';
import { isOpen, type ProviderEnrolment, type ProviderEnrolmentReason } from './provider-enrolment.ts';

/** Whether parts that are taken at the provider can be opened. */
export type ProviderReadiness =
  | { readonly state: 'ready' }
  | { readonly state: 'pending'; readonly reason?: ProviderEnrolmentReason; readonly until: string }
  | { readonly state: 'refused'; readonly reason: ProviderEnrolmentReason };

/** Ready too where the provider need not be asked. */
export async function providerReady(
  deps: { readonly providerEnrolments: Pick<ProviderEnrolmentStore, 'find'> },
  { registration }: { readonly registration: string },
): Promise<ProviderReadiness> {
  const found = await deps.providerEnrolments.find(registration);
  return found ? readinessOf(found) : { state: 'ready' };
}

export function readinessOf(found: ProviderEnrolment): ProviderReadiness {
  const { state, reason, deadlineAt: until } = found;
  if (state === 'confirmed' || reason === 'handed-over') return { state: 'ready' };
  if (isOpen(found)) return { state: 'pending', ...(reason !== undefined && { reason }), until };
  return { state: 'refused', reason: reason ?? 'left' };
}

/** Whether somebody can make the provider be asked sooner. */
export const isRetryable = ({ state }: Pick<ProviderEnrolment, 'state'>): boolean =>
  state === 'requested' || state === 'waiting-provider' || state === 'cancelling';
