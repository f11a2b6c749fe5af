import type { AgencyId, Jp } from '@sinau/kernel';
import * as z from 'zod';
import { RuleNotAllowed } from '../errors.ts';
import type { ConversionRule, Rule, YearRule } from './rule.ts';

const jp = z.int().min(0).max(100_000);

/**
 * What may be said of a rule, by its kind; amounts in hundredths. Everything else (unit, period, what is done abroad) stays as it is in the
 * row before.
 */
export const ruleChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('conversion'),
    /** Absent: as the certificate states. */
    jpPerUnit: jp.exactOptional(),
    /** Absent: no cap. */
    capAmount: jp.min(1).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('year'),
    minimum: jp.exactOptional(),
    maximum: jp.exactOptional(),
    /** Absent: by the last day. */
    countsBy: z.enum(['last-day', 'certificate-day']).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('effort'),
    leastShare: z.int().min(1).max(100),
    idleMinutes: z.int().min(5).max(120),
  }),
  /** The nation’s row holds again; of an agency alone. */
  z.strictObject({ kind: z.literal('repeal') }),
  /** Somebody has read the source of the row as it is; of the nation alone. */
  z.strictObject({ kind: z.literal('verify') }),
]);
export type RuleChange = z.infer<typeof ruleChangeSchema>;

/** The row with what was said of it; everything else stays. */
export function changedBy(row: Rule, change: RuleChange, agencyId: AgencyId | undefined): Rule {
  if (change.kind === 'verify') {
    if (agencyId !== undefined) throw new RuleNotAllowed('topic');
    return row.kind === 'conversion' ? { ...row, intlVerified: true } : row;
  }
  if (change.kind === 'repeal') {
    if (agencyId === undefined) throw new RuleNotAllowed('topic');
    return { ...row, repealed: true };
  }
  if (change.kind === 'conversion' && row.kind === 'conversion') return conversionOf(row, change);
  if (change.kind === 'year' && row.kind === 'year') return yearRuleOf(row, change);
  if (change.kind === 'effort' && row.kind === 'effort') {
    const { leastShare, idleMinutes } = change;
    return { ...row, leastShare, idleMinutes };
  }
  throw new RuleNotAllowed('topic');
}

type ChangeOf<Kind extends RuleChange['kind']> = Extract<RuleChange, { kind: Kind }>;

function conversionOf(row: ConversionRule, change: ChangeOf<'conversion'>): ConversionRule {
  const { capAmount: _, jpPerUnit: __, intlVerified: ___, ...rest } = row;
  const { capPeriod = 'day', capMeasure = 'jp' } = row;
  const { jpPerUnit, capAmount } = change;
  // Without an amount a unit is worth what the certificate states, and only programmes state any.
  if ((row.unit === 'programme_jp') !== (jpPerUnit === undefined)) throw new RuleNotAllowed('jpPerUnit');
  return {
    ...rest,
    ...(jpPerUnit !== undefined && { jpPerUnit: jpPerUnit as Jp }),
    ...(capAmount !== undefined && { capAmount, capPeriod, capMeasure }),
  };
}

function yearRuleOf(row: YearRule, change: ChangeOf<'year'>): YearRule {
  const { minimum: _, maximum: __, countsBy: ___, ...rest } = row;
  const { minimum, maximum, countsBy } = change;
  if (minimum === undefined && maximum === undefined) throw new RuleNotAllowed('minimum');
  return {
    ...rest,
    ...(minimum !== undefined && { minimum: minimum as Jp }),
    ...(maximum !== undefined && { maximum: maximum as Jp }),
    ...(countsBy === 'certificate-day' && { countsBy }),
  };
}
