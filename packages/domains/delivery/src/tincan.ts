import { type BatchCheck, checkAuStatement, isDefined, type SessionState } from '@sinau/cmi5';
import { checkTincanStatement } from '@sinau/tincan';
import type { Statement } from '@sinau/xapi';
import type { AuSession } from './registration.ts';

/**
 * One request out of a session that plays a Tin Can package. The page of ours around it speaks cmi5 and is held to its rules; the
 * package speaks under the same token and knows no session. Until the token dies, a minute after the page has ended the session, its
 * last words count.
 */
export function checkTincanStatements(
  { activityId }: NonNullable<AuSession['tincan']>,
  before: SessionState,
  statements: readonly Statement[],
): BatchCheck & { readonly statements?: readonly Statement[] } {
  const { terms } = before;
  const tincan = {
    ...terms,
    belongsTo: [terms.publisherId, terms.activityId],
    launchable: [activityId, terms.activityId],
  };
  const all: Statement[] = [];
  let next = before;
  for (const [index, statement] of statements.entries()) {
    if (next.session.abandoned) return { outcome: 'refused', index, ...abandoned };
    if (isDefined(statement)) {
      const check = checkAuStatement(next, statement);
      if (check.outcome === 'refused') return { ...check, index };
      next = check.next;
      all.push(statement);
    } else {
      const check = checkTincanStatement(tincan, next.verdict, statement);
      if (check.outcome === 'refused') return { ...check, index };
      if (check.verdict !== next.verdict) next = { ...next, verdict: check.verdict };
      all.push(check.statement);
    }
  }
  return { outcome: 'accepted', next, statements: all };
}

const abandoned = {
  requirement: 'tincan.launch',
  message: 'This session was ended by another launch; launch again.',
};
