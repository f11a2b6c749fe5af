import { authorityKey } from './content-filter.ts';
import type { Reader } from './model.ts';
import type { FoundStatement } from './ports.ts';

/** Whether a statement is the reader's to see, by the agencies that were stamped on it or by who vouched for it. */
export function maySee(reader: Reader, { recorded, agencies }: FoundStatement): boolean {
  if (reader.kind === 'agency') return agencies.includes(reader.agencyId);
  if (reader.kind === 'mine') {
    return authorityKey(recorded.statement.authority) === authorityKey(reader.authority);
  }
  return true;
}
