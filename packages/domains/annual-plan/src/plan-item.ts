import type { Brand, Jp, LocalDate, PersonId } from '@sinau/kernel';
import * as z from 'zod';
import type { Need } from './need.ts';
import type { Lot } from './plan.ts';
import { lineOfText, textOfLines } from './text.ts';

/** Stays the same over all versions of a year, so that what was held for an item is found from each of them. */
export type ItemId = Brand<'ItemId'>;

/** The same learning in a cheaper form. */
export interface Alternative {
  /** Code of the JP table's forms. */
  readonly form: string;
  /** Of everybody together, whole rupiah; less than that of the item. */
  readonly cost: number;
}

/** One thing that an agency means to do in the year (PP 11/2017 Ps 207). */
export interface PlanItem extends Lot {
  readonly itemId: ItemId;
  readonly need: Need;
  /** What is learned. */
  readonly title: string;
  /** Code of the JP table's forms. */
  readonly form: string;
  readonly people: number;
  /** Whose people; none: of the whole agency. */
  readonly unitIds: readonly string[];
  /** For each of them, in hundredths. */
  readonly jp: Jp;
  /** First and last day, both in the plan's year. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly organiser: string;
  /** How the curriculum fits what the agency that looks after the functional post asks for. */
  readonly curriculum?: string;
  /** Code of the line in DIPA or DPA. */
  readonly budgetLine?: string;
  /** Of everybody together, whole rupiah. */
  readonly cost: number;
  readonly alternative?: Alternative;
  /** Why there is no cheaper form. */
  readonly noAlternative?: string;
  readonly changedBy: PersonId;
  /** ISO 8601 UTC. */
  readonly changedAt: string;
  readonly rev: number;
}

const mostRupiah = 1_000_000_000_000;
const rupiah = z.int().min(0).max(mostRupiah);
const form = z.string().regex(/^[A-Z]{2,3}\d{2}$/);

export const itemRequestSchema = z
  .strictObject({
    title: lineOfText(3, 160),
    form,
    people: z.int().min(1).max(1_000_000),
    unitIds: z.array(z.string().min(1).max(64)).max(50),
    jp: z.custom<Jp>(
      (value) => Number.isInteger(value) && Number(value) >= 25 && Number(value) <= 1_000_000,
      {
        message: 'must be 0.25 to 10,000 JP',
      },
    ),
    from: z.iso.date(),
    to: z.iso.date(),
    organiser: lineOfText(2, 160),
    curriculum: textOfLines(3, 500).exactOptional(),
    budgetLine: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9][A-Za-z0-9./ -]{1,59}$/, { message: 'must be a code of letters, digits, dots' })
      .exactOptional(),
    cost: rupiah,
    alternative: z.strictObject({ form, cost: rupiah }).exactOptional(),
    noAlternative: textOfLines(5, 300).exactOptional(),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'is before the first day' })
  .refine(({ cost, alternative }) => alternative === undefined || alternative.cost < cost, {
    path: ['alternative', 'cost'],
    message: 'is not cheaper',
  })
  .refine(({ alternative, noAlternative }) => alternative === undefined || noAlternative === undefined, {
    path: ['noAlternative'],
    message: 'there is a cheaper form',
  });
export type ItemRequest = Readonly<z.infer<typeof itemRequestSchema>>;

/** What the cheaper form would save, whole rupiah; undefined where none is named. */
export const savingOf = ({ cost, alternative }: Pick<PlanItem, 'cost' | 'alternative'>): number | undefined =>
  alternative && cost - alternative.cost;

/** Every item that costs something names a cheaper form, or says why there is none; until then its plan is not proposed. */
export const lacksAlternative = ({
  cost,
  alternative,
  noAlternative,
}: Pick<PlanItem, 'cost' | 'alternative' | 'noAlternative'>): boolean =>
  cost > 0 && alternative === undefined && noAlternative === undefined;

export interface PlanTotals {
  readonly items: number;
  readonly people: number;
  /** JP of everybody, in hundredths. */
  readonly jp: Jp;
  readonly cost: number;
  readonly saving: number;
}

export const totalsOf = (items: readonly PlanItem[]): PlanTotals => ({
  items: items.length,
  people: items.reduce((sum, { people }) => sum + people, 0),
  jp: items.reduce((sum, { people, jp }) => sum + people * jp, 0) as Jp,
  cost: items.reduce((sum, { cost }) => sum + cost, 0),
  saving: items.reduce((sum, item) => sum + (savingOf(item) ?? 0), 0),
});

/** By first day, then by what is learned. */
export const bySchedule = (a: PlanItem, b: PlanItem): number =>
  a.from.localeCompare(b.from) || a.title.localeCompare(b.title, 'id') || a.itemId.localeCompare(b.itemId);
