import type { AgencyId } from '@sinau/kernel';
import type { StoredStatement } from '@sinau/xapi';
import { authorityKey } from './content-filter.ts';
import type { Reader } from './model.ts';

/** Whether a statement is the reader's to see, by the agencies that were stamped on it or by who vouched for it. */
export function maySee(
  reader: Reader,
  { statement, agencies }: { readonly statement: StoredStatement; readonly agencies: readonly AgencyId[] },
): boolean {
  if (reader.kind === 'agency') return agencies.includes(reader.agencyId);
  if (reader.kind === 'mine') {
    return authorityKey(statement.authority) === authorityKey(reader.authority);
  }
  return true;
}
