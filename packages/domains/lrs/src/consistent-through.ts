import type { StoreName } from './model.ts';
import type { StatementStore } from './ports.ts';

/** ISO 8601 UTC: every statement stored at or before this can be read now, and none will be added. */
export async function consistentThrough(
  deps: { readonly statements: StatementStore },
  store: StoreName,
): Promise<string> {
  return new Date(await deps.statements.consistentThroughMs(store)).toISOString();
}
