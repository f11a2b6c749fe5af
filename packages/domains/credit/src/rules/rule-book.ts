import { type AgencyId, employmentStatuses } from '@sinau/kernel';
import type { LocalDate } from '../local-date.ts';
import { forms } from './forms.ts';
import { holdingOn, newestFirst, type Rule, type RuleScope } from './rule.ts';

/** What a rule is about; of the rows of one topic one holds on each day. */
export type RuleTopic = `conversion:${string}` | `year:${string}` | 'effort';

export const topicOf = (rule: Rule): RuleTopic => {
  if (rule.kind === 'conversion') return `conversion:${rule.formCode}`;
  return rule.kind === 'year' ? `year:${rule.status}` : rule.kind;
};

/** Everything that is known of one topic, as an agency or the nation sees it. */
export interface TopicRules {
  readonly topic: RuleTopic;
  /** The row that holds; absent where no source names any. */
  readonly current?: Rule;
  /** What the nation says, where an agency has a row of its own. */
  readonly national?: Rule;
  /** Rows that begin later. */
  readonly coming: readonly Rule[];
  /** Every row, the newest first. */
  readonly rows: readonly Rule[];
}

/** In the order of the forms, then years by status, and effort. */
const topics: readonly RuleTopic[] = [
  ...forms.map(({ code }): RuleTopic => `conversion:${code}`),
  ...employmentStatuses.map((status): RuleTopic => `year:${status}`),
  'effort',
];

/** The rules of a day, topic by topic. Topics without any row are left out. */
export function ruleBook(
  rules: readonly Rule[],
  { on, agencyId }: { readonly on: LocalDate; readonly agencyId?: AgencyId },
): readonly TopicRules[] {
  const seen = rules.filter((rule) => isSeen(rule.scope, agencyId));
  return topics.flatMap((topic): readonly TopicRules[] => {
    const rows = seen.filter((rule) => topicOf(rule) === topic).toSorted(newestFirst);
    if (rows.length === 0) return [];
    const current = holdingOn(rows, on);
    const national = holdingOn(
      rows.filter(({ scope }) => scope.kind === 'national'),
      on,
    );
    return [
      {
        ...{ topic, rows, coming: rows.filter(({ validFrom }) => validFrom > on) },
        ...(current && { current }),
        ...(national && current?.scope.kind === 'agency' && { national }),
      },
    ];
  });
}

const isSeen = (scope: RuleScope, agencyId: AgencyId | undefined): boolean =>
  scope.kind === 'national' || scope.agencyId === agencyId;
