import * as z from 'zod';
import {
  type CertificationKind,
  type CoreValue,
  type CourseField,
  certificationKinds,
  coreValues,
  courseFields,
  type DigitalPillar,
  digitalPillars,
} from './codes.ts';

/** The first field is the one that SIASN has room for. */
export const mostFields = 3;

const eachOnce = [
  (codes: readonly string[]) => new Set(codes).size === codes.length,
  'names one twice',
] as const;
const some = <Code extends string>(codes: readonly [Code, ...Code[]], most: number) =>
  z
    .array(z.enum(codes))
    .max(most)
    .refine(...eachOnce)
    .default([]);

/** What a course is about in lists that everybody has; each may stay empty. */
export const classificationSchema = z.strictObject({
  coreValues: some(coreValues, coreValues.length),
  fields: some(courseFields, mostFields),
  digitalPillars: some(digitalPillars, digitalPillars.length),
  certification: z.enum(certificationKinds).exactOptional(),
});

export interface Classification {
  readonly coreValues: readonly CoreValue[];
  /** The one that stands first is the main one; at most `mostFields`. */
  readonly fields: readonly CourseField[];
  readonly digitalPillars: readonly DigitalPillar[];
  readonly certification?: CertificationKind;
}

export const unclassified: Classification = { coreValues: [], fields: [], digitalPillars: [] };
