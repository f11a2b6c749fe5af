import { budgetWords } from '../i18n/budget.ts';
import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import { rupiah } from '../quotas/place.tsx';
import type { Ui } from '../ui.ts';
import { BudgetFrame, Cause, purposeText } from './frame.tsx';
import { budgetPath, linePath } from './paths.ts';
import { type BookingView, boundStateNames, type LineView, type PurposeView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly line: LineView;
  readonly form: FormState;
}

const lineTrail = (ui: Ui, line: LineView) => (
  <Trail
    ui={ui}
    links={[
      [budgetPath, budgetWords[ui.locale].title],
      [linePath(line.lineId), `${line.code} · ${line.title}`],
    ]}
  />
);

/** Binds money by hand. */
export function BookPage(
  props: Props & { readonly formId: string; readonly purposes: readonly PurposeView[] },
) {
  const { ui, line, form, formId, purposes } = props;
  const words = budgetWords[ui.locale];
  const field = { ui, form };
  return (
    <BudgetFrame ui={ui} title={words.bookTitle} current={budgetPath}>
      <PageHeading
        title={words.bookTitle}
        lead={words.bookLead(rupiah(ui, line.room))}
        trail={lineTrail(ui, line)}
      />
      <form method="post" action={`${linePath(line.lineId)}/book`} class="panel max-w-2xl p-5 md:p-6">
        <FormProblem ui={ui} form={form} />
        <input type="hidden" name="form" value={form.values.form ?? formId} />
        <SelectField
          {...field}
          name="kind"
          label={words.kind}
          required
          options={boundStateNames.map((one) => [one, words.state[one]])}
        />
        <AmountField {...field} />
        {purposes.length > 0 && (
          <SelectField
            {...field}
            name="purpose"
            label={words.purpose}
            hint={words.purposeHint}
            options={[
              ['', words.noPurpose],
              ...purposes.map((one) => [`${one.kind}:${one.id}`, purposeText(ui, one)] as const),
            ]}
          />
        )}
        <GroundsFields {...field} />
        <OutcomeFields {...field} />
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
    </BudgetFrame>
  );
}

/** The next step of what was bound by hand. */
export function StepPage({ ui, line, form, booking }: Props & { readonly booking: BookingView }) {
  const words = budgetWords[ui.locale];
  const field = { ui, form };
  const steps = booking.steps.filter((one) => one !== 'reserved');
  const path = `${linePath(line.lineId)}/bookings/${encodeURIComponent(booking.bookingId)}`;
  return (
    <BudgetFrame ui={ui} title={words.stepTitle} current={budgetPath}>
      <PageHeading
        title={words.stepTitle}
        lead={<Cause ui={ui} cause={booking.cause} />}
        trail={lineTrail(ui, line)}
      />
      <p class="mb-4">
        {words.state[booking.state]}: {rupiah(ui, booking.amount)}
      </p>
      {steps.length === 0 ? (
        <p class="quiet">{words.noSteps}</p>
      ) : (
        <form method="post" action={path} class="panel max-w-2xl p-5 md:p-6">
          <FormProblem ui={ui} form={form} />
          <input type="hidden" name="from" value={form.values.from ?? booking.state} />
          <SelectField
            {...field}
            name="to"
            label={words.to}
            required
            options={steps.map((one) => [one, words.stepTo[one]])}
          />
          <AmountField {...field} />
          <GroundsFields {...field} />
          <OutcomeFields {...field} />
          <button type="submit" class="btn btn-primary">
            {words.save}
          </button>
        </form>
      )}
    </BudgetFrame>
  );
}

type Fields = Pick<Props, 'ui' | 'form'>;

function AmountField({ ui, form }: Fields) {
  const { amount, amountHint } = budgetWords[ui.locale];
  const about = { name: 'amount', label: amount, hint: amountHint, required: true, maxlength: 20 };
  return <TextField ui={ui} form={form} {...about} inputmode="numeric" />;
}

/** Why, and the number of the paper that says so. */
export function GroundsFields({ ui, form }: Fields) {
  const words = budgetWords[ui.locale];
  return (
    <>
      <TextField
        {...{ ui, form, name: 'reason', label: words.reason, hint: words.reasonHint, maxlength: 300 }}
        required
      />
      <TextField
        {...{ ui, form, name: 'evidence', label: words.evidenceLabel, hint: words.evidenceHint }}
        required
        maxlength={120}
      />
    </>
  );
}

function OutcomeFields({ ui, form }: Fields) {
  const words = budgetWords[ui.locale];
  return (
    <>
      <TextField
        {...{ ui, form, name: 'people', label: words.people, hint: words.peopleHint, maxlength: 7 }}
        inputmode="numeric"
      />
      <TextField
        {...{ ui, form, name: 'jp', label: words.jp, hint: words.jpHint, maxlength: 12 }}
        inputmode="decimal"
      />
    </>
  );
}
