import { type AgencyId, oneLine } from '@sinau/kernel';
import * as z from 'zod';
import { rupiahSchema } from './line.ts';

export const costUnits = ['person', 'person-day', 'jp'] as const;
export type CostUnit = (typeof costUnits)[number];

/** What one unit costs by a source, from a day on. Never changed: another amount is another row with its first day. */
export interface UnitCost {
  readonly agencyId: AgencyId;
  readonly code: string;
  readonly title: string;
  readonly unit: CostUnit;
  /** Whole rupiah, integer > 0. */
  readonly amount: number;
  /** Rule, price list or contract that says so. */
  readonly basis: string;
  /** Somebody has read it there. */
  readonly verified: boolean;
  /** ISO date, included; it holds until the next of its code. */
  readonly from: string;
}

/** What one JP costs a person in a classroom; by it what is saved is told. */
export const classroomCode = 'classroom-jp';

const text = (most: number) =>
  z.string().trim().min(3).max(most).regex(oneLine, { message: 'must be plain text on one line' });

export const unitCostSchema = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{1,39}$/, { message: 'must be small letters, digits and dashes' }),
  title: text(120),
  unit: z.enum(costUnits),
  amount: rupiahSchema.min(1),
  basis: text(200),
  verified: z.boolean(),
  from: z.iso.date(),
});
export type UnitCostRequest = z.infer<typeof unitCostSchema>;

/** Of one agency. */
export const mostUnitCosts = 500;

/** Those that hold on a day, one a code, by code. */
export function unitCostsOn(all: readonly UnitCost[], day: string): readonly UnitCost[] {
  const byCode = new Map<string, UnitCost>();
  for (const one of all.toSorted((a, b) => (a.from < b.from ? -1 : 1)))
    if (one.from <= day) byCode.set(one.code, one);
  return [...byCode.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

/** What was seen elsewhere (domain facts 7.2), to begin with; an agency takes over what it has compared. */
export const seenUnitCosts: readonly Omit<UnitCost, 'agencyId'>[] = [
  {
    ...{ code: 'latsar-classroom', title: 'Latsar CPNS klasikal', unit: 'person', amount: 9_269_000 },
    ...{ basis: 'PerLAN 3/2021, menurut pers', verified: true, from: '2021-01-01' },
  },
  {
    ...{ code: 'latsar-blended', title: 'Latsar CPNS blended', unit: 'person', amount: 5_260_000 },
    ...{ basis: 'PerLAN 3/2021, menurut pers', verified: true, from: '2021-01-01' },
  },
  {
    ...{ code: 'bkn-assessment', title: 'Penilaian daring BKN (CACT)', unit: 'person', amount: 368_000 },
    ...{ basis: 'Berita BKN, Januari–Mei 2024', verified: true, from: '2024-01-01' },
  },
  {
    ...{ code: 'daily-allowance-dki', title: 'Uang harian diklat, DKI Jakarta', unit: 'person-day' },
    ...{ amount: 160_000, basis: 'Tabel SBM, tahun tidak pasti', verified: false, from: '2024-01-01' },
  },
];
