import type { AgencyId, LocalDate, PersonId } from '@sinau/kernel';
import * as z from 'zod';
import { lineOfText } from './competency.ts';

/** What a match is read for: mapping people as they are, or choosing one for a post. */
export const matchUses = ['mapping', 'selection'] as const;
export type MatchUse = (typeof matchUses)[number];

/** What a match is called, highest first; the words differ by use (optimal …, eligible …). */
export const matchBands = ['high', 'middle', 'low'] as const;
export type MatchBand = (typeof matchBands)[number];

/** Lowest match of the upper two bands in hundredths of a percent; below the second is the lowest band. */
interface Thresholds {
  readonly high: number;
  readonly middle: number;
}

/** Bands of an agency from a day on, until a later edition begins. */
export interface MatchEdition extends Thresholds {
  readonly from: LocalDate;
  /** Absent: nobody has said where they stand. */
  readonly legalBasis?: string;
  /** Somebody has read it there; never without a basis. */
  readonly verified: boolean;
  readonly setBy: PersonId;
  /** ISO 8601 UTC. */
  readonly setAt: string;
}

/** What an agency has set for one use. */
export interface MatchSetting {
  readonly agencyId: AgencyId;
  readonly use: MatchUse;
  /** By their first day. */
  readonly editions: readonly MatchEdition[];
  readonly rev: number;
}

export interface MatchRule extends Thresholds {
  readonly use: MatchUse;
  /** `practice`: the agency has set nothing, and it is how agencies do it; in no regulation that was read. */
  readonly source: 'practice' | 'agency';
  readonly verified: boolean;
  readonly legalBasis?: string;
  /** Of an edition of the agency. */
  readonly from?: LocalDate;
}

/** As agencies practise it (domain note 2.3); nobody has found it in a rule. */
const practice: Readonly<Record<MatchUse, Thresholds>> = {
  mapping: { high: 9_000, middle: 7_800 },
  selection: { high: 8_000, middle: 6_800 },
};

export const practiceRule = (use: MatchUse): MatchRule => ({
  ...{ use, source: 'practice', ...practice[use], verified: false },
});

/** As it counts: one that was stored as verified before a basis was asked for is not. */
export const foundedEdition = (edition: MatchEdition): MatchEdition => ({
  ...edition,
  verified: edition.verified && edition.legalBasis !== undefined,
});

/** By which match is read on a day: the newest edition that has begun, else practice. */
export function matchRuleOn(
  use: MatchUse,
  setting: Pick<MatchSetting, 'editions'> | undefined,
  day: LocalDate,
): MatchRule {
  const found = setting?.editions.findLast(({ from }) => from <= day);
  if (!found) return practiceRule(use);
  const { high, middle, verified, legalBasis, from } = foundedEdition(found);
  const basis = legalBasis !== undefined && { legalBasis };
  return { use, source: 'agency', high, middle, verified, from, ...basis };
}

/** Of the value as it is shown, with two decimals. */
export function bandOf(hundredths: number, { high, middle }: Thresholds): MatchBand {
  if (hundredths >= high) return 'high';
  return hundredths >= middle ? 'middle' : 'low';
}

const threshold = z.int().min(1).max(10_000);

export const matchRequestSchema = z
  .strictObject({
    from: z.iso.date(),
    high: threshold,
    middle: threshold,
    legalBasis: lineOfText(3, 200).exactOptional(),
    verified: z.boolean(),
  })
  .refine(({ high, middle }) => middle < high, { path: ['middle'], message: 'must be below the first' })
  .refine(({ verified, legalBasis }) => !verified || legalBasis !== undefined, {
    path: ['legalBasis'],
    message: 'must say what it was compared with',
  });
export type MatchRequest = Readonly<z.infer<typeof matchRequestSchema>>;

/** Of one use; nobody sets bands anew every week. */
export const mostMatchEditions = 60;
