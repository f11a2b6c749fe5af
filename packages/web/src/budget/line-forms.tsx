import type { Child } from 'hono/jsx';
import { budgetWords } from '../i18n/budget.ts';
import { emptyForm, FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Block, PageHeading, Trail } from '../layout/parts.tsx';
import { rupiah } from '../quotas/place.tsx';
import type { Ui } from '../ui.ts';
import { GroundsFields } from './booking-forms.tsx';
import { BudgetFrame } from './frame.tsx';
import { budgetPath, linePath } from './paths.ts';
import { type LineView, lineSourceNames } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly form: FormState;
}

export function NewLinePage({ ui, form }: Props) {
  const words = budgetWords[ui.locale];
  const field = { ui, form };
  return (
    <BudgetFrame ui={ui} title={words.addTitle} current={budgetPath}>
      <PageHeading title={words.addTitle} trail={<Trail ui={ui} links={[[budgetPath, words.title]]} />} />
      <form method="post" action={`${budgetPath}/new`} class="panel max-w-2xl p-5 md:p-6">
        <FormProblem ui={ui} form={form} />
        <TextField {...field} name="year" label={words.year} inputmode="numeric" required maxlength={4} />
        <TextField {...field} name="code" label={words.code} hint={words.codeHint} required maxlength={40} />
        <TermsFields {...field} />
        <CeilingField {...field} />
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
    </BudgetFrame>
  );
}

export type LineFormName = 'terms' | 'ceiling' | 'state';

/** Description, ceiling and state of a line, each by a form of its own. */
export function ChangeLinePage(props: {
  readonly ui: Ui;
  readonly line: LineView;
  /** The one that was refused. */
  readonly refused?: { readonly name: LineFormName; readonly form: FormState };
}) {
  const { ui, line, refused } = props;
  const words = budgetWords[ui.locale];
  const { title, source, account = '', ceiling } = line;
  const formOf = (name: LineFormName, values: FormState['values']) =>
    refused?.name === name ? refused.form : { ...emptyForm, values };
  const [terms, money, state] = [
    formOf('terms', { title, source, account }),
    formOf('ceiling', { ceiling: String(ceiling) }),
    formOf('state', {}),
  ];
  const path = linePath(line.lineId);
  const bound = line.reserved + line.committed + line.spent;
  const isOpen = line.state === 'open';
  return (
    <BudgetFrame ui={ui} title={words.changeTitle} current={budgetPath}>
      <PageHeading
        title={words.changeTitle}
        lead={`${line.code} · ${line.title}`}
        trail={
          <Trail
            ui={ui}
            links={[
              [budgetPath, words.title],
              [path, `${line.code} · ${line.title}`],
            ]}
          />
        }
      />
      <LineForm ui={ui} form={terms} line={line} name="terms" title={words.termsTitle} submit={words.save}>
        <TermsFields ui={ui} form={terms} />
      </LineForm>
      <LineForm
        ui={ui}
        form={money}
        line={line}
        name="ceiling"
        title={words.ceilingTitle}
        submit={words.save}
      >
        <CeilingField ui={ui} form={money} hint={words.ceilingHint(rupiah(ui, bound))} />
        <GroundsFields ui={ui} form={money} />
      </LineForm>
      <LineForm
        {...{ ui, form: state, line, name: 'state', title: words.stateTitle }}
        submit={isOpen ? words.close : words.reopen}
      >
        <p class="mb-4">{isOpen ? words.closeText : words.openText}</p>
        <input type="hidden" name="state" value={isOpen ? 'closed' : 'open'} />
        <GroundsFields ui={ui} form={state} />
      </LineForm>
    </BudgetFrame>
  );
}

function LineForm(props: {
  readonly ui: Ui;
  readonly form: FormState;
  readonly line: LineView;
  readonly name: LineFormName;
  readonly title: string;
  readonly submit: string;
  readonly children?: Child;
}) {
  const { ui, form, line, name } = props;
  return (
    <Block id={name} title={props.title}>
      <form method="post" action={`${linePath(line.lineId)}/${name}`} class="panel max-w-2xl p-5 md:p-6">
        <FormProblem ui={ui} form={form} />
        <input type="hidden" name="rev" value={form.values.rev ?? line.rev} />
        {props.children}
        <button type="submit" class="btn btn-primary">
          {props.submit}
        </button>
      </form>
    </Block>
  );
}

function TermsFields({ ui, form }: Props) {
  const words = budgetWords[ui.locale];
  return (
    <>
      <TextField {...{ ui, form, name: 'title', label: words.name, maxlength: 200 }} required />
      <SelectField
        {...{ ui, form, name: 'source', label: words.sourceLabel }}
        required
        options={lineSourceNames.map((one) => [one, words.source[one]])}
      />
      <TextField {...{ ui, form, name: 'account', label: words.accountLabel, maxlength: 60 }} />
    </>
  );
}

function CeilingField({ ui, form, hint }: Props & { readonly hint?: string }) {
  const { ceilingLabel, amountHint } = budgetWords[ui.locale];
  const about = { name: 'ceiling', label: ceilingLabel, hint: hint ?? amountHint, maxlength: 20 };
  return <TextField ui={ui} form={form} {...about} inputmode="numeric" required />;
}
