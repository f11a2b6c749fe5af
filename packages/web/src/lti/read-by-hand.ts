import * as z from 'zod';
import type { FormState } from '../layout/form.tsx';
import type { Ui } from '../ui.ts';
import { type PersonVisit, readForm } from '../visit.ts';
import type { LtiToolView, LtiToolWords } from './ports.ts';

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
  contacts: z
    .string()
    .max(2_000)
    .default('')
    .transform(linesOf)
    .refine((lines) => lines.length <= 5 && lines.every((line) => z.email().safeParse(line).success)),
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
/** Of a tool that is there. */
const changeSchema = schema.extend({ rev: z.coerce.number().int().nonnegative() });

type Read<More> =
  | ({ readonly ok: true; readonly words: LtiToolWords; readonly form: FormState } & More)
  | { readonly ok: false; readonly form: FormState };

export async function readByHand({ context, ui }: PersonVisit): Promise<Read<unknown>> {
  const read = await readForm(context, schema, wrongOf(ui));
  return read.ok ? { ok: true, words: wordsOf(read.data), form: read.form } : read;
}

/** `rev`: of the tool as the page showed it. */
export async function readChange({ context, ui }: PersonVisit): Promise<Read<{ readonly rev: number }>> {
  const read = await readForm(context, changeSchema, wrongOf(ui));
  if (!read.ok) return read;
  const { rev, ...data } = read.data;
  return { ok: true, words: wordsOf(data), rev, form: read.form };
}

function wrongOf({ t }: Ui) {
  const { addressWrong, customWrong, contactsWrong } = t.lti;
  return {
    ...{ initiateLoginUri: addressWrong, redirectUris: addressWrong, targetLinkUri: addressWrong },
    ...{ deepLinkingUri: addressWrong, jwksUri: addressWrong, custom: customWrong, contacts: contactsWrong },
    other: t.shell.fieldWrong,
  };
}

function wordsOf(data: z.output<typeof schema>): LtiToolWords {
  const { deepLinkingUri, jwksUri, publicKey, custom, ...told } = data;
  return {
    ...told,
    ...(deepLinkingUri !== '' && { deepLinkingUri }),
    ...(jwksUri !== '' && { jwksUri }),
    ...(publicKey !== '' && { publicKey }),
    custom: Object.fromEntries(
      custom.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    ),
  };
}

/** The form of a tool that is there. */
export function formOf(tool: LtiToolView): FormState {
  const { name, initiateLoginUri, targetLinkUri, deepLinkingUri = '', jwksUri = '' } = tool;
  const custom = Object.entries(tool.custom).map(([key, value]) => `${key}=${value}`);
  return {
    values: {
      ...{ name, initiateLoginUri, targetLinkUri, deepLinkingUri, jwksUri, rev: String(tool.rev) },
      redirectUris: tool.redirectUris.join('\n'),
      contacts: (tool.contacts ?? []).join('\n'),
      services: tool.services.join(' '),
      custom: custom.join('\n'),
    },
    errors: {},
  };
}
