import type { PersonId } from '@sinau/kernel';
import { isOpen, isOverdue, requiredPath, startOfRound } from '@sinau/obligations';
import type { PortalDeps } from './deps.ts';

type Deps = Pick<PortalDeps, 'obligations'>;

/** A path that somebody owes by an obligation. */
export interface RequiredPath {
  readonly pathId: string;
  readonly obligation: string;
  readonly dueOn: string;
  readonly isOverdue: boolean;
  /** Of a round that comes each year: courses that were finished before do not count in it. ISO 8601 UTC. */
  readonly since?: string;
}

/** Open ones, who is due first before the others; a path once, as it is due first. */
export async function requiredPathsOf(deps: Deps, personId: PersonId): Promise<readonly RequiredPath[]> {
  const { duties, obligations, members, clock } = await deps.obligations();
  const open = (await duties.dutiesOf(personId))
    .filter((duty) => isOpen(duty) && duty.courseId.startsWith(mark))
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  if (open.length === 0) return [];
  const zone = (await members.memberOf(personId))?.timeZone ?? 'Asia/Jakarta';
  const found = await Promise.all(
    open.map(async (duty): Promise<readonly RequiredPath[]> => {
      const obligation = await obligations.find(duty.agencyId, duty.obligationId);
      if (!obligation) return [];
      const since = startOfRound(duty.period, zone);
      return [
        {
          ...{ pathId: duty.courseId.slice(mark.length), obligation: obligation.title, dueOn: duty.dueOn },
          isOverdue: isOverdue(duty, clock.now()),
          ...(since !== undefined && { since }),
        },
      ];
    }),
  );
  return [...Map.groupBy(found.flat(), ({ pathId }) => pathId).values()].flatMap(([first]) => first ?? []);
}

const mark = requiredPath('');

/** Undefined where the path is nobody's matter but theirs. */
export const requirementFor = async (
  deps: Deps,
  place: { readonly personId: PersonId; readonly pathId: string },
): Promise<RequiredPath | undefined> =>
  (await requiredPathsOf(deps, place.personId)).find(({ pathId }) => pathId === place.pathId);
