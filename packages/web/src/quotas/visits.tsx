import { csvRecord } from '@sinau/kernel';
import * as z from 'zod';
import type { FormState } from '../layout/form.tsx';
import { plainText } from '../layout/text.tsx';
import { lineField } from '../text-fields.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm, withWords } from '../visit.ts';
import { QuotaAgenciesPage } from './agencies-page.tsx';
import { QuotaFormPage } from './form-page.tsx';
import { QuotasPage } from './overview-page.tsx';
import { baseOf, type QuotaPlace } from './place.tsx';
import {
  type ChargeFilter,
  chargeStateNames,
  type NewQuotaOrder,
  payerNames,
  type QuotasPorts,
} from './ports.ts';
import { SeatsPage } from './seats-page.tsx';

export interface AtQuotas {
  readonly visit: PersonVisit;
  readonly ports: QuotasPorts;
  readonly place: QuotaPlace;
}

/** Whose quotas: of the address for operators, of the session for everybody else. */
const agencyIn = ({ visit, place }: AtQuotas): string | undefined =>
  place === 'operator' ? (visit.context.req.param('agencyId') ?? '') : undefined;

const at = (agencyId: string | undefined) => (agencyId === undefined ? {} : { agencyId });

export async function showAgencies({ visit, ports }: AtQuotas): Promise<Response> {
  const agencies = await ports.agencies(visit.person);
  return answerPage(visit.context, <QuotaAgenciesPage ui={visit.ui} agencies={agencies} />);
}

const yearSchema = z.coerce.number().int().min(2020).max(2100).optional().catch(undefined);

export async function showQuotas(given: AtQuotas): Promise<Response> {
  const { visit, ports, place } = given;
  const { context, ui, person, notice } = visit;
  const year = yearSchema.parse(context.req.query('year'));
  const view = await ports.viewOf(person, { ...at(agencyIn(given)), ...(year !== undefined && { year }) });
  return answerPage(context, <QuotasPage ui={ui} place={place} view={view} notice={notice} />);
}

const filterSchema = z.object({
  year: z.coerce.number().int().min(2020).max(2100),
  provider: z.string().max(64).exactOptional(),
  course: z.string().max(64).exactOptional(),
  state: z.enum(chargeStateNames).exactOptional(),
});

/** What makes no sense is left out of the question. */
function filterIn({ context }: PersonVisit): ChargeFilter {
  const read = filterSchema.safeParse(context.req.query());
  return read.success ? read.data : { year: new Date().getUTCFullYear() };
}

export async function showSeats({ visit, ports }: AtQuotas): Promise<Response> {
  const filter = filterIn(visit);
  const { charges, partial } = await ports.chargesOf(visit.person, filter);
  return answerPage(
    visit.context,
    <SeatsPage ui={visit.ui} filter={filter} charges={charges} partial={partial} />,
  );
}

/** Names and titles are other people's words: no cell of them begins as a formula (case F1). */
export async function sendSeats({ visit, ports }: AtQuotas): Promise<Response> {
  const { context, ui } = visit;
  const words = ui.t.quotas;
  const { charges } = await ports.chargesOf(visit.person, filterIn(visit));
  const rows = charges.map(({ learner, provider, course, state, amount, payer, at: when }) =>
    csvRecord([
      learner,
      plainText(ui, course),
      provider,
      words.state[state],
      amount,
      words.payer[payer],
      when,
    ]),
  );
  return context.body(`\ufeff${csvRecord(words.csvColumns)}${rows.join('')}`, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="sinau-kursi.csv"',
  });
}

const whole = (most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,12}$/)
    .transform(Number)
    .pipe(z.int().max(most));

const terms = {
  to: z.iso.date(),
  seats: whole(1_000_000),
  price: z.union([z.literal(''), whole(1_000_000_000)]).optional(),
  payer: z.enum(payerNames),
  whenFull: z.enum(['wait', 'refuse']),
  contract: lineField(0, 100).optional(),
  releaseAfterDays: z.union([z.literal(''), whole(365).pipe(z.int().min(7))]).optional(),
  noShowDays: z.union([z.literal(''), whole(365).pipe(z.int().min(1))]).optional(),
};
const newSchema = z.object({
  target: z.string().regex(/^(provider|course):[\w-]{1,64}$/),
  from: z.iso.date(),
  ...terms,
});
const changeSchema = z.object({ rev: whole(1_000_000_000), ...terms });

