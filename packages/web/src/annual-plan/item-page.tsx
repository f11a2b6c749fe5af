import { AgencyFrame } from '../agency/frame.tsx';
import { nameText } from '../competency/parts.tsx';
import { annualPlanWords } from '../i18n/annual-plan.ts';
import { CheckboxGroup, FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { BudgetLine, Need, planName, rupiah, scheduleText } from './parts.tsx';
import { itemLearningPath, itemPath, planPath, plansPath } from './paths.ts';
import { Cheaper, unitsText } from './plan-page.tsx';
import type { ItemChoices, ItemView, NeedView, PlanView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly plan: PlanView;
  /** `new`, or the item that there is. */
  readonly itemId: string;
  readonly need: NeedView;
  readonly choices: ItemChoices;
  readonly form: FormState;
}

/** The form of an item of a draft. */
export function ItemFormPage(props: Props) {
  const { ui, plan, itemId, need, form } = props;
  const words = annualPlanWords[ui.locale];
  const title = itemId === 'new' ? words.newItem : words.changeItem;
  return (
    <AgencyFrame current={plansPath} ui={ui} title={title}>
      <PageHeading title={title} trail={<ItemTrail ui={ui} plan={plan} />} />
      <div class="panel mb-5 max-w-3xl p-5">
        <p class="quiet mb-1 text-sm">
          {words.sources[need.source]}. {words.sourceNotes[need.source]}
        </p>
        <Need ui={ui} year={plan.year} need={need}>
          <Advice ui={ui} need={need} />
        </Need>
      </div>
      <form method="post" action={itemPath(plan, itemId)} class="max-w-3xl">
        <FormProblem ui={ui} form={form} />
        <input type="hidden" name="signal" value={form.values.signal ?? ''} />
        <input type="hidden" name="rev" value={form.values.rev ?? '0'} />
        <What {...props} />
        <Who {...props} />
        <Money {...props} />
        <div class="flex flex-wrap gap-3">
          <button type="submit" class="btn btn-primary">
            {words.save}
          </button>
          {itemId !== 'new' && (
            <a class="btn btn-ghost" href={`${itemPath(plan, itemId)}/remove`}>
              {words.removeItem}
            </a>
          )}
        </div>
      </form>
    </AgencyFrame>
  );
}

function ItemTrail({ ui, plan }: Pick<Props, 'ui' | 'plan'>) {
  const words = annualPlanWords[ui.locale];
  return (
    <Trail
      ui={ui}
      links={[
        [plansPath, words.title],
        [planPath(plan), planName(ui, plan)],
      ]}
    />
  );
}

/** What usually answers a low element. */
function Advice({ ui, need }: Pick<Props, 'ui' | 'need'>) {
  const { advice } = annualPlanWords[ui.locale];
  if (need.basis.kind !== 'survey') return null;
  const { subject } = need.basis;
  const text = Object.entries(advice).find(([name]) => name === subject)?.[1];
  return text === undefined ? null : <p class="mt-1 text-sm">{text}</p>;
}

function What({ ui, form, choices }: Props) {
  const words = annualPlanWords[ui.locale];
  const { fields, hints } = words;
  const field = { ui, form };
  return (
    <fieldset class="panel mb-5 p-5">
      <legend class="text-lg font-semibold">{words.groups.what}</legend>
      <TextField {...field} name="title" label={fields.title} hint={hints.title} required maxlength={160} />
      <SelectField {...field} name="form" label={fields.form} required options={formOptions(ui, choices)} />
      <div class="grid gap-x-4 sm:grid-cols-2">
        <TextField {...field} name="from" type="date" label={fields.from} required maxlength={10} />
        <TextField {...field} name="to" type="date" label={fields.to} required maxlength={10} />
      </div>
      <TextField {...field} name="organiser" label={fields.organiser} required maxlength={160} />
      <TextField
        {...field}
        name="curriculum"
        label={fields.curriculum}
        hint={hints.curriculum}
        maxlength={500}
        multiline
        rows={2}
      />
    </fieldset>
  );
}

const formOptions = (ui: Ui, { forms }: ItemChoices): readonly (readonly [string, string])[] =>
  forms.map(([code, name]) => [code, nameText(ui, name)]);

function Who({ ui, form, choices }: Props) {
  const words = annualPlanWords[ui.locale];
  const { fields, hints } = words;
  const field = { ui, form };
  return (
    <fieldset class="panel mb-5 p-5">
      <legend class="text-lg font-semibold">{words.groups.who}</legend>
      <div class="grid gap-x-4 sm:grid-cols-2">
        <TextField
          {...field}
          name="people"
          inputmode="numeric"
          label={fields.people}
          required
          maxlength={6}
        />
        <TextField
          {...field}
          name="jp"
          inputmode="decimal"
          label={fields.jp}
          hint={hints.jp}
          required
          maxlength={8}
        />
      </div>
      {choices.units.length > 0 && (
        <details open={Boolean(form.values.unitIds)}>
          <summary class="text-link inline-flex min-h-9 items-center">{fields.unitIds}</summary>
          <CheckboxGroup
            {...field}
            name="unitIds"
            label={fields.unitIds}
            hint={hints.unitIds}
            options={choices.units}
          />
        </details>
      )}
    </fieldset>
  );
}

function Money({ ui, form, choices }: Props) {
  const words = annualPlanWords[ui.locale];
  const { fields, hints } = words;
  const field = { ui, form };
  return (
    <fieldset class="panel mb-5 p-5">
      <legend class="text-lg font-semibold">{words.groups.money}</legend>
      <div class="grid gap-x-4 sm:grid-cols-2">
        <TextField
          {...field}
          name="cost"
          inputmode="numeric"
          label={fields.cost}
          hint={hints.cost}
          required
          maxlength={17}
        />
        <TextField
          {...field}
          name="budgetLine"
          label={fields.budgetLine}
          hint={hints.budgetLine}
          maxlength={60}
          list="budget-lines"
        />
        <datalist id="budget-lines">
          {choices.budgetLines.map(([code, title]) => (
            <option value={code}>{title}</option>
          ))}
        </datalist>
      </div>
      <p class="quiet mb-3 text-sm">{words.alternativeRule}</p>
      <div class="grid gap-x-4 sm:grid-cols-2">
        <SelectField
          {...field}
          name="alternativeForm"
          label={fields.alternativeForm}
          options={[['', words.noneChosen], ...formOptions(ui, choices)]}
        />
        <TextField
          {...field}
          name="alternativeCost"
          inputmode="numeric"
          label={fields.alternativeCost}
          maxlength={17}
        />
      </div>
      <TextField
        {...field}
        name="noAlternative"
        label={fields.noAlternative}
        maxlength={300}
        multiline
        rows={2}
      />
    </fieldset>
  );
}

/** An item as it stands in a plan that takes no changes. */
export function ItemPage(props: { readonly ui: Ui; readonly plan: PlanView; readonly item: ItemView }) {
  const { ui, plan, item } = props;
  const words = annualPlanWords[ui.locale];
  const { fields } = words;
  const rows: readonly (readonly [string, unknown])[] = [
    [fields.form, `${nameText(ui, item.formName)}, ${words.jpEach(ui.format.jp(item.jp))}`],
    [fields.people, `${ui.format.number(item.people)} (${unitsText(ui, item)})`],
    [words.schedule, scheduleText(ui, item)],
    [fields.organiser, item.organiser],
    [fields.curriculum, item.curriculum],
    [fields.cost, rupiah(ui, item.cost)],
  ];
  return (
    <AgencyFrame current={plansPath} ui={ui} title={item.title}>
      <PageHeading
        title={item.title}
        trail={<ItemTrail ui={ui} plan={plan} />}
        actions={
          <a class="btn" href={itemLearningPath(plan, item.itemId)}>
            {words.openLearning}
          </a>
        }
      />
      <div class="panel mb-5 max-w-3xl p-5">
        <p class="quiet mb-1 text-sm">{words.sources[item.need.source]}</p>
        <Need ui={ui} year={plan.year} need={item.need} />
      </div>
      <dl class="panel grid max-w-3xl gap-x-6 gap-y-3 p-5 sm:grid-cols-[14rem_1fr]">
        {rows.map(([label, value]) =>
          value === undefined ? null : (
            <>
              <dt class="quiet">{label}</dt>
              <dd>{String(value)}</dd>
            </>
          ),
        )}
        {item.budgetLine !== undefined && (
          <>
            <dt class="quiet">{fields.budgetLine}</dt>
            <dd>
              <BudgetLine ui={ui} item={item} />
            </dd>
          </>
        )}
        <dt class="quiet">{words.saving}</dt>
        <dd>
          <Cheaper ui={ui} item={item} />
        </dd>
      </dl>
    </AgencyFrame>
  );
}
