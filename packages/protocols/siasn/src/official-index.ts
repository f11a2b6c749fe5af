import * as z from 'zod';

/** The most that each part of the index can be (PermenPANRB 38/2018). */
export const mostPoints = { qualification: 25, competency: 40, performance: 30, discipline: 5 } as const;

/** The index did not exist before that year (PermenPANRB 38/2018). */
const firstDay = '2018-01-01T00:00:00.000Z';

const part = (most: number) => z.number().min(0).max(most);

/**
 * The professionalism index of one person as BKN has it, checked and in our words: points to the hundredth, and when BKN made it. What is
 * beside it there (explanations of each part) is not taken: it says more of a person than is shown.
 */
export const officialIndexSchema = z.strictObject({
  qualification: part(mostPoints.qualification),
  competency: part(mostPoints.competency),
  performance: part(mostPoints.performance),
  discipline: part(mostPoints.discipline),
  /** ISO 8601 UTC with milliseconds. */
  createdAt: z.iso
    .datetime()
    .refine((at) => at.length === firstDay.length && at >= firstDay, 'no time that an index was made at'),
});
export type OfficialIndex = Readonly<z.infer<typeof officialIndexSchema>>;

/** To the hundredth, as `17.5`, `"17.5"` or `"17,50"`; anything else is no number of points. */
const points = z
  .union([z.number(), z.string().regex(/^\s*\d{1,3}([.,]\d{1,8})?\s*$/)])
  .transform((given) => Math.round(Number(String(given).trim().replace(',', '.')) * 100) / 100);

/** Names as public clients read them (mark C). */
const wireSchema = z.object({
  ...{ kualifikasi: points, kompetensi: points, kinerja: points, disiplin: points },
  subtotal: points.nullish(),
  created_at: z.string().max(40),
});

/** Clocks differ; what was made later than that is wrong, and would be the newest for ever. */
const aheadMs = 24 * 3_600_000;

export const isToCome = ({ createdAt }: Pick<OfficialIndex, 'createdAt'>, now: Date): boolean =>
  Date.parse(createdAt) > now.getTime() + aheadMs;

/** Parts were rounded one by one. */
const slack = 0.05;

/** Undefined: not an index, or one that contradicts itself. Nothing of it is repaired. */
export function readOfficialIndex(data: unknown, now: Date): OfficialIndex | undefined {
  const wire = wireSchema.safeParse(data);
  if (!wire.success) return undefined;
  const { kualifikasi, kompetensi, kinerja, disiplin, subtotal, created_at } = wire.data;
  const createdAt = timeOf(created_at);
  if (createdAt === undefined || isToCome({ createdAt }, now)) return undefined;
  const sum = kualifikasi + kompetensi + kinerja + disiplin;
  if (subtotal !== null && subtotal !== undefined && Math.abs(subtotal - sum) > slack) return undefined;
  const read = officialIndexSchema.safeParse({
    ...{ qualification: kualifikasi, competency: kompetensi, performance: kinerja, discipline: disiplin },
    createdAt,
  });
  return read.success ? read.data : undefined;
}

/** `2026-03-12 08:15:33`, with `T`, fractions and a zone or without. Where none is said it is Jakarta's (mark R: BKN's). */
function timeOf(text: string): string | undefined {
  const match =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(?:[.,](\d{1,9}))?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/.exec(
      text.trim(),
    );
  if (!match) return undefined;
  const [, day = '', time = '', fraction = '', zone = '+07:00'] = match;
  // 31 February is a day that `Date` makes another one of.
  const midnight = new Date(`${day}T00:00:00.000Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== day) return undefined;
  const millis = fraction.slice(0, 3).padEnd(3, '0');
  const at = new Date(`${day}T${time}.${millis}${zoneOf(zone)}`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

const zoneOf = (zone: string): string =>
  zone === 'Z' ? zone : `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`;
