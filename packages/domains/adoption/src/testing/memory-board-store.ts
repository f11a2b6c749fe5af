import type { BoardMember, UnitBoard } from '../boards/board.ts';
import type { BoardStore } from '../boards/ports.ts';

/** Boards without a table. */
export function memoryBoardStore(): BoardStore {
  const members = new Map<string, BoardMember>();
  const boards = new Map<string, UnitBoard>();
  const keyOf = (agencyId: string, unitId: string) => `${agencyId} ${unitId}`;
  return {
    membershipOf: async (personId) => members.get(personId),
    join: async (member) => void members.set(member.personId, member),
    leave: async (personId) => void members.delete(personId),
    membersOf: async (agencyId, unitId) =>
      [...members.values()].filter((one) => one.agencyId === agencyId && one.unitId === unitId),
    find: async (agencyId, unitId) => boards.get(keyOf(agencyId, unitId)),
    list: async (agencyId) => [...boards.values()].filter((one) => one.agencyId === agencyId),
    async save(next) {
      const key = keyOf(next.agencyId, next.unitId);
      if ((boards.get(key)?.rev ?? 0) !== next.rev) return 'conflict';
      boards.set(key, { ...next, rev: next.rev + 1 });
      return 'saved';
    },
  };
}
