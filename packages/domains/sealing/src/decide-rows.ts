import type { Clock, PersonPrincipal } from '@sinau/kernel';
import { agencyOf } from './authority.ts';
import { SealChanged, SealNotFound } from './errors.ts';
import type { SealRowStore } from './ports.ts';
import { again } from './seal-one.ts';
import { type SealRef, type SealState, sealStates } from './seal-row.ts';

interface Deps {
  readonly rows: SealRowStore;
  readonly clock: Clock;
}

/** A person may try these again; of `unsure` ones a second seal may be counted. */
export const triable = ['refused', 'unsure'] as const;
const isTriable = (state: SealState): boolean => triable.some((one) => one === state);

/** Somebody tries one again. */
export async function tryAgain(
  { rows, clock }: Deps,
  { principal, ref }: { readonly principal: PersonPrincipal; readonly ref: SealRef },
): Promise<void> {
  const row = await rows.find(ref);
  if (row?.agencyId !== agencyOf(principal)) throw new SealNotFound();
  const at = clock.now().toISOString();
  if (!isTriable(row.state) || (await rows.save(again(row, at))) !== 'saved') throw new SealChanged();
}

const atOnce = 100;

/** All of a state, some at a time; gives how many. Who comes in between is left to the next time. */
export async function tryAllAgain(
  { rows, clock }: Deps,
  { principal, state }: { readonly principal: PersonPrincipal; readonly state: (typeof triable)[number] },
): Promise<number> {
  const page = await rows.listIn(agencyOf(principal), state, { limit: atOnce });
  const at = clock.now().toISOString();
  const saved = await Promise.all(
    page.rows.filter((row) => isTriable(row.state)).map((row) => rows.save(again(row, at))),
  );
  return saved.filter((outcome) => outcome === 'saved').length;
}

/** Counted so far; more is `atLeast`. */
const mostCounted = 1_000;

export interface SealCount {
  readonly state: SealState;
  readonly count: number;
  readonly atLeast: boolean;
}

/** How many documents of the agency are in each state. */
export async function countSeals(
  { rows }: Pick<Deps, 'rows'>,
  principal: PersonPrincipal,
): Promise<readonly SealCount[]> {
  const agencyId = agencyOf(principal);
  return Promise.all(
    sealStates.map(async (state) => {
      const page = await rows.listIn(agencyId, state, { limit: mostCounted });
      return { state, count: page.rows.length, atLeast: page.next !== undefined };
    }),
  );
}
