import { maySee } from './may-see.ts';
import type { Reader, RecordedStatement, StoreName } from './model.ts';
import type { StatementStore } from './ports.ts';

/**
 * One statement by id, voided or not voided as asked; undefined when there is none, it is the other kind, or the
 * reader may not see it: the three cannot be told apart.
 */
export async function getStatement(
  deps: { readonly statements: StatementStore },
  request: {
    readonly store: StoreName;
    readonly reader: Reader;
    readonly id: string;
    readonly voided: boolean;
  },
): Promise<RecordedStatement | undefined> {
  const found = await deps.statements.find(request.store, request.id.toLowerCase());
  if (!found || found.voided !== request.voided) return undefined;
  const { recorded, agencies } = found;
  return maySee(request.reader, { statement: recorded.statement, agencies }) ? recorded : undefined;
}
