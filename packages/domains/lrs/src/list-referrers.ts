import { maySee } from './may-see.ts';
import type { Reader, RecordedStatement, StoreName } from './model.ts';
import type { StatementStore } from './ports.ts';

/**
 * Statements that name this one as their object, voiding ones among them and voided ones too, oldest first, as far as the
 * reader may see them; at most `limit`. The target itself need not exist.
 */
export async function listReferrers(
  deps: { readonly statements: StatementStore },
  request: {
    readonly store: StoreName;
    readonly reader: Reader;
    /** Of the statement that is referred to. */
    readonly id: string;
    /** @default 50 */
    readonly limit?: number;
  },
): Promise<readonly RecordedStatement[]> {
  const { store, reader, limit = 50 } = request;
  const ids = await deps.statements.referrers(store, request.id.toLowerCase(), limit);
  const found = await Promise.all(ids.map((id) => deps.statements.find(store, id)));
  return found
    .filter((one) => one !== undefined)
    .filter(({ recorded, agencies }) => maySee(reader, { statement: recorded.statement, agencies }))
    .map(({ recorded }) => recorded)
    .sort((a, b) => (a.position < b.position ? -1 : 1));
}
