import type { StoredStatement } from '@sinau/xapi';
import { authorityKey } from './content-filter.ts';

/**
 * Which statements the voiding statements of a request take out of results: any, or those alone that the same authority
 * vouches for. It is kept with the voiding statement, whose target may come much later.
 */
export type VoidingRight = 'any' | 'own';

/** Whether a voiding statement counts against its target. */
export function mayVoid(
  voider: { readonly statement: StoredStatement; readonly voids: VoidingRight },
  target: { readonly statement: StoredStatement },
): boolean {
  if (voider.voids === 'any') return true;
  return authorityKey(voider.statement.authority) === authorityKey(target.statement.authority);
}