function termsOf({
  releaseAfterDays,
  noShowDays,
  to,
  seats,
  price,
  payer,
  whenFull,
  contract,
}: z.output<z.ZodObject<typeof terms>>) {
  return {
    ...{ to, seats, payer, whenFull },
    ...(typeof price === 'number' && { price }),
    ...(contract && { contract }),
    ...(typeof releaseAfterDays === 'number' && { releaseAfterDays }),
    ...(typeof noShowDays === 'number' && { noShowDays }),
  };
}

const wrongIn = ({ ui }: PersonVisit) => {
  const { dayWrong, numberWrong, releaseWrong, noShowWrong, targetWrong } = ui.t.quotas;
  return {
    ...{ from: dayWrong, to: dayWrong, seats: numberWrong, price: numberWrong },
    ...{ releaseAfterDays: releaseWrong, noShowDays: noShowWrong, target: targetWrong },
  };
};

export async function showNew(given: AtQuotas, form?: FormState): Promise<Response> {
  const { visit, ports, place } = given;
  const { context, ui, person } = visit;
  const targets = await ports.targetsFor(person);
  const values = { payer: 'agency', whenFull: 'wait', target: context.req.query('target') ?? '' };
  const page = (
    <QuotaFormPage
      ui={ui}
      place={place}
      agencyId={agencyIn(given) ?? ''}
      form={form ?? { values, errors: {} }}
      targets={targets}
    />
  );
  return answerPage(context, page, form ? 422 : 200);
}

export async function create(given: AtQuotas): Promise<Response> {
  const { visit, ports, place } = given;
  const wrong = wrongIn(visit);
  const read = await readForm(visit.context, newSchema, { ...wrong, other: visit.ui.t.shell.fieldWrong });
  if (!read.ok) return showNew(given, read.form);
  const { target, from, ...rest } = read.data;
  const [kind, id = ''] = target.split(':');
  const what: NewQuotaOrder['target'] =
    kind === 'provider' ? { kind: 'provider', providerId: id } : { kind: 'course', courseId: id };
  const agencyId = agencyIn(given);
  const order = { target: what, from, ...termsOf(rest) };
  const done = await attempt(visit, read.form, () => ports.create(visit.person, agencyId, order));
  if (!done.ok) return showNew(given, withWords(visit.ui, done.form, wrong));
  return goTo(visit.context, baseOf(place, agencyId ?? ''), 'created');
}

export async function showChange(given: AtQuotas, form?: FormState): Promise<Response> {
  const { visit, ports, place } = given;
  const { context, ui, person } = visit;
  const agencyId = agencyIn(given);
  const { quotas } = await ports.viewOf(person, at(agencyId));
  const quota = quotas.find(({ quotaId }) => quotaId === context.req.param('quotaId'));
  if (!quota?.changeable) return goTo(context, baseOf(place, agencyId ?? ''));
  const { to, seats, price, payer, whenFull, contract = '', releaseAfterDays: days, noShowDays = '' } = quota;
  const values = {
    ...{ to, seats: String(seats), price: String(price ?? ''), payer, whenFull, contract },
    ...{ releaseAfterDays: String(days ?? ''), noShowDays: String(noShowDays) },
  };
  const page = (
    <QuotaFormPage
      ui={ui}
      place={place}
      agencyId={agencyId ?? ''}
      form={form ?? { values, errors: {} }}
      quota={quota}
    />
  );
  return answerPage(context, page, form ? 422 : 200);
}

export async function change(given: AtQuotas): Promise<Response> {
  const { visit, ports, place } = given;
  const wrong = wrongIn(visit);
  const read = await readForm(visit.context, changeSchema, { ...wrong, other: visit.ui.t.shell.fieldWrong });
  if (!read.ok) return showChange(given, read.form);
  const agencyId = agencyIn(given);
  const quotaId = visit.context.req.param('quotaId') ?? '';
  const { rev, ...rest } = read.data;
  const done = await attempt(visit, read.form, () =>
    ports.change(visit.person, { ...at(agencyId), quotaId }, { rev, ...termsOf(rest) }),
  );
  if (!done.ok) return showChange(given, withWords(visit.ui, done.form, wrong));
  return goTo(visit.context, baseOf(place, agencyId ?? ''), 'saved');
}
