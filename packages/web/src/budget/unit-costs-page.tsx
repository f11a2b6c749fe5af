import { noonOf } from '../course/standing.tsx';
import { budgetWords } from '../i18n/budget.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Block, PageHeading, Table } from '../layout/parts.tsx';
import { rupiah } from '../quotas/place.tsx';
import type { Ui } from '../ui.ts';
import { BudgetFrame } from './frame.tsx';
import { unitCostsPath } from './paths.ts';
import { type BudgetPorts, costUnitNames, type UnitCostView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly costs: Awaited<ReturnType<BudgetPorts['unitCosts']>>;
  readonly form: FormState;
  readonly notice: NoticeName | undefined;
}

/** What learning costs elsewhere, with where it is said. */
export function UnitCostsPage({ ui, costs, form, notice }: Props) {
  const words = budgetWords[ui.locale];
  return (
    <BudgetFrame ui={ui} title={words.unitCosts} current={unitCostsPath} notice={notice}>
      <PageHeading title={words.unitCosts} lead={words.unitLead} />
      <div class="mb-8">
        {costs.current.length === 0 ? (
          <p class="quiet">{words.unitNone}</p>
        ) : (
          <Costs ui={ui} rows={costs.current} caption={words.unitCosts} />
        )}
      </div>
      <AddForm ui={ui} form={form} />
      {costs.others.length > 0 && (
        <Block id="others" title={words.unitOthers}>
          <Costs ui={ui} rows={costs.others} caption={words.unitOthers} />
        </Block>
      )}
      <Block id="seen" title={words.unitSeen}>
        <p class="quiet mb-3">{words.unitSeenLead}</p>
        <Costs ui={ui} rows={costs.seen} caption={words.unitSeen} />
      </Block>
    </BudgetFrame>
  );
}

function Costs(props: { readonly ui: Ui; readonly rows: readonly UnitCostView[]; readonly caption: string }) {
  const { ui, rows, caption } = props;
  const words = budgetWords[ui.locale];
  return (
    <Table caption={caption} columns={words.unitColumns}>
      {rows.map(({ code, title, unit, amount, basis, verified, from }) => (
        <tr>
          <th scope="row" class="font-medium">
            {title}
            <p class="quiet text-sm font-normal">{code}</p>
          </th>
          <td>{words.unit[unit]}</td>
          <td class="whitespace-nowrap tabular-nums">{rupiah(ui, amount)}</td>
          <td>
            {basis}
            {!verified && <span class="tag tag-warning ms-2">{words.unverified}</span>}
          </td>
          <td class="whitespace-nowrap">{ui.format.date(noonOf(from))}</td>
        </tr>
      ))}
    </Table>
  );
}

function AddForm({ ui, form }: Pick<Props, 'ui' | 'form'>) {
  const words = budgetWords[ui.locale];
  const field = { ui, form };
  return (
    <Block id="add" title={words.unitAdd}>
      <form method="post" action={unitCostsPath} class="panel max-w-2xl p-5 md:p-6">
        <FormProblem ui={ui} form={form} />
        <TextField
          {...field}
          name="code"
          label={words.unitCode}
          hint={words.unitCodeHint}
          required
          maxlength={40}
        />
        <TextField {...field} name="title" label={words.name} required maxlength={120} />
        <SelectField
          {...field}
          name="unit"
          label={words.unitUnit}
          required
          options={costUnitNames.map((one) => [one, words.unit[one]])}
        />
        <TextField
          {...field}
          name="amount"
          label={words.amount}
          hint={words.amountHint}
          inputmode="numeric"
          required
          maxlength={20}
        />
        <TextField
          {...field}
          name="basis"
          label={words.basis}
          hint={words.basisHint}
          required
          maxlength={200}
        />
        <SelectField
          {...field}
          name="verified"
          label={words.verified}
          required
          options={(['no', 'yes'] as const).map((one) => [one, words.verifiedNames[one]])}
        />
        <TextField {...field} name="from" type="date" label={words.from} required maxlength={10} />
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
    </Block>
  );
}
