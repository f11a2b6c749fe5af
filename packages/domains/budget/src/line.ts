import { type AgencyId, type Brand, type Clock, localDateOf, oneLine, yearOf } from '@sinau/kernel';
import * as z from 'zod';

/** `<year>.<code>`: an agency has one line of a code in a year. */
export type BudgetLineId = Brand<'BudgetLineId'>;

export interface LinePlace {
  readonly agencyId: AgencyId;
  readonly lineId: BudgetLineId;
}

/** Central budget, regional budget, or something else, such as a grant (domain facts 7.1). */
export const budgetSources = ['apbn', 'apbd', 'other'] as const;
export type BudgetSource = (typeof budgetSources)[number];

/** What is bound of a line, by how firmly. Whole rupiah, integers >= 0. */
export interface BudgetSums {
  readonly reserved: number;
  readonly committed: number;
  readonly spent: number;
}

export interface BudgetTerms {
  readonly title: string;
  readonly source: BudgetSource;
  /** Number of the account (akun, rekening) that it is booked under, as the agency writes it. */
  readonly account?: string;
  /** Whole rupiah, integer >= 0. */
  readonly ceiling: number;
  readonly state: 'open' | 'closed';
}

export interface BudgetLine extends LinePlace, BudgetTerms, BudgetSums {
  readonly year: number;
  readonly code: string;
  /** `ceiling` less all that is bound; never below none. */
  readonly room: number;
  /** People who wait for room. */
  readonly waiting: number;
  /** Of what was spent: people who took part to the end, and their JP in hundredths. */
  readonly people: number;
  readonly jp: number;
  /** People whom what is reserved or committed is for. */
  readonly running: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Counts changes of the terms; a write names the one it has read. */
  readonly rev: number;
}

/** Of one agency and year. */
export const mostLines = 500;

/** 10 trillion: more than any agency has for learning; sums stay exact far above it. */
export const mostRupiah = 10_000_000_000_000;

export const rupiahSchema = z.int().min(0).max(mostRupiah);

const lineOfText = (least: number, most: number) =>
  z.string().trim().min(least).max(most).regex(oneLine, { message: 'must be plain text on one line' });

const terms = {
  title: lineOfText(3, 200),
  source: z.enum(budgetSources),
  account: lineOfText(1, 60).exactOptional(),
};

export const newLineSchema = z.strictObject({
  year: z.int().min(2020).max(2100),
  code: z
    .string()
    .regex(/^[A-Za-z0-9][\w.-]{0,39}$/, { message: 'must be letters, digits, dots and dashes' }),
  ...terms,
  ceiling: rupiahSchema,
});
export type NewLine = z.infer<typeof newLineSchema>;

/** Why money moves, and the number of the paper that says so. */
export const groundsSchema = z.strictObject({ reason: lineOfText(5, 300), evidence: lineOfText(1, 120) });
export type Grounds = z.infer<typeof groundsSchema>;

export const lineTermsSchema = z.strictObject({ rev: z.int().positive(), ...terms });
export type LineTerms = z.infer<typeof lineTermsSchema>;

export const ceilingSchema = z.strictObject({
  rev: z.int().positive(),
  ceiling: rupiahSchema,
  ...groundsSchema.shape,
});
export type CeilingRequest = z.infer<typeof ceilingSchema>;

export const lineIdOf = (year: number, code: string): BudgetLineId => `${year}.${code}` as BudgetLineId;

export const boundOf = ({ reserved, committed, spent }: BudgetSums): number => reserved + committed + spent;

/** Calendar year of western Indonesia. */
export const budgetYearOf = (clock: Clock): number =>
  yearOf(localDateOf(clock.now().getTime(), 'Asia/Jakarta'));
