import { DeskFrame } from '../approvals/frame.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { CheckboxGroup, FormProblem, type FormState, SelectField } from '../layout/form.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { policyPath, queuePath } from './paths.ts';
import type { ExternalPolicyView, FormView } from './ports.ts';

/** Which forms need a letter, and who verifies: agencies differ. */
export function PolicyPage(props: {
  readonly ui: Ui;
  readonly policy: ExternalPolicyView;
  readonly forms: readonly FormView[];
  readonly form?: FormState;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, policy, forms } = props;
  const words = ui.t.external;
  const values = { letterForms: policy.letterForms.join(' '), verifiers: policy.verifiers };
  const form = props.form ?? { values, errors: {} };
  const queue = queuePath('agency');
  return (
    <DeskFrame ui={ui} desk="agency" title={words.policyTitle} current={queue} notice={props.notice}>
      <PageHeading
        title={words.policyTitle}
        lead={words.policyLead}
        trail={<Trail ui={ui} links={[[queue, words.title]]} />}
      />
      <form method="post" action={policyPath} class="panel max-w-2xl p-5">
        <FormProblem ui={ui} form={form} />
        <SelectField
          {...{ ui, form, name: 'verifiers', label: words.verifiers, required: true }}
          options={[
            ['either', words.verifierKinds.either],
            ['agency', words.verifierKinds.agency],
          ]}
        />
        <CheckboxGroup
          {...{ ui, form, name: 'letterForms', label: words.letterForms, required: true }}
          options={forms.map((one) => [one.code, one[ui.locale]] as const)}
        />
        <input type="hidden" name="rev" value={String(policy.rev)} />
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
    </DeskFrame>
  );
}
