import { type AgencyId, oneLine, plainLines } from '@sinau/kernel';
import * as z from 'zod';
import { legalBases, shareableAttributes } from './agreement.ts';

/** More agencies than that are all of them. */
export const maxNamedAgencies = 300;

const line = (most: number) =>
  z.string().trim().min(3).max(most).regex(oneLine, { message: 'must be one line of text' });

const lines = (least: number, most: number) =>
  z.string().trim().min(least).max(most).regex(plainLines, { message: 'must be plain text' });

const agencyId = z.custom<AgencyId>((value) => typeof value === 'string' && /^[\w-]{1,64}$/.test(value), {
  message: 'is not an id',
});

const unique = (list: readonly string[]) => new Set(list).size === list.length;
const twice = { message: 'names something twice' };

/** An instant in the one notation that is kept, so that times compare as text. */
const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());

export const agreementRequestSchema = z
  .strictObject({
    title: line(200),
    purpose: lines(10, 1_000),
    legalBasis: z.enum(legalBases),
    attributes: z.array(z.enum(shareableAttributes)).min(1).refine(unique, twice),
    /** Absent: the people of all agencies. */
    agencyIds: z.array(agencyId).min(1).max(maxNamedAgencies).refine(unique, twice).exactOptional(),
    validFrom: instant,
    /** The first moment that is no longer covered. */
    validUntil: instant,
  })
  .refine(({ validFrom, validUntil }) => validFrom < validUntil, {
    path: ['validUntil'],
    message: 'must be after the beginning',
  });
export type AgreementRequest = z.output<typeof agreementRequestSchema>;

export const reasonSchema = lines(3, 500);
