import { AgencyMenu } from '../agency/menu.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { CheckboxGroup, FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { siasnPath, siasnSettingsPath } from './paths.ts';
import type { SiasnSettingsView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly settings: SiasnSettingsView;
  readonly form: FormState;
  readonly listNote?: { readonly tone: 'success' | 'error'; readonly text: string } | undefined;
}

/** How an agency is known to SIASN. Secrets are written and never shown. */
export function SiasnSettingsPage(props: Props & { readonly notice?: NoticeName | undefined }) {
  const { ui } = props;
  const words = ui.t.siasn;
  return (
    <Shell
      ui={ui}
      title={words.settings}
      section="agency"
      notice={props.notice}
      menu={<AgencyMenu ui={ui} current={siasnPath} />}
    >
      <PageHeading title={words.settings} trail={<Trail ui={ui} links={[[siasnPath, words.title]]} />} />
      <SettingsForm {...props} />
      <Subjects {...props} />
    </Shell>
  );
}

function SettingsForm({ ui, form, settings }: Props) {
  const words = ui.t.siasn;
  const text = (name: 'siasnAgencyId' | 'subjectId', required = true) => (
    <TextField
      {...{
        ui,
        form,
        name,
        label: words.setting[name],
        hint: words.settingHint[name],
        required,
        maxlength: 40,
      }}
    />
  );
  return (
    <form method="post" action={siasnSettingsPath} class="panel mb-8 max-w-2xl p-5">
      <FormProblem ui={ui} form={form} />
      <CheckboxGroup
        {...{ ui, form, name: 'isOn', label: words.setting.isOn, required: true }}
        options={[['yes', words.settingHint.isOn]]}
      />
      <SelectField
        {...{ ui, form, name: 'environment', label: words.setting.environment, required: true }}
        hint={words.settingHint.environment}
        options={(['training', 'production'] as const).map((one) => [one, words.environment[one]] as const)}
      />
      <TextField
        {...{ ui, form, name: 'fromYear', label: words.setting.fromYear, hint: words.settingHint.fromYear }}
        {...{ required: true, maxlength: 4 }}
        inputmode="numeric"
      />
      {text('siasnAgencyId')}
      {text('subjectId')}
      <TextField
        {...{ ui, form, name: 'consumerKey', label: words.setting.consumerKey, maxlength: 200 }}
        hint={words.settingHint.consumerKey}
      />
      <TextField
        {...{ ui, form, name: 'consumerSecret', label: words.setting.consumerSecret, maxlength: 500 }}
        hint={settings.consumerKey === undefined ? words.secretHint : words.secretKeep}
        type="password"
        autocomplete="new-password"
      />
      <div class="flex flex-wrap gap-3">
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
        <a href={siasnPath} class="btn btn-ghost">
          {ui.t.shell.cancel}
        </a>
      </div>
    </form>
  );
}

function Subjects({ ui, settings, listNote }: Props) {
  const words = ui.t.siasn;
  return (
    <Block id="subjects" title={words.list}>
      <form
        method="post"
        action={`${siasnSettingsPath}/subjects`}
        enctype="multipart/form-data"
        class="panel max-w-2xl p-5"
      >
        {listNote && (
          <div class="mb-4">
            <Notice tone={listNote.tone} live>
              {listNote.text}
            </Notice>
          </div>
        )}
        <p class="mb-4">{words.listText(ui.format.number(settings.subjects))}</p>
        <label for="field-file" class="mb-1 block font-medium">
          {words.listFileLabel}
        </label>
        <input
          {...{ id: 'field-file', name: 'file', type: 'file', accept: '.csv,.txt,text/csv', required: true }}
          aria-describedby="hint-file"
          class="file-input w-full"
        />
        <p id="hint-file" class="quiet mt-1 mb-4 text-sm">
          {words.listHint}
        </p>
        <button type="submit" class="btn">
          {words.loadList}
        </button>
      </form>
    </Block>
  );
}
