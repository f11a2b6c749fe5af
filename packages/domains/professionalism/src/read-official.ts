import type { Clock, PersonPrincipal } from '@sinau/kernel';
import { AskedTooSoon } from './errors.ts';
import { type Band, bandOf, type Dimension } from './formula.ts';
import { formulaOf } from './national-formulas.ts';
import { type OfficialIndex, type OfficialLook, type OfficialStore, totalOf } from './official.ts';

export interface OfficialYear extends OfficialIndex {
  readonly total: number;
  readonly band: Band;
}

/** Everything that was read of a person, newest year first, and when it was looked for last. */
export async function readOfficial(
  { official }: { readonly official: OfficialStore },
  personId: PersonPrincipal['personId'],
): Promise<Pick<OfficialLook, 'look' | 'askedAt'> & { readonly years: readonly OfficialYear[] }> {
  const [years, found] = await Promise.all([official.yearsOf(personId), official.lookOf(personId)]);
  return {
    years: years.map((one) => {
      const total = totalOf(one);
      return { ...one, total, band: bandOf(formulaOf(one.year), total) };
    }),
    ...(found?.look && { look: found.look }),
    ...(found?.askedAt !== undefined && { askedAt: found.askedAt }),
  };
}

const dayMs = 24 * 3_600_000;

/** When somebody who asked then may ask again. */
export const asksAgainAt = (askedAt: string): string => new Date(Date.parse(askedAt) + dayMs).toISOString();

/** A person wants theirs read again: once a day. Rejects with `AskedTooSoon`. */
export async function askForOfficial(
  { official, clock }: { readonly official: OfficialStore; readonly clock: Clock },
  { principal }: { readonly principal: PersonPrincipal },
): Promise<void> {
  const now = clock.now();
  const asked = { at: now.toISOString(), notBefore: new Date(now.getTime() - dayMs).toISOString() };
  if ((await official.noteAsked(principal.personId, asked)) === 'too-soon') throw new AskedTooSoon();
}

export interface Difference {
  readonly dimension: Dimension;
  /** Points of BKN less ours. */
  readonly by: number;
}

/** Where BKN and the simulation of the same year part; dimensions that the simulation leaves open are none. */
export function differencesOf(
  official: Pick<OfficialIndex, 'points'>,
  parts: readonly { readonly dimension: Dimension; readonly points?: number }[],
): readonly Difference[] {
  return parts.flatMap(({ dimension, points }) => {
    if (points === undefined) return [];
    const by = Math.round((official.points[dimension] - points) * 100) / 100;
    return by === 0 ? [] : [{ dimension, by }];
  });
}
