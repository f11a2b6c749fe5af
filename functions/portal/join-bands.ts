import { matchRequestSchema, readBands, setBands, withdrawBands } from '@sinau/competency';
import { namesOf } from '@sinau/identity';
import type { BandsPorts } from '@sinau/web';
import type { PortalDeps } from './deps.ts';
import { requestOfForm } from './request-of-form.ts';

/** By which bands the reader's own agency reads matches. */
export function joinBands(deps: Pick<PortalDeps, 'competency' | 'people'>): BandsPorts {
  return {
    async bandsOf(principal) {
      const all = await readBands(await deps.competency(), { principal });
      const names = await namesOf(
        deps,
        all.flatMap(({ editions }) => editions.map(({ setBy }) => setBy)),
      );
      return all.map(({ inForce: { use: _, ...inForce }, ...view }) => ({
        ...{ ...view, inForce },
        editions: view.editions.map((one) => ({ ...one, setBy: names.get(one.setBy) ?? '–' })),
      }));
    },
    setBands: async (principal, { order, ...which }) => {
      const request = requestOfForm(matchRequestSchema, order);
      await setBands(await deps.competency(), { principal, ...which, request });
    },
    withdrawBands: async (principal, which) => {
      await withdrawBands(await deps.competency(), { principal, ...which });
    },
  };
}
