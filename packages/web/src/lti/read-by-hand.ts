import * as z from 'zod';
import type { FormState } from '../layout/form.tsx';
import { type PersonVisit, readForm } from '../visit.ts';
import type { LtiToolWords } from './ports.ts';

const address = z.string().trim().max(2000);
const isAddress = (text: string) => /^https?:$/.test(URL.parse(text)?.protocol ?? '');
const needed = address.refine(isAddress);
const perhaps = address.refine((text) => text === '' || isAddress(text)).default('');
const linesOf = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

const schema = z.object({
  name: z.string().trim().min(1).max(200),
  initiateLoginUri: needed,
  redirectUris: z
    .string()
    .max(20_000)
    .transform(linesOf)
    .refine((lines) => lines.length > 0 && lines.length <= 20 && lines.every(isAddress)),
  targetLinkUri: needed,
  deepLinkingUri: perhaps,
  jwksUri: perhaps,
  publicKey: z.string().trim().max(20_000).default(''),
  services: z.preprocess(
    (given) => (given === undefined ? [] : typeof given === 'string' ? [given] : given),
    z.array(z.enum(['grades', 'roster'])),
  ),
  custom: z
    .string()
    .max(20_000)
    .default('')
    .transform(linesOf)
    .refine((lines) => lines.every((line) => /^[^=]{1,255}=/.test(line))),
});

type Read =
  | { readonly ok: true; readonly words: LtiToolWords; readonly form: FormState }
  | { readonly ok: false; readonly form: FormState };

export async function readByHand({ context, ui }: PersonVisit): Promise<Read> {
  const { addressWrong, customWrong } = ui.t.lti;
  const read = await readForm(context, schema, {
    ...{ initiateLoginUri: addressWrong, redirectUris: addressWrong, targetLinkUri: addressWrong },
    ...{ deepLinkingUri: addressWrong, jwksUri: addressWrong, custom: customWrong },
    other: ui.t.shell.fieldWrong,
  });
  if (!read.ok) return read;
  const { deepLinkingUri, jwksUri, publicKey, custom, ...told } = read.data;
  const words = {
    ...told,
    ...(deepLinkingUri !== '' && { deepLinkingUri }),
    ...(jwksUri !== '' && { jwksUri }),
    ...(publicKey !== '' && { publicKey }),
    custom: Object.fromEntries(
      custom.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    ),
  };
  return { ok: true, words, form: read.form };
}
