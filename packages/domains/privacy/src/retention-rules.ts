import type { ErasureMode } from './privacy-job.ts';

/** How long something is kept. A rule in force is never changed: a new version begins at a date of its own. */
export interface RetentionRule {
  readonly ruleId: string;
  /** From 1 on. */
  readonly version: number;
  /** `YYYY-MM-DD`, inclusive. */
  readonly validFrom: string;
  /** Verbs of the statements it is about; absent: all that no other rule names. */
  readonly verbs?: readonly string[];
  /** Counted from `stored`; absent: as long as something else does not end it. */
  readonly months?: number;
  readonly action: ErasureMode | 'keep';
  readonly basis: string;
}

const verbs = (...names: readonly string[]) => names.map((name) => `http://adlnet.gov/expapi/verbs/${name}`);

/** Product defaults: what they end is counted, and carried out where two operators have confirmed it for an agency. */
export const retentionRules: readonly RetentionRule[] = [
  {
    ruleId: 'training-record',
    version: 1,
    validFrom: '2026-01-01',
    verbs: [
      ...verbs('completed', 'passed', 'failed'),
      'https://w3id.org/xapi/adl/verbs/satisfied',
      'https://w3id.org/xapi/adl/verbs/waived',
    ],
    action: 'keep',
    basis: 'PerANRI 22/2017: arsip kepegawaian, masa dinas + 5 tahun',
  },
  {
    ruleId: 'raw-statements',
    version: 1,
    validFrom: '2026-01-01',
    months: 24,
    action: 'pseudonymise',
    basis: 'UU 27/2022 Pasal 44: tujuan pemrosesan telah tercapai',
  },
];

/** The version of each rule that is in force on a date (`YYYY-MM-DD`). */
export function rulesAt(rules: readonly RetentionRule[], date: string): readonly RetentionRule[] {
  const byId = Map.groupBy(
    rules.filter(({ validFrom }) => validFrom <= date),
    ({ ruleId }) => ruleId,
  );
  return [...byId.values()].map((versions) =>
    versions.reduce((newest, one) => (one.version > newest.version ? one : newest)),
  );
}

/** What a rule ends now, and what others keep meanwhile. */
export interface RetentionOrder {
  readonly rule: RetentionRule;
  readonly mode: ErasureMode;
  /** Epoch milliseconds: what was stored at or before this has been kept long enough. */
  readonly untilMs: number;
  readonly keepVerbs: readonly string[];
}

export function retentionOrders(rules: readonly RetentionRule[], now: Date): readonly RetentionOrder[] {
  const inForce = rulesAt(rules, now.toISOString().slice(0, 10));
  const keepVerbs = inForce.filter(({ action }) => action === 'keep').flatMap((rule) => rule.verbs ?? []);
  return inForce.flatMap((rule) => {
    if (rule.action === 'keep' || rule.months === undefined) return [];
    const until = new Date(now);
    until.setUTCMonth(until.getUTCMonth() - rule.months);
    return [{ rule, mode: rule.action, untilMs: until.getTime(), keepVerbs }];
  });
}
