import { formatJp, type Jp, parseJp } from '@sinau/kernel';
import * as z from 'zod';
import { annualPlanWords } from '../i18n/annual-plan.ts';
import type { FormState } from '../layout/form.tsx';
import { lineField, textField } from '../text-fields.ts';
import type { Ui } from '../ui.ts';
import type { ItemOrder, ItemView, NeedView } from './ports.ts';

const list = z.preprocess(
  (given) => (given === undefined ? [] : typeof given === 'string' ? [given] : given),
  z.array(z.string().max(64)).max(50),
);
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .preprocess((given) => (given === '' ? undefined : given), schema.optional())
    .transform((value) => value as z.output<Schema> | undefined);

/** `92690000` or `92.690.000`: whole rupiah, a point between thousands or none. */
const rupiah = z
  .string()
  .trim()
  .regex(/^(?:\d{1,13}|\d{1,3}(?:\.\d{3}){1,4})$/)
  .transform((text) => Number(text.replaceAll('.', '')));
const form = z.string().regex(/^[A-Z]{2,3}\d{2}$/);
const jp = z
  .string()
  .max(8)
  .transform((text, context): Jp => {
    const read = parseJp(text);
    if (read !== undefined && read >= 25) return read;
    context.addIssue({ code: 'custom', message: 'is no number of JP' });
    return z.NEVER;
  });
const line = lineField(3, 160);

/** Every field of an item; what belongs together is put together afterwards. */
export const itemFormSchema = z.object({
  title: line,
  form,
  people: z
    .string()
    .trim()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number),
  unitIds: list,
  jp,
  from: z.iso.date(),
  to: z.iso.date(),
  organiser: lineField(2, 160),
  curriculum: optional(textField(3, 500)),
  budgetLine: optional(
    z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9][A-Za-z0-9./ -]{1,59}$/),
  ),
  cost: rupiah,
  alternativeForm: optional(form),
  alternativeCost: optional(rupiah),
  noAlternative: optional(textField(5, 300)),
  /** Of a new one. */
  signal: optional(z.string().max(200)),
  /** Of one there is, as it was read. */
  rev: z.coerce.number().int().min(0),
});
type Fields = z.output<typeof itemFormSchema>;

export const wordsOfItemFields = (ui: Ui): Readonly<Record<string, string>> & { readonly other: string } => ({
  ...annualPlanWords[ui.locale].fieldErrors,
  other: ui.t.shell.fieldWrong,
});

/** What the fields say together and no schema of one field sees; undefined: nothing is wrong. */
export function wrongTogether(
  ui: Ui,
  fields: Fields,
): Readonly<Partial<Record<keyof Fields, string>>> | undefined {
  const { to, alternativeCost, noAlternative, alternativeForm } = annualPlanWords[ui.locale].fieldErrors;
  if (fields.to < fields.from) return { to };
  if ((fields.alternativeForm === undefined) !== (fields.alternativeCost === undefined)) {
    return fields.alternativeForm === undefined ? { alternativeForm } : { alternativeCost };
  }
  if (fields.alternativeCost !== undefined && fields.alternativeCost >= fields.cost)
    return { alternativeCost };
  return fields.alternativeForm !== undefined && fields.noAlternative !== undefined
    ? { noAlternative }
    : undefined;
}

export function orderFrom(fields: Fields): ItemOrder {
  const { title, form: code, people, unitIds, from, to, organiser, cost } = fields;
  const { curriculum, budgetLine, noAlternative, alternativeForm, alternativeCost } = fields;
  return {
    ...{ title, form: code, people, unitIds, jp: fields.jp, from, to, organiser, cost },
    ...(curriculum !== undefined && { curriculum }),
    ...(budgetLine !== undefined && { budgetLine }),
    ...(noAlternative !== undefined && { noAlternative }),
    ...(alternativeForm !== undefined &&
      alternativeCost !== undefined && { alternative: { form: alternativeForm, cost: alternativeCost } }),
  };
}

/** The fields of an item as it is. */
export function formOf({ locale }: Ui, item: ItemView): FormState {
  const { alternative } = item;
  return {
    values: {
      ...{ title: item.title, form: item.form, people: String(item.people), unitIds: item.unitIds.join(' ') },
      ...{ jp: formatJp(item.jp, locale), from: item.from, to: item.to, organiser: item.organiser },
      ...{ curriculum: item.curriculum ?? '', budgetLine: item.budgetLine ?? '', cost: String(item.cost) },
      ...{ alternativeForm: alternative?.form ?? '', noAlternative: item.noAlternative ?? '' },
      ...{ alternativeCost: alternative ? String(alternative.cost) : '', rev: String(item.rev) },
    },
    errors: {},
  };
}

/** Fields of a new item: those that its signal and year say. */
export const newForm = (
  year: number,
  { signalId, basis }: Pick<NeedView, 'signalId' | 'basis'>,
): FormState => ({
  values: {
    ...{ from: `${year}-01-01`, to: `${year}-12-31`, form: 'KL03', signal: signalId, rev: '0' },
    ...(basis.kind === 'competency' && basis.unit && { unitIds: basis.unit.unitId }),
    ...(basis.kind === 'standing' && basis.by === 'unit' && { unitIds: basis.id }),
    ...(basis.kind === 'new-rule' && { unitIds: basis.units.map(({ unitId }) => unitId).join(' ') }),
  },
  errors: {},
});
