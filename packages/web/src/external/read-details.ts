import { type Jp, parseJp } from '@sinau/kernel';
import * as z from 'zod';
import type { FormState } from '../layout/form.tsx';
import { lineField, textField } from '../text-fields.ts';
import type { Ui } from '../ui.ts';
import type { ExternalDetails, ExternalView } from './ports.ts';

const line = (most: number) => lineField(0, most);
const day = z.iso.date();
const optionalDay = z.union([z.literal(''), day]);
const count = z.union([z.literal(''), z.coerce.number().int().min(1).max(400)]);
const jp = line(10).refine((text) => text === '' || (parseJp(text) ?? 0) >= 100);

/** The fields of a record. */
export const detailFields = {
  form: z.string().regex(/^[A-Z]{2,3}\d{2}$/),
  title: line(300).min(2),
  organiser: line(200).min(2),
  place: z.enum(['national', 'abroad']),
  ...{ startsOn: day, endsOn: day, count, stated: jp },
  ...{ certificateNumber: line(100), certificateIssuer: line(200) },
  certificateDate: optionalDay.default(''),
  ...{ letterNumber: line(100), letterDate: optionalDay, notes: textField(0, 1000) },
};
export type DetailFields = z.infer<z.ZodObject<typeof detailFields>>;

/** Papers of which only a part is filled in: nothing that was typed is left out without a word. Undefined: there are none. */
export function halvesIn(
  { t }: Ui,
  { certificateNumber, certificateIssuer, certificateDate, letterNumber, letterDate }: DetailFields,
): FormState['errors'] | undefined {
  const words = t.external.halfMissing;
  const hasCertificate = certificateIssuer !== '' || certificateDate !== '';
  const errors = {
    ...(certificateNumber === '' && hasCertificate && { certificateNumber: words.certificateNumber }),
    ...(letterNumber === '' && letterDate !== '' && { letterNumber: words.letterNumber }),
    ...(letterDate === '' && letterNumber !== '' && { letterDate: words.letterDate }),
  };
  return Object.keys(errors).length > 0 ? errors : undefined;
}

/** An issuer is the organiser where nothing else is said; a letter has a number and a day. */
export function detailsFrom(fields: DetailFields): ExternalDetails {
  const { form, title, organiser, place, startsOn, endsOn } = fields;
  const { certificateNumber, certificateIssuer, certificateDate, letterNumber, letterDate, notes } = fields;
  return {
    ...{ form, title, organiser, startsOn, endsOn, abroad: place === 'abroad' },
    ...(fields.count !== '' && { count: fields.count }),
    ...(fields.stated !== '' && { stated: parseJp(fields.stated) ?? (0 as Jp) }),
    ...(certificateNumber !== '' && {
      certificate: {
        ...{ number: certificateNumber, issuer: certificateIssuer || organiser },
        ...(certificateDate !== '' && { date: certificateDate }),
      },
    }),
    ...(letterNumber !== '' && letterDate !== '' && { letter: { number: letterNumber, date: letterDate } }),
    ...(notes !== '' && { notes }),
  };
}

/** A line of an older rule may hold what browsers show and no line takes any more; so it needs no more than another look. */
const inOneLine = (text = '') => text.replaceAll(/\p{Cc}+/gu, ' ');

/** As the fields are filled in for another try. */
export function formOf({ details }: Pick<ExternalView, 'details'>): FormState {
  const { certificate, letter, stated } = details;
  return {
    values: {
      ...{ form: details.form, title: inOneLine(details.title), organiser: inOneLine(details.organiser) },
      ...{ place: details.abroad ? 'abroad' : 'national' },
      ...{ startsOn: details.startsOn, endsOn: details.endsOn, count: String(details.count ?? '') },
      stated: stated === undefined ? '' : String(stated / 100).replace('.', ','),
      certificateNumber: inOneLine(certificate?.number),
      certificateIssuer: inOneLine(certificate?.issuer),
      certificateDate: certificate?.date ?? '',
      ...{
        letterNumber: inOneLine(letter?.number),
        letterDate: letter?.date ?? '',
        notes: details.notes ?? '',
      },
    },
    errors: {},
  };
}
