import { type Clock, localDateOf, type PersonId, type PersonPrincipal } from '@sinau/kernel';
import { AdoptionForbidden, HabitChanged, NoUnit } from '../errors.ts';
import { type BoardSums, boardMonth, leastMembers, sumsOf, type UnitBoard } from './board.ts';
import type { BoardDirectory, BoardStore, UnitPlace } from './ports.ts';

interface Deps {
  readonly boards: BoardStore;
  readonly places: BoardDirectory;
  readonly clock: Clock;
}
interface By {
  readonly principal: PersonPrincipal;
}

export interface NamedSums {
  readonly name: string;
  readonly sums: BoardSums;
}

export interface OwnBoard {
  readonly unit: string;
  readonly isMember: boolean;
  /** The reader may open it and have it compared. */
  readonly mayManage: boolean;
  readonly on: boolean;
  readonly compares: boolean;
  /** Absent below five. */
  readonly members?: number;
  /** Month that is told, ISO. */
  readonly month: string;
  /** Absent: too few, or somebody has left since. */
  readonly sums?: BoardSums;
  /** Units that want to be compared as this one does, by name. */
  readonly others: readonly NamedSums[];
}

const todayOf = ({ clock }: Pick<Deps, 'clock'>) => localDateOf(clock.now().getTime(), 'Asia/Jakarta');
const closed = (place: UnitPlace): UnitBoard => ({ ...place, on: false, compares: false, rev: 0 });

async function unitOf({ places }: Pick<Deps, 'places'>, personId: PersonId): Promise<UnitPlace> {
  const place = await places.unitOf(personId);
  if (!place) throw new NoUnit();
  return place;
}

/** Lets the reader's learning be counted with that of their unit, from the next month on. */
export async function joinBoard(deps: Deps, { principal: { personId } }: By): Promise<void> {
  const place = await unitOf(deps, personId);
  const known = await deps.boards.membershipOf(personId);
  if (known?.unitId === place.unitId && known.agencyId === place.agencyId) return;
  if (known) await leaveBoard(deps, { personId });
  await deps.boards.join({ personId, ...place, since: todayOf(deps) });
}

/** Each further try meets a change that somebody else made in between. */
const mostTries = 8;

/**
 * Takes somebody out at once. The month that is told goes with them: a sum without them beside the one with them would tell what they did. It goes first,
 * so that whoever breaks off in between, or meets changes, is still in and asks again. Throws `HabitChanged`. It is written once more when they are out,
 * so that whoever had read the members before, and sums them in this moment, has to begin anew.
 */
export async function leaveBoard(
  { boards }: Pick<Deps, 'boards'>,
  { personId }: { readonly personId: PersonId },
): Promise<void> {
  const known = await boards.membershipOf(personId);
  if (!known) return;
  await withdrawMonth(boards, known);
  await boards.leave(personId);
  await withdrawMonth(boards, known);
}

async function withdrawMonth(boards: BoardStore, { agencyId, unitId }: UnitPlace): Promise<void> {
  for (let n = 0; n < mostTries; n += 1) {
    const board = await boards.find(agencyId, unitId);
    if (!board) return;
    const { told: was, ...rest } = board;
    const next = was ? { ...rest, told: { month: was.month } } : rest;
    if ((await boards.save(next)) === 'saved') return;
  }
  throw new HabitChanged();
}

/** Opens the board of a unit, or closes it; by whoever leads there. */
export async function setBoard(
  deps: Deps,
  { principal, ...wish }: By & { readonly on: boolean; readonly compares: boolean },
): Promise<void> {
  if (!principal.roles.includes('supervisor')) throw new AdoptionForbidden();
  const place = await unitOf(deps, principal.personId);
  const board = (await deps.boards.find(place.agencyId, place.unitId)) ?? closed(place);
  const next = { ...board, on: wish.on, compares: wish.on && wish.compares };
  if ((await deps.boards.save(next)) === 'conflict') throw new HabitChanged();
}

/** The board of the reader's unit; undefined for whoever is in none. Each month is summed once. */
export async function readBoard(deps: Deps, { principal }: By): Promise<OwnBoard | undefined> {
  const { boards, places } = deps;
  const place = await places.unitOf(principal.personId);
  if (!place) return undefined;
  const [found, members, membership, name] = await Promise.all([
    boards.find(place.agencyId, place.unitId),
    boards.membersOf(place.agencyId, place.unitId),
    boards.membershipOf(principal.personId),
    places.nameOf(place),
  ]);
  const board = await told(deps, found ?? closed(place));
  const month = boardMonth(todayOf(deps));
  const isShown = board.on && members.length >= leastMembers;
  const sums = isShown && board.told?.month === month ? board.told.sums : undefined;
  return {
    ...{ unit: name ?? '–', on: board.on, compares: board.compares, month },
    isMember: membership?.unitId === place.unitId && membership.agencyId === place.agencyId,
    mayManage: principal.roles.includes('supervisor'),
    ...(members.length >= leastMembers && { members: members.length }),
    ...(sums && { sums }),
    others: sums && board.compares ? await othersOf(deps, board, month) : [],
  };
}

/** With the sums of the last month, unless they were made, or withdrawn, already. */
async function told(deps: Deps, board: UnitBoard): Promise<UnitBoard> {
  const month = boardMonth(todayOf(deps));
  if (!board.on || board.told?.month === month) return board;
  const counted = [];
  for (const member of await deps.boards.membersOf(board.agencyId, board.unitId)) {
    // Who has moved since is not of the unit any more, the list may still hold who has just left, and nobody is counted for days before they said so.
    const [now, still] = await Promise.all([
      deps.places.unitOf(member.personId),
      deps.boards.membershipOf(member.personId),
    ]);
    const isHere = [now, still].every(
      (one) => one?.unitId === board.unitId && one.agencyId === board.agencyId,
    );
    if (!isHere || !still || still.since >= `${month}-01`) continue;
    counted.push(await deps.places.monthOf(member.personId, month));
  }
  const sums = sumsOf(counted);
  // While there are too few, the month stays open for those who are counted later.
  if (!sums) return board;
  const next = { ...board, told: { month, sums } };
  const saved = await deps.boards.save(next);
  return saved === 'saved' ? next : ((await deps.boards.find(board.agencyId, board.unitId)) ?? board);
}

async function othersOf(
  { boards, places }: Deps,
  { agencyId, unitId }: UnitBoard,
  month: string,
): Promise<readonly NamedSums[]> {
  const others: NamedSums[] = [];
  for (const one of await boards.list(agencyId)) {
    const sums = one.told?.month === month ? one.told.sums : undefined;
    if (one.unitId === unitId || !one.on || !one.compares || !sums) continue;
    const members = await boards.membersOf(agencyId, one.unitId);
    if (members.length < leastMembers) continue;
    others.push({ name: (await places.nameOf(one)) ?? '–', sums });
  }
  return others.toSorted((a, b) => a.name.localeCompare(b.name));
}
