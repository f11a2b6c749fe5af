import { AgencyFrame } from '../agency/frame.tsx';
import { dayText } from '../competency/parts.tsx';
import { annualPlanWords } from '../i18n/annual-plan.ts';
import { competencyWords } from '../i18n/competency.ts';
import { needWords } from '../i18n/needs.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { CheckboxGroup, FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { EmptyState, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { courseSubjects } from '../studio/ports.ts';
import type { Ui } from '../ui.ts';
import type { RuleChoices, RuleView } from './need-ports.ts';
import { plansPath, rulePath, rulesPath } from './paths.ts';
import { subjectName, touched } from './rule-names.ts';

/** The register of an agency. */
export function RulesPage(props: {
  readonly ui: Ui;
  readonly rules: readonly RuleView[];
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, rules, notice } = props;
  const words = needWords[ui.locale];
  const add = (
    <a class="btn btn-primary" href={rulePath('new')}>
      {words.addRule}
    </a>
  );
  return (
    <AgencyFrame current={plansPath} ui={ui} title={words.rulesTitle} notice={notice}>
      <PageHeading
        title={words.rulesTitle}
        lead={words.rulesLead}
        trail={<Trail ui={ui} links={[[plansPath, annualPlanWords[ui.locale].title]]} />}
        actions={rules.length > 0 && add}
      />
      {rules.length === 0 ? (
        <EmptyState icon="list" title={words.noRules} text={words.noRulesText}>
          {add}
        </EmptyState>
      ) : (
        <Table caption={words.rulesTitle} columns={words.ruleColumns} cards>
          {rules.map((rule) => (
            <RuleRow ui={ui} rule={rule} />
          ))}
        </Table>
      )}
    </AgencyFrame>
  );
}

function RuleRow({ ui, rule }: { readonly ui: Ui; readonly rule: RuleView }) {
  const words = needWords[ui.locale];
  const [, since, subject, whom, state] = words.ruleColumns;
  const { closed } = rule;
  return (
    <tr>
      <th scope="row" class="font-medium">
        <a class="text-link inline-flex min-h-8 items-center" href={rulePath(rule.ruleId)}>
          {rule.title}
        </a>
        <span class="quiet block text-sm font-normal">{rule.number}</span>
      </th>
      <td data-label={since}>{dayText(ui, rule.inForceFrom)}</td>
      <td data-label={subject}>{subjectName(ui, rule.subject)}</td>
      <td data-label={whom}>{touched(ui, rule)}</td>
      <td data-label={state}>
        <span class={closed ? 'tag' : 'tag tag-warning'}>{closed ? words.ruleClosed : words.ruleOpen}</span>
        {closed && (
          <span class="quiet block text-sm">
            {words.ruleClosedBecause(closed.reason, closed.by, ui.format.date(closed.at))}
          </span>
        )}
      </td>
    </tr>
  );
}

export const formOfRule = ({
  title,
  number,
  inForceFrom,
  asks = '',
  posts,
  unitIds,
  subject,
}: RuleView): FormState => ({
  values: { title, number, inForceFrom, asks, subject, posts: posts.join(' '), unitIds: unitIds.join(' ') },
  errors: {},
});

interface FormProps {
  readonly ui: Ui;
  /** Absent: a new one. */
  readonly rule?: RuleView | undefined;
  readonly choices: RuleChoices;
  readonly form: FormState;
}

export function RulePage(props: FormProps) {
  const { ui, rule } = props;
  const words = needWords[ui.locale];
  const title = rule ? words.changeRule : words.addRule;
  const links = [
    [plansPath, annualPlanWords[ui.locale].title],
    [rulesPath, words.rulesTitle],
  ] as const;
  return (
    <AgencyFrame current={plansPath} ui={ui} title={title}>
      <PageHeading title={title} lead={words.rulesLead} trail={<Trail ui={ui} links={links} />} />
      <RuleForm {...props} />
      {rule && <CloseForm {...props} rule={rule} />}
    </AgencyFrame>
  );
}

function RuleForm({ ui, rule, choices, form }: FormProps) {
  const words = needWords[ui.locale];
  const { ruleFields: fields, ruleHints: hints } = words;
  // What was refused of closing it leaves what it says as it is.
  const own = rule && form.values.act !== undefined ? formOfRule(rule) : form;
  const field = { ui, form: own };
  return (
    <form method="post" action={rulePath(rule?.ruleId ?? 'new')} class="panel mb-5 max-w-2xl p-5">
      <FormProblem ui={ui} form={own} />
      <input type="hidden" name="rev" value={String(rule?.rev ?? 0)} />
      <TextField {...field} name="title" label={fields.title} required maxlength={160} />
      <TextField
        {...field}
        name="number"
        label={fields.number}
        hint={hints.number}
        required
        maxlength={160}
      />
      <TextField
        {...field}
        name="inForceFrom"
        type="date"
        label={fields.inForceFrom}
        required
        maxlength={10}
      />
      <SelectField
        {...field}
        name="subject"
        label={fields.subject}
        required
        options={courseSubjects.map((subject) => [subject, subjectName(ui, subject)] as const)}
      />
      <TextField {...field} name="asks" label={fields.asks} maxlength={1000} multiline />
      <CheckboxGroup
        {...field}
        name="posts"
        label={fields.posts}
        hint={hints.posts}
        options={Object.entries(competencyWords[ui.locale].group)}
      />
      {choices.units.length > 0 && (
        <CheckboxGroup
          {...field}
          name="unitIds"
          label={fields.unitIds}
          hint={hints.unitIds}
          options={choices.units}
        />
      )}
      <button type="submit" class="btn btn-primary">
        {words.save}
      </button>
    </form>
  );
}

function CloseForm({ ui, rule, form }: FormProps & { readonly rule: RuleView }) {
  const words = needWords[ui.locale];
  const own = form.values.act === undefined ? { values: {}, errors: {} } : form;
  const act = rule.closed ? 'reopen' : 'close';
  return (
    <form method="post" action={`${rulePath(rule.ruleId)}/state`} class="panel max-w-2xl p-5">
      <h2 class="mb-2 font-semibold">{rule.closed ? words.reopenRule : words.closeRule}</h2>
      <FormProblem ui={ui} form={own} />
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="rev" value={String(rule.rev)} />
      {rule.closed ? (
        <p class="mb-3">
          {words.ruleClosedBecause(rule.closed.reason, rule.closed.by, ui.format.date(rule.closed.at))}
        </p>
      ) : (
        <>
          <p class="quiet mb-3 text-sm">{words.closeRuleNote}</p>
          <TextField
            ui={ui}
            form={own}
            name="reason"
            label={words.reason}
            required
            maxlength={500}
            multiline
          />
        </>
      )}
      <button type="submit" class="btn">
        {rule.closed ? words.reopenRule : words.closeRule}
      </button>
    </form>
  );
}
