import {
  type AgencyId,
  type Brand,
  type LanguageMap,
  type LocalDate,
  oneLine,
  plainLines,
} from '@sinau/kernel';
import * as z from 'zod';

/** `M1` to `M8` and `S1` of the nation, `T.<code>` of an agency's own dictionary. */
export type CompetencyId = Brand<'CompetencyId'>;

export const families = ['managerial', 'sociocultural', 'technical'] as const;
export type Family = (typeof families)[number];

export const levels = [1, 2, 3, 4, 5] as const;
export type Level = (typeof levels)[number];
/** 0: below the first level. */
export type HeldLevel = 0 | Level;

export const levelSchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
export const heldLevelSchema = z.union([z.literal(0), ...levelSchema.options]);

/** A competency as it is described on one day. */
export interface Competency {
  readonly competencyId: CompetencyId;
  readonly family: Family;
  readonly name: LanguageMap;
  /** What somebody does on each of the five levels; empty where nobody has described them. */
  readonly levels: readonly LanguageMap[];
  /** Subject field of a technical one. */
  readonly field?: string;
  readonly legalBasis?: string;
  /** Somebody has compared it with the official text. */
  readonly verified: boolean;
  readonly validFrom: LocalDate;
}

/** How a technical competency is described from a day on. */
export interface CompetencyEdition {
  readonly from: LocalDate;
  readonly name: string;
  readonly field: string;
  /** Five, or none. */
  readonly levels: readonly string[];
  readonly legalBasis?: string;
  readonly verified: boolean;
}

/** A technical competency of an agency's dictionary (kamus kompetensi teknis). */
export interface TechnicalCompetency {
  readonly agencyId: AgencyId;
  /** As the agency numbers it; unique in its dictionary. */
  readonly code: string;
  /** Oldest first, never empty. */
  readonly editions: readonly CompetencyEdition[];
  /** Retired ones are asked for by no standard that is written anew. */
  readonly state: 'active' | 'retired';
  readonly updatedAt: string;
  /** Counts the changes, from 1. */
  readonly rev: number;
}

/** Of one agency, retired ones too. */
export const mostTechnical = 500;
/** Of one competency or standard; the oldest give way. */
export const mostEditions = 20;

/** One line, no control characters. */
export const lineOfText = (least: number, most: number) =>
  z.string().trim().min(least).max(most).regex(oneLine, { message: 'must be one line of text' });

/** Several lines, nothing else that controls. */
export const textOfLines = (most: number) =>
  z.string().trim().max(most).regex(plainLines, { message: 'must be plain text' });

export const codeSchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9][A-Z0-9.-]{0,23}$/, { message: 'must be letters, digits, dots and hyphens' });

export const technicalRequestSchema = z.strictObject({
  code: codeSchema,
  from: z.iso.date(),
  name: lineOfText(3, 120),
  field: lineOfText(2, 80),
  levels: z
    .array(textOfLines(400))
    .refine((given) => given.length === 0 || given.length === 5, { message: 'must be five or none' })
    .default([]),
  legalBasis: lineOfText(3, 200).exactOptional(),
  verified: z.boolean().default(false),
});
export type TechnicalRequest = Readonly<z.infer<typeof technicalRequestSchema>>;

export const technicalId = (code: string): CompetencyId => `T.${code}` as CompetencyId;
export const isTechnical = (competencyId: string): boolean => competencyId.startsWith('T.');

/** The entry that holds on a day; undefined before the first. */
export const editionOn = <Edition extends { readonly from: LocalDate }>(
  editions: readonly Edition[],
  day: LocalDate,
): Edition | undefined => editions.findLast(({ from }) => from <= day);

/** With one more, by day; one of the same day is replaced. */
export function withEdition<Edition extends { readonly from: LocalDate }>(
  editions: readonly Edition[],
  next: Edition,
): readonly Edition[] {
  return [...editions.filter(({ from }) => from !== next.from), next]
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .slice(-mostEditions);
}

/**
 * Nothing would change: it holds on that day already, and was said from that day on; a list, which has read no `rev`, says so also later.
 */
export function saysAgain<Edition extends { readonly from: LocalDate }>(
  found: { readonly state: string; readonly editions: readonly Edition[] } | undefined,
  edition: Edition,
  { rev }: { readonly rev: number | undefined },
): boolean {
  if (found?.state !== 'active') return false;
  const kept = editionOn(found.editions, edition.from);
  if (!kept || contentOf(kept) !== contentOf(edition)) return false;
  return kept.from === edition.from || rev === undefined;
}

/** The same whatever the order of properties. */
const contentOf = (edition: object): string =>
  JSON.stringify(
    Object.entries(edition)
      .filter(([name]) => name !== 'from')
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

/** As it is described on a day, or first will be. */
export function competencyOn(
  { code, editions }: TechnicalCompetency,
  day: LocalDate,
): Competency | undefined {
  const edition = editionOn(editions, day) ?? editions[0];
  if (!edition) return undefined;
  const { from, name, field, levels: described, legalBasis, verified } = edition;
  return {
    ...{ competencyId: technicalId(code), family: 'technical', name: { id: name }, field, verified },
    levels: described.map((id) => ({ id })),
    ...(legalBasis !== undefined && { legalBasis }),
    validFrom: from,
  };
}
