import * as z from 'zod';
import { EsignRefused, type EsignTrouble } from './esign-refused.ts';
import type { EsignResponse } from './send.ts';

/** Whatever it says, as far as it is asked for; errors are told by several names. */
const answerSchema = z.looseObject({
  status_code: z.coerce.number().optional().catch(undefined),
  code: z.coerce.number().optional().catch(undefined),
  error: z.string().optional().catch(undefined),
  message: z.string().nullish().catch(undefined),
  success: z.boolean().optional().catch(undefined),
  result: z.boolean().optional().catch(undefined),
});
type Answer = z.infer<typeof answerSchema>;

const byCode: Readonly<Record<number, EsignTrouble>> = { 2011: 'not-registered', 2031: 'not-activated' };

/** Told by its words alone; the first that fits. */
const byWords: readonly (readonly [RegExp, EsignTrouble])[] = [
  [/kuota|quota/i, 'quota-spent'],
  [
    /(sertifikat|certificate).*(kedaluwarsa|kadaluarsa|expired|dicabut|revoked|berakhir)/i,
    'certificate-ended',
  ],
  [/totp|otp|aktivasi|activation/i, 'not-activated'],
  [/tidak terdaftar|not registered|subscriber/i, 'not-registered'],
];

/**
 * What it has answered, if it did what was asked. `sealing`: a seal is counted when it is made, so that an answer nobody understands leaves open
 * whether it was. Throws `EsignRefused`.
 */
export function readAnswer(response: EsignResponse, { sealing }: { readonly sealing: boolean }): unknown {
  const { status, headers } = response;
  if (status === 401 || status === 403) throw new EsignRefused('signed-out');
  if (status === 413) throw new EsignRefused('too-large');
  // Something in between may say 503 when the service behind it was too slow.
  if (status === 429 || (status === 503 && !sealing)) {
    const after = Number(headers['retry-after']);
    throw new EsignRefused('busy', Number.isFinite(after) && after > 0 ? { afterSeconds: after } : {});
  }
  const read = answerSchema.safeParse(parsed(response.body));
  // A page of something in between; a redirect is one too.
  if (!read.success) throw new EsignRefused('broken-answer', { mayHaveSealed: sealing && status !== 404 });
  const isGood = status >= 200 && status < 300 && read.data.success !== false && read.data.result !== false;
  if (isGood && read.data.error === undefined) return read.data;
  throw refusalOf(read.data, { status, sealing });
}

function refusalOf(
  answer: Answer,
  { status, sealing }: { readonly status: number; readonly sealing: boolean },
) {
  const words = answer.error ?? answer.message ?? '';
  const because = troubleOf(answer, words);
  if (because !== undefined) return new EsignRefused(because, { words });
  // An error of its own, in the midst of whatever it did.
  if (status >= 500) return new EsignRefused('broken-answer', { words, mayHaveSealed: sealing });
  return new EsignRefused('refused', { words });
}

function troubleOf({ status_code: status, code }: Answer, words: string): EsignTrouble | undefined {
  const known = byCode[status ?? code ?? 0];
  return known ?? byWords.find(([pattern]) => pattern.test(words))?.[1];
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
