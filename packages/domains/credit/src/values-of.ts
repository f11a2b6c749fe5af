import type { Part } from './ledger/entry.ts';
import type { ConversionRule } from './rules/rule.ts';

/**
 * JP of each part, in hundredths. What is cut off below a hundredth is carried on, so that the parts together are worth
 * as much as the whole: ten JP abroad over three days are twelve, not 11.98.
 */
export function valuesOf(rule: ConversionRule, parts: readonly Part[], abroad: boolean): readonly number[] {
  let amount = 0;
  let told = 0;
  return parts.map((part) => {
    amount += part.amount;
    const whole = worthOf(rule, amount, abroad);
    const value = whole - told;
    told = whole;
    return value;
  });
}

function worthOf(rule: ConversionRule, amount: number, abroad: boolean): number {
  const { unit, jpPerUnit, intlMode, intlValue } = rule;
  const perUnit = unit === 'programme_jp' ? 100 : (jpPerUnit ?? 0);
  if (abroad && intlMode === 'fixed') return Math.floor((amount * (intlValue ?? perUnit)) / 100);
  const percent = abroad && intlMode === 'factor' ? (intlValue ?? 100) : 100;
  return Math.floor((amount * perUnit * percent) / 10_000);
}
