import { AgencyMenu } from '../agency/menu.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { CheckboxGroup, FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { sealSettingsPath, sealsPath } from './paths.ts';
import { type SealDeskView, sealDocumentNames } from './ports.ts';

/** Where the agency's seal service is, and what it seals. Secrets are written and never shown. */
export function SealSettingsPage(props: {
  readonly ui: Ui;
  readonly view: SealDeskView;
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, view, form } = props;
  const words = ui.t.seals;
  const text = (name: 'address' | 'username' | 'subscriberId') => (
    <TextField
      {...{ ui, form, name, label: words.setting[name], hint: words.settingHint[name] }}
      {...{ required: true, maxlength: 300 }}
    />
  );
  return (
    <Shell
      ui={ui}
      title={words.settings}
      section="agency"
      notice={props.notice}
      menu={<AgencyMenu ui={ui} current={sealsPath} />}
    >
      <PageHeading title={words.settings} trail={<Trail ui={ui} links={[[sealsPath, words.title]]} />} />
      <form method="post" action={sealSettingsPath} class="panel mb-8 max-w-2xl p-5">
        <FormProblem ui={ui} form={form} />
        {text('address')}
        {text('username')}
        <TextField
          {...{ ui, form, name: 'password', label: words.setting.password, maxlength: 500 }}
          hint={view.settings.hasPassword ? words.passwordKept : words.settingHint.password}
          type="password"
          autocomplete="new-password"
          required={!view.settings.hasPassword}
        />
        {text('subscriberId')}
        <CheckboxGroup
          {...{ ui, form, name: 'documents', label: words.setting.documents, required: true }}
          options={sealDocumentNames.map((one) => [one, words.kind[one]] as const)}
        />
        <TextField
          {...{ ui, form, name: 'since', label: words.setting.since, hint: words.settingHint.since }}
          {...{ type: 'date', required: true, maxlength: 10 }}
        />
        <CheckboxGroup
          {...{ ui, form, name: 'isOn', label: words.setting.isOn, hint: words.settingHint.isOn }}
          required
          options={[['yes', words.switchOn]]}
        />
        <div class="flex flex-wrap gap-3">
          <button type="submit" class="btn btn-primary">
            {words.save}
          </button>
          <a href={sealsPath} class="btn btn-ghost">
            {ui.t.shell.cancel}
          </a>
        </div>
      </form>
    </Shell>
  );
}
