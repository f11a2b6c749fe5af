import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import { plainText } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { baseOf, QuotaFrame, type QuotaPlace } from './place.tsx';
import { payerNames, type QuotaRow, type QuotasPorts } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly place: QuotaPlace;
  readonly agencyId: string;
  readonly form: FormState;
}

/** Terms of a new quota, or of one there is: then its target and first day stay. */
export function QuotaFormPage(
  props: Props & {
    readonly quota?: QuotaRow;
    readonly targets?: Awaited<ReturnType<QuotasPorts['targetsFor']>>;
  },
) {
  const { ui, place, agencyId, form, quota, targets } = props;
  const words = ui.t.quotas;
  const base = baseOf(place, agencyId);
  const title = quota ? words.changeTitle : words.addTitle;
  const name = quota && (quota.course ? plainText(ui, quota.course.title) : words.allOf(quota.provider));
  const field = { ui, form };
  return (
    <QuotaFrame ui={ui} place={place} title={title}>
      <PageHeading title={title} lead={name} trail={<Trail ui={ui} links={[[base, words.title]]} />} />
      <form
        method="post"
        action={quota ? `${base}/${encodeURIComponent(quota.quotaId)}/change` : `${base}/new`}
        class="panel max-w-2xl p-5 md:p-6"
      >
        <FormProblem ui={ui} form={form} />
        {quota && <input type="hidden" name="rev" value={form.values.rev ?? quota.rev} />}
        {targets && (
          <SelectField
            {...field}
            name="target"
            label={words.target}
            hint={place === 'agency' ? words.targetHint : words.targetHintOperator}
            required
            options={[
              ...targets.providers.map(
                (one) => [`provider:${one.providerId}`, words.allOf(one.name)] as const,
              ),
              ...targets.courses.map((one) => [`course:${one.courseId}`, plainText(ui, one.title)] as const),
            ]}
          />
        )}
        {!quota && (
          <TextField {...field} name="from" type="date" label={words.from} required maxlength={10} />
        )}
        <TextField {...field} name="to" type="date" label={words.to} required maxlength={10} />
        <TextField
          {...field}
          name="seats"
          inputmode="numeric"
          label={words.seats}
          hint={quota ? words.seatsHint(ui.format.number(quota.used)) : words.seatsHintNew}
          required
          maxlength={7}
        />
        <BillFields {...props} />
        <SelectField
          {...field}
          name="whenFull"
          label={words.whenFullLabel}
          required
          options={(['wait', 'refuse'] as const).map((one) => [one, words.whenFull[one]])}
        />
        <TextField
          {...field}
          name="releaseAfterDays"
          inputmode="numeric"
          label={words.release}
          hint={words.releaseHint}
          maxlength={3}
        />
        <TextField
          {...field}
          name="noShowDays"
          inputmode="numeric"
          label={words.noShow}
          hint={words.noShowHint}
          maxlength={3}
        />
        <TextField {...field} name="contract" label={words.contract} maxlength={100} />
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
    </QuotaFrame>
  );
}

/** What a seat costs and who pays, which operators alone agree on. */
function BillFields({ ui, form, place }: Props) {
  const words = ui.t.quotas;
  const field = { ui, form };
  if (place === 'agency') return <input type="hidden" name="payer" value="agency" />;
  return (
    <>
      <TextField
        {...field}
        name="price"
        inputmode="numeric"
        label={words.price}
        hint={words.priceHint}
        maxlength={12}
      />
      <SelectField
        {...field}
        name="payer"
        label={words.whoPays}
        required
        options={payerNames.map((one) => [one, words.payer[one]])}
      />
    </>
  );
}
