import type { AgencyId } from '@sinau/kernel';
import { identityOf, registrationOf, type StoredStatement } from '@sinau/xapi';
import { authorityKey } from './content-filter.ts';
import type { Reader } from './model.ts';

/** Whether a statement is the reader's to see, by the agencies that were stamped on it or by who vouched for it. */
export function maySee(
  reader: Reader,
  { statement, agencies }: { readonly statement: StoredStatement; readonly agencies: readonly AgencyId[] },
): boolean {
  return reader.kind === 'agency' ? agencies.includes(reader.agencyId) : maySeeByItself(reader, statement);
}

/** As `maySee`, as far as the statement alone tells: an agency's rows say what an agency may see. */
export function maySeeByItself(reader: Reader, statement: StoredStatement): boolean {
  if (reader.kind === 'all' || reader.kind === 'agency') return true;
  if (authorityKey(statement.authority) !== authorityKey(reader.authority)) return false;
  if (reader.kind === 'mine') return true;
  const learner = identityOf(reader.learner);
  return (
    registrationOf(statement) === reader.registration &&
    learner !== undefined &&
    identityOf(statement.actor) === learner
  );
}
