import type { PersonVisit } from '../visit.ts';
import type { ConcernedWish } from './desk-ports.ts';
import { standingFilters } from './names.ts';

/** What an address asks for by this name; nothing for an empty word. */
export function asked({ context }: Pick<PersonVisit, 'context'>, name: string): string | undefined {
  const value = context.req.query(name)?.trim().slice(0, 400);
  return value === '' ? undefined : value;
}

/** Which people an address asks for; undefined where it names no competency. */
export function wishIn(visit: PersonVisit): ConcernedWish | undefined {
  const competencyId = asked(visit, 'competency');
  if (competencyId === undefined) return undefined;
  const unitId = asked(visit, 'unit');
  const wanted = asked(visit, 'standing');
  return {
    ...{ competencyId, own: asked(visit, 'own') === '1' },
    standing: standingFilters.find((one) => one === wanted) ?? 'short',
    ...(unitId !== undefined && { unitId }),
  };
}
