import type { PersonPrincipal } from '@sinau/kernel';
import { nextStep, type PathId, readRound } from '@sinau/programmes';
import type { CourseCard } from '@sinau/web';
import { ownerName } from '../shared/event-attendances.ts';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';
import type { RequiredPath } from './required-path.ts';

interface Due {
  readonly card: CourseCard;
  readonly dueOn: string;
}

/** Learning paths that somebody owes, with how far they are and what comes next. */
export async function requiredPathCards(
  deps: PortalDeps,
  person: PersonPrincipal,
  required: readonly RequiredPath[],
): Promise<readonly Due[]> {
  const cards = await inTurns(required, (one) => dueOf(deps, person, one));
  return cards.flat();
}

async function dueOf(
  deps: PortalDeps,
  { personId }: PersonPrincipal,
  { pathId: id, obligation, dueOn, isOverdue, since }: RequiredPath,
): Promise<readonly Due[]> {
  const [pathId, desk] = [id as PathId, await deps.paths()];
  const [path, member] = await Promise.all([desk.paths.find(pathId), desk.members.find(pathId, personId)]);
  if (!path) return [];
  const isOn = member && member.state !== 'left';
  const round = isOn && (await readRound(desk, { path, member, ...(since !== undefined && { since }) }));
  const next = round && nextStep(round.standing);
  const { title } = (round || undefined)?.terms ?? path.current ?? path.draft;
  const card: CourseCard = {
    ...{ courseId: id, isPath: true, title: { id: title }, provider: await ownerName(deps, path.owner) },
    languages: [],
    ...(round && { ...progressIn(round.standing), state: 'active' }),
    ...(next && { nextStep: next.step.title }),
    reason: { id: `Diwajibkan instansi Anda: ${obligation}`, en: `Required by your agency: ${obligation}` },
    // Noon of western Indonesia: the same day in every zone of the country.
    ...{ dueAt: `${dueOn}T05:00:00.000Z`, overdue: isOverdue },
  };
  return [{ card, dueOn }];
}

const progressIn = ({ needed, done }: { readonly needed: number; readonly done: number }) => ({
  percent: needed === 0 ? 0 : Math.round((100 * done) / needed),
  begun: done > 0,
});
