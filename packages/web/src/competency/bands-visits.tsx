import * as z from 'zod';
import { bandsWords } from '../i18n/match-bands.ts';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { BandsPage } from './bands-page.tsx';
import { type BandsPorts, type BandsUse, bandsUses } from './bands-ports.ts';
import { bandsPath } from './paths.ts';

export async function showBands(visit: PersonVisit, ports: BandsPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  return answerPage(context, <BandsPage ui={ui} all={await ports.bandsOf(person)} notice={notice} />);
}

const useIn = ({ context }: PersonVisit): BandsUse | undefined =>
  bandsUses.find((use) => use === context.req.param('use'));

async function refuse(visit: PersonVisit, ports: BandsPorts, refused: { use: BandsUse; form: FormState }) {
  const { context, ui, person } = visit;
  return answerPage(context, <BandsPage ui={ui} all={await ports.bandsOf(person)} refused={refused} />, 422);
}

/** `78` or `78,5` percent, as hundredths. */
const percent = z
  .string()
  .trim()
  .regex(/^\d{1,3}([.,]\d{1,2})?$/)
  .transform((text) => Math.round(Number(text.replace(',', '.')) * 100))
  .pipe(z.int().min(1).max(10_000));

const schemaOf = (use: BandsUse) =>
  z.object({
    rev: z.coerce.number().int().min(0),
    [`${use}-from`]: z.iso.date(),
    [`${use}-high`]: percent,
    [`${use}-middle`]: percent,
    [`${use}-legalBasis`]: z
      .preprocess((given) => (given === '' ? undefined : given), z.string().trim().min(3).max(200).optional())
      .transform((value) => value as string | undefined),
    [`${use}-verified`]: z.literal('yes').optional(),
  });

export async function setBands(visit: PersonVisit, ports: BandsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const use = useIn(visit);
  if (!use) return goTo(context, bandsPath);
  const { fieldErrors } = bandsWords[ui.locale];
  const messages = Object.fromEntries(
    Object.entries(fieldErrors).map(([name, words]) => [`${use}-${name}`, words]),
  );
  const read = await readForm(context, schemaOf(use), { ...messages, other: ui.t.shell.fieldWrong });
  if (!read.ok) return refuse(visit, ports, { use, form: read.form });
  const fieldOf = (name: string) => (read.data as Readonly<Record<string, unknown>>)[`${use}-${name}`];
  const [high, middle] = [Number(fieldOf('high')), Number(fieldOf('middle'))];
  if (middle >= high) {
    const errors = { [`${use}-middle`]: fieldErrors.middle };
    return refuse(visit, ports, { use, form: { ...read.form, errors } });
  }
  const legalBasis = fieldOf('legalBasis');
  const verified = fieldOf('verified') === 'yes';
  if (verified && legalBasis === undefined) {
    const errors = { [`${use}-legalBasis`]: bandsWords[ui.locale].basisNeeded };
    return refuse(visit, ports, { use, form: { ...read.form, errors } });
  }
  const order = {
    ...{ from: String(fieldOf('from')), high, middle, verified },
    ...(typeof legalBasis === 'string' && { legalBasis }),
  };
  const form = { ...read.form, values: { ...read.form.values, from: '' } };
  const done = await attempt(visit, form, () =>
    ports.setBands(person, { use, rev: Number(read.data.rev), order }),
  );
  if (done.ok) return goTo(context, bandsPath, 'saved');
  // A day that is over is said at its field, whose name tells the use.
  const { from, ...errors } = done.form.errors;
  const said = { ...errors, ...(from !== undefined && { [`${use}-from`]: fieldErrors.from }) };
  return refuse(visit, ports, { use, form: { ...done.form, errors: said } });
}

export async function withdrawBands(visit: PersonVisit, ports: BandsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const use = useIn(visit);
  if (!use) return goTo(context, bandsPath);
  const schema = z.object({ rev: z.coerce.number().int().min(1) });
  const read = await readForm(context, schema, { other: ui.t.shell.fieldWrong });
  if (!read.ok) return refuse(visit, ports, { use, form: read.form });
  const done = await attempt(visit, emptyForm, () =>
    ports.withdrawBands(person, { use, rev: read.data.rev }),
  );
  return done.ok ? goTo(context, bandsPath, 'saved') : refuse(visit, ports, { use, form: done.form });
}
