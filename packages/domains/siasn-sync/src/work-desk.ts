import type { AgencyId } from '@sinau/kernel';
import type { Delivered, Training } from '@sinau/siasn';
import { type ClaimDeps, claimWork, type WorkOrder } from './claim-work.ts';
import type { LineSource } from './ports.ts';
import type { Environment } from './settings.ts';
import { noteCreating, settleWork } from './settle-work.ts';

/** Where work comes from and what became of it goes to: our tables, or our API for a connector that an agency runs. */
export interface WorkDesk {
  /** Each is held for whoever asks. */
  claim(limit: number): Promise<readonly WorkOrder[]>;
  /** Right before a record is created. `lost`: it must not be. */
  creating(order: WorkOrder, training: Training): Promise<'noted' | 'lost'>;
  end(order: WorkOrder, end: Delivered): Promise<void>;
  document(order: WorkOrder): Promise<Uint8Array | undefined>;
}

export interface SendDeps extends ClaimDeps {
  readonly lines: LineSource;
}

/** On our own tables. */
export function ownDesk(
  deps: SendDeps,
  { agencyId, environment }: { readonly agencyId: AgencyId; readonly environment: Environment },
): WorkDesk {
  return {
    claim: (limit) => claimWork(deps, { agencyId, environment, limit }),
    creating: (held, training) => noteCreating(deps, { held, training }),
    end: async (held, end) => {
      await settleWork(deps, { held, end });
    },
    document: async (order) => order.document && deps.lines.document(order, order.document),
  };
}
