import { DomainError } from '@sinau/kernel';
import * as z from 'zod';
import type { FormState } from '../layout/form.tsx';
import { lineField, textField } from '../text-fields.ts';
import { attempt, choices, type PersonVisit, readForm } from '../visit.ts';
import { type AgreementView, type AgreementWords, bases, shareable } from './ports.ts';

const many = z.preprocess(
  (given) => (given === undefined ? [] : typeof given === 'string' ? [given] : given),
  z.array(z.string().min(1).max(64)).max(300),
);

const schema = z.object({
  title: lineField(3, 200),
  purpose: textField(10, 1_000),
  legalBasis: z.enum(bases),
  attributes: choices(shareable),
  coverage: z.enum(['all', 'named']),
  agencyIds: many,
  validFrom: z.iso.date(),
  lastDay: z.iso.date(),
});
const changeSchema = schema.extend({ rev: z.coerce.number().int().positive() });

type Read =
  | {
      readonly ok: true;
      readonly words: AgreementWords;
      /** Of the draft that is changed; 0 for a new one. */
      readonly rev: number;
      readonly form: FormState;
    }
  | { readonly ok: false; readonly form: FormState };

/** Days are those of western Indonesia, where agreements are made. */
const beginOf = (day: string) => new Date(`${day}T00:00:00+07:00`);

export async function readAgreement({ context, ui }: PersonVisit, aim: 'add' | 'change'): Promise<Read> {
  const { wrong } = ui.t.agreements;
  const messages = {
    ...{ title: wrong.title, purpose: wrong.purpose, attributes: wrong.attributes },
    ...{ validFrom: wrong.day, lastDay: wrong.day, other: ui.t.shell.fieldWrong },
  };
  const read =
    aim === 'change'
      ? await readForm(context, changeSchema, messages)
      : await readForm(context, schema, messages);
  if (!read.ok) return read;
  const { coverage, agencyIds, validFrom, lastDay, ...more } = read.data;
  const { rev = 0, ...rest }: typeof more & { readonly rev?: number } = more;
  const failed = (errors: FormState['errors']) => ({ ok: false, form: { ...read.form, errors } }) as const;
  if (coverage === 'named' && agencyIds.length === 0) return failed({ agencyIds: wrong.agencyIds });
  if (lastDay < validFrom) return failed({ lastDay: wrong.lastDay });
  const validUntil = new Date(beginOf(lastDay).getTime() + 24 * 3_600_000).toISOString();
  const words = {
    ...{ ...rest, validFrom: beginOf(validFrom).toISOString(), validUntil },
    ...(coverage === 'named' && { agencyIds }),
  };
  return { ok: true, words, rev, form: read.form };
}

/** The form of words that stand already. */
export function formOf(agreement: AgreementView, withRev: boolean): FormState {
  const dayOf = (at: number) => new Date(at + 7 * 3_600_000).toISOString().slice(0, 10);
  const { title, purpose, legalBasis, attributes, agencies, rev } = agreement;
  return {
    values: {
      ...{ title, purpose, legalBasis, attributes: attributes.join(' ') },
      coverage: agencies ? 'named' : 'all',
      agencyIds: (agencies ?? []).map(({ agencyId }) => agencyId).join(' '),
      validFrom: dayOf(Date.parse(agreement.validFrom)),
      lastDay: dayOf(Date.parse(agreement.validUntil) - 1),
      ...(withRev && { rev: String(rev) }),
    },
    errors: {},
  };
}

/** As `attempt`, with the words of these pages for refusals of theirs. */
export async function attemptHere<Value>(visit: PersonVisit, form: FormState, run: () => Promise<Value>) {
  let code: string | undefined;
  const done = await attempt(visit, form, async () => {
    try {
      return await run();
    } catch (error) {
      if (error instanceof DomainError) code = error.code;
      throw error;
    }
  });
  const failure = code === undefined ? undefined : visit.ui.t.agreements.problems[code];
  return done.ok || failure === undefined ? done : { ...done, form: { ...done.form, failure } };
}
