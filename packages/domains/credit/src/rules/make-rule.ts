import type { AgencyId, Clock, PersonId } from '@sinau/kernel';
import { RuleNotAllowed } from '../errors.ts';
import { type LocalDate, localDateOf, yearOf } from '../local-date.ts';
import type { RuleStore } from '../ports.ts';
import { nationalRules } from './national-rules.ts';
import { excessOf, type Rule, type RuleScope } from './rule.ts';
import { type RuleTopic, ruleBook, topicOf } from './rule-book.ts';
import { changedBy, type RuleChange } from './rule-change.ts';

export interface RuleRequest {
  readonly topic: RuleTopic;
  readonly change: RuleChange;
  /** The ground of the new row; of a verification the source that was read. */
  readonly words: string;
  readonly validFrom: LocalDate;
}

interface Actor {
  readonly personId: PersonId;
  /** Absent: an operator, for the nation. */
  readonly agencyId?: AgencyId;
}

/** The row that a request would add. Rejects with `RuleNotAllowed`, which names the field. */
export async function makeRule(
  { credit, clock }: { readonly credit: Pick<RuleStore, 'rulesOf'>; readonly clock: Clock },
  { actor, request }: { readonly actor: Actor; readonly request: RuleRequest },
): Promise<Rule> {
  const { agencyId, personId } = actor;
  const now = clock.now();
  const today = localDateOf(now.getTime(), 'Asia/Jakarta');
  const rules = [...nationalRules, ...(await credit.rulesOf(agencyId === undefined ? [] : [agencyId]))];
  const own = agencyId === undefined ? {} : { agencyId };
  const known = ruleBook(rules, { on: request.validFrom, ...own }).find(
    ({ topic }) => topic === request.topic,
  );
  const before = known?.current;
  if (!before) throw new RuleNotAllowed('topic');
  const { change } = request;
  const isVerification = change.kind === 'verify';
  // What a year that is over has brought stays as it was.
  const isLate = yearOf(request.validFrom) < yearOf(today);
  if (isLate && !isVerification) throw new RuleNotAllowed('validFrom');
  const scope: RuleScope = agencyId === undefined ? { kind: 'national' } : { kind: 'agency', agencyId };
  const { repealed: _, verified: __, words: ___, validTo: ____, ...kept } = before;
  const row = {
    ...kept,
    ...{ scope, by: personId, at: now.toISOString(), verified: isVerification },
    ...(isVerification
      ? { validFrom: before.validFrom, words: request.words }
      : { validFrom: request.validFrom, legalBasis: request.words }),
  };
  const ruleId = `${agencyId ?? 'national'}:${keyOf(before)}:${row.validFrom}:${row.at}`;
  const rule = { ...changedBy(row as Rule, change, agencyId), ruleId };
  const national = known.national ?? (before.scope.kind === 'national' ? before : undefined);
  const excess = agencyId !== undefined && national && excessOf(rule, national);
  if (excess) throw new RuleNotAllowed(excess);
  return rule;
}

const keyOf = (rule: Rule): string => (rule.kind === 'conversion' ? rule.formCode : topicOf(rule));
