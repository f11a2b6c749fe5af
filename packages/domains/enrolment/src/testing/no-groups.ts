import type { SeatGroups } from '../pool.ts';

/** Where no quota keeps seats for groups. */
export const noGroups: SeatGroups = {
  of: async () => undefined,
  knows: async () => true,
};
