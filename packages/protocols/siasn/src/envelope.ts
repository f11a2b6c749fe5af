import * as z from 'zod';

const envelopeSchema = z.object({
  /** `1` is success; as a number or as text. */
  code: z.union([z.string(), z.number()]).transform(String),
  message: z.unknown().optional(),
  data: z.unknown().optional(),
  mapData: z.unknown().optional(),
  /** Of a list that comes in pages (mark R: as BKN's list of references does it). */
  total: z.coerce.number().int().nonnegative().optional().catch(undefined),
});

export interface Envelope {
  readonly isGood: boolean;
  /** Of SIASN, for the people of the agency; at most 300 characters. */
  readonly message: string;
  readonly data: unknown;
  readonly mapData: unknown;
  /** How many rows there are, where it says so. */
  readonly total?: number;
}

/** What every answer is wrapped in; undefined for pages and other things that are none of it. */
export function readEnvelope(body: Uint8Array): Envelope | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
  const read = envelopeSchema.safeParse(parsed);
  if (!read.success) return undefined;
  const { code, message, data, mapData, total } = read.data;
  const words = [message, data].find((one) => typeof one === 'string' && one !== '');
  return {
    ...{ isGood: code === '1', message: String(words ?? '').slice(0, 300), data, mapData },
    ...(total !== undefined && { total }),
  };
}

/** How it says that somebody has no such records. Anything else that is no list is no answer: nothing is created on it. */
export const saysNothingFound = ({ message, data }: Envelope): boolean =>
  /tidak (di)?temukan|data kosong|not found/i.test(typeof data === 'string' ? data : message);

/** The id of what was written; under which name depends on what it is. */
export function writtenId(
  { mapData, data }: Envelope,
  name: 'rwKursusId' | 'rwDiklatId',
): string | undefined {
  const found = [mapData, data].map(
    (one) => z.object({ [name]: z.string().min(1) }).safeParse(one).data?.[name],
  );
  return found.find((one) => one !== undefined);
}

const faultSchema = z.object({
  code: z.union([z.string(), z.number()]).optional(),
  fault: z.object({ code: z.union([z.string(), z.number()]) }).optional(),
});

/**
 * A refusal of the API manager before anything came to SIASN: its codes are six digits from 900000 on (mark R: they are those of WSO2, whose
 * paths BKN's addresses have).
 */
export function isOfGateway(body: Uint8Array): boolean {
  try {
    const { code, fault } = faultSchema.parse(JSON.parse(new TextDecoder().decode(body)));
    return /^90\d{4}$/.test(String(fault?.code ?? code));
  } catch {
    return false;
  }
}
