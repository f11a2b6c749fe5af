import type { PeoplePorts, UnitRow } from '../people/ports.ts';

/** A tree of the fixtures' units, with people in it. */
export const unitFixtures = (
  units: readonly UnitRow[],
): Pick<PeoplePorts, 'unitTreeOf' | 'unitOf' | 'unitPeopleOf' | 'changeUnit' | 'endUnit'> => ({
  unitTreeOf: async () => ({
    agency: 'Kementerian Contoh',
    units: units.map((unit) => ({
      ...unit,
      ...{ depth: unit.parentId === undefined ? 0 : 1, people: 12, branchPeople: 1_204 },
      validFrom: '2026-01-01',
    })),
    withoutUnit: 3,
    ended: [{ unitId: 'berakhir', name: 'Bagian Lama', validTo: '2026-06-30' }],
  }),
  unitOf: async (_reader, { unitId }) => ({
    ...{ unitId, name: 'Biro Umum', validFrom: '2020-01-01', province: '53', remote: true },
    ...(unitId === 'berakhir' && { validTo: '2026-06-30' }),
    past: [{ until: '2025-12-31', path: 'Sekretariat / Bagian Umum' }],
  }),
  unitPeopleOf: async () => ({
    people: [{ personId: 'p1', name: 'Yohanis', email: 'yohanis@contoh.example', status: 'active' }],
    next: 'next',
  }),
  changeUnit: async () => undefined,
  endUnit: async () => undefined,
});
