import type { Dynamo } from '@sinau/platform/dynamo';
import type { ComplianceDesk } from './compliance-desk.ts';
import type { CreditDesk } from './credit-desk.ts';
import { once } from './later.ts';

/** The ledger of JP and the numbers of agencies, each loaded when somebody looks at it. */
export function hourDesks(stores: { readonly dynamo: Dynamo; readonly table: string }): {
  readonly compliance: () => Promise<ComplianceDesk>;
  readonly credit: () => Promise<CreditDesk>;
} {
  return {
    compliance: once(async () => (await import('./compliance-desk.ts')).createComplianceDesk(stores)),
    credit: once(async () => (await import('./credit-desk.ts')).createCreditDesk(stores)),
  };
}
