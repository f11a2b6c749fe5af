import type { AgencyId, LocalDate, PersonId } from '@sinau/kernel';
import * as z from 'zod';
import { type CompetencyId, type HeldLevel, heldLevelSchema, lineOfText, textOfLines } from './competency.ts';

/** Who found out, and how. `self`: the person's own word, which never counts as verified (case L14). */
export const methods = ['assessment-center', 'competency-test', 'supervisor', 'self'] as const;
export type Method = (typeof methods)[number];

export interface Recorder {
  readonly id: string;
  readonly name: string;
  readonly as: 'own' | 'supervisor' | 'agency';
}

/** What level somebody was found to hold. Of one competency, day and method there is one. */
export interface Assessment {
  readonly personId: PersonId;
  readonly competencyId: CompetencyId;
  /** Whose dictionary a technical competency is of. */
  readonly agencyId?: AgencyId;
  readonly method: Method;
  readonly level: HeldLevel;
  /** Of their own word: when they last gave it. */
  readonly assessedOn: LocalDate;
  /** Last day on which it counts; absent: no end. */
  readonly validTo?: LocalDate;
  /** Who assessed, as the report says. */
  readonly assessor?: string;
  /** Development advice (saran pengembangan), or what the person says of it. */
  readonly note?: string;
  readonly recordedBy: Recorder;
  readonly recordedAt: string;
  /** Counts no more, and is kept. */
  readonly withdrawn?: { readonly by: Recorder; readonly at: string; readonly reason: string };
  readonly rev: number;
}

/** Of one person; more are refused. */
export const mostAssessments = 500;

const competencyId = z.custom<CompetencyId>((value) => typeof value === 'string' && value.length <= 40);

export const assessmentRequestSchema = z.strictObject({
  competencyId,
  method: z.enum(['assessment-center', 'competency-test', 'supervisor']),
  level: heldLevelSchema,
  assessedOn: z.iso.date(),
  validTo: z.iso.date().exactOptional(),
  assessor: lineOfText(3, 160).exactOptional(),
  note: textOfLines(1_000).exactOptional(),
});
export type AssessmentRequest = Readonly<z.infer<typeof assessmentRequestSchema>>;

export const ownWordSchema = z.strictObject({
  competencyId,
  level: heldLevelSchema,
  note: textOfLines(1_000).exactOptional(),
});
export type OwnWord = Readonly<z.infer<typeof ownWordSchema>>;

/** Tells one of a person's assessments from the others; their own word has no day in it. */
export const assessmentName = ({
  competencyId,
  agencyId,
  method,
  assessedOn,
}: Pick<Assessment, 'competencyId' | 'agencyId' | 'method' | 'assessedOn'>): readonly string[] => [
  ...[competencyId, agencyId ?? ''],
  ...(method === 'self' ? ['self'] : [assessedOn, method]),
];
