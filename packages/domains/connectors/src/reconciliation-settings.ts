import * as z from 'zod';
import type { Connection } from './connection.ts';

/** What people set about comparisons of a connection; each is absent where the default holds. Whole days. */
export const reconciliationSettingsSchema = z.strictObject({
  /** Contact, authors and operators are told of what nobody has dealt with for so long. */
  agedAfterDays: z.int().min(1).max(90).exactOptional(),
  /** Of a provider that is not asked: a learner of whom nothing came for so long is told of; 0: never. */
  silentAfterDays: z.int().min(0).max(365).exactOptional(),
});
export type ReconciliationSettings = z.output<typeof reconciliationSettingsSchema>;

export const defaultReconciliationSettings = { agedAfterDays: 3, silentAfterDays: 30 } as const;

export const reconciliationSettingsOf = ({
  reconciliation,
}: Pick<Connection, 'reconciliation'>): Required<ReconciliationSettings> => ({
  ...defaultReconciliationSettings,
  ...reconciliation,
});
