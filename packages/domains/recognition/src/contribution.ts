import type { Change } from './ports.ts';
import type { Recognition, Value } from './recognition.ts';

/** What one recognition adds to the counters of an agency, year and unit. */
export interface Contribution extends Pick<Recognition, 'agencyId' | 'year' | 'unitId'> {
  readonly value: Value;
  readonly by: number;
}

const placeOf = ({ agencyId, year, unitId, value }: Recognition): string =>
  JSON.stringify([agencyId, year, unitId, value]);

/** The exact difference that changes make to counters; one row of them once, however many changes touch it. */
export function contributionsOf(changes: readonly Change[]): readonly Contribution[] {
  const sums = new Map<string, { readonly of: Recognition; by: number }>();
  const add = (one: Recognition | undefined, by: number) => {
    if (one?.state !== 'granted') return;
    const sum = sums.get(placeOf(one)) ?? { of: one, by: 0 };
    sum.by += by;
    sums.set(placeOf(one), sum);
  };
  for (const { before, after } of changes) {
    add(before, -1);
    add(after, 1);
  }
  return [...sums.values()]
    .filter(({ by }) => by !== 0)
    .map(({ of: { agencyId, year, unitId, value }, by }) => ({ agencyId, year, unitId, value, by }));
}
