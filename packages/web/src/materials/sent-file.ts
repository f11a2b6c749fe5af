import * as z from 'zod';
import type { FormState } from '../layout/form.tsx';
import { type PersonVisit, readForm } from '../visit.ts';

const fileSchema = z.object({ file: z.unknown().optional() });

/** The one file that a form brings, or what is wrong with it before anybody has looked into it. */
export async function sentFile(
  { context, ui }: PersonVisit,
  maxBytes: number,
): Promise<
  | { readonly file: { readonly name: string; readonly bytes: Uint8Array } }
  | { readonly problem: 'missing' | 'too-large' }
  | { readonly form: FormState }
> {
  const read = await readForm(context, fileSchema, { other: ui.t.shell.fieldWrong });
  if (!read.ok) return { form: read.form };
  const { file: sent } = await context.req.parseBody({ all: true });
  if (!(sent instanceof File) || sent.size === 0) return { problem: 'missing' };
  if (sent.size > maxBytes) return { problem: 'too-large' };
  return { file: { name: sent.name, bytes: new Uint8Array(await sent.arrayBuffer()) } };
}
