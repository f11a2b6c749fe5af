import * as z from 'zod';
import { lineField } from '../text-fields.ts';

/** Digits, or groups of three with dots as people write rupiah. */
export const money = z
  .string()
  .trim()
  .regex(/^(\d{1,14}|\d{1,3}(\.\d{3}){1,4})$/)
  .transform((text) => Number(text.replaceAll('.', '')))
  .pipe(z.int().max(10_000_000_000_000));

export const whole = (most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,10}$/)
    .transform(Number)
    .pipe(z.int().max(most));

/** Nothing, or a number. */
export const maybe = <Read extends z.ZodType>(read: Read) => z.union([z.literal(''), read]).optional();

/** `80` or `7,5` in hundredths. */
export const jp = z
  .string()
  .trim()
  .regex(/^\d{1,7}([.,]\d{1,2})?$/)
  .transform((text) => {
    const [hours = '', part = ''] = text.split(/[.,]/);
    return Number(hours) * 100 + Number(part.padEnd(2, '0'));
  });

export const grounds = { reason: lineField(5, 300), evidence: lineField(1, 120) };
export const terms = {
  title: lineField(3, 200),
  source: z.enum(['apbn', 'apbd', 'other']),
  account: lineField(0, 60).optional(),
};
export const rev = whole(1_000_000_000);

/** Fields of a form that were left empty are left out. */
export function outcomeOf({
  people,
  jp: hours,
}: {
  readonly people?: number | '' | undefined;
  readonly jp?: number | '' | undefined;
}) {
  return {
    ...(typeof people === 'number' && { people }),
    ...(typeof hours === 'number' && { jp: hours }),
  };
}
