import type { Jp } from '@sinau/kernel';
import type { Part } from '../ledger/entry.ts';
import type { LocalDate } from '../local-date.ts';

/**
 * Gives each day its part of what a course states, by the work of that day. Hundredths that are left go where most was cut
 * off, earlier days first, so that the parts are together what was stated.
 */
export function spread(stated: Jp, days: ReadonlyMap<LocalDate, number>): readonly Part[] {
  const all = [...days].filter(([, weight]) => weight > 0).toSorted(([a], [b]) => a.localeCompare(b));
  const weights = all.reduce((sum, [, weight]) => sum + weight, 0);
  const shares = all.map(([date, weight]) => {
    const exact = (stated * weight) / weights;
    return { date, amount: Math.floor(exact), rest: exact - Math.floor(exact) };
  });
  let left = stated - shares.reduce((sum, { amount }) => sum + amount, 0);
  const more = new Set<string>();
  for (const { date } of shares.toSorted((a, b) => b.rest - a.rest || a.date.localeCompare(b.date))) {
    if (left <= 0) break;
    more.add(date);
    left -= 1;
  }
  return shares
    .map(({ date, amount }) => ({ date, amount: amount + (more.has(date) ? 1 : 0) }))
    .filter(({ amount }) => amount > 0);
}
