import { ObligationChanged, RemindedToday } from './errors.ts';
import { localDayOf } from './local-day.ts';
import { type AgencyDesk, ownObligation } from './own-obligation.ts';
import type { ObligationStore } from './ports.ts';
import { type StartSpreadDeps, saveAndSpread } from './spread/start-spread.ts';

/** Has everybody who is late reminded once more today, as the round that looks at everybody meets them. */
export async function remindLate(
  deps: StartSpreadDeps & { readonly obligations: ObligationStore },
  input: { readonly principal: AgencyDesk; readonly obligationId: string },
): Promise<void> {
  const before = await ownObligation(deps, input);
  const today = localDayOf(deps.clock.now(), 'Asia/Jakarta');
  if (before.remindedOn === today) throw new RemindedToday();
  if (before.state !== 'active') throw new ObligationChanged('This obligation is not in force now.');
  await saveAndSpread(deps, { ...before, remindedOn: today });
}
