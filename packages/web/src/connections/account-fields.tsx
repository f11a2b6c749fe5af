import { SelectField, TextField } from '../layout/form.tsx';
import type { FormProps } from './form-props.ts';

/** Where tokens of OneRoster come from, and who we are there. */
export function SignInFields({ ui, form }: Pick<FormProps, 'ui' | 'form'>) {
  const words = ui.t.connections;
  return (
    <>
      <TextField
        ui={ui}
        form={form}
        name="tokenUrl"
        label={words.tokenUrl}
        hint={words.tokenUrlHint}
        required
        maxlength={2000}
      />
      <TextField ui={ui} form={form} name="clientId" label={words.clientId} required maxlength={500} />
    </>
  );
}

export function ClientIdField({ ui, form }: Pick<FormProps, 'ui' | 'form'>) {
  const { clientId, clientIdHint } = ui.t.connections;
  return (
    <TextField
      ui={ui}
      form={form}
      name="clientId"
      label={clientId}
      hint={clientIdHint}
      required
      maxlength={255}
    />
  );
}

/** How learners are found at an Open edX site, and where more is said of its courses. */
export function LearnerFields({ ui, form }: Pick<FormProps, 'ui' | 'form'>) {
  const words = ui.t.connections;
  return (
    <>
      <SelectField
        ui={ui}
        form={form}
        name="learnersBy"
        label={words.learnersBy}
        hint={words.learnersByHint}
        required
        options={(['pseudonym', 'email'] as const).map((one) => [one, words.learnersByChoices[one]])}
      />
      <TextField
        ui={ui}
        form={form}
        name="mode"
        label={words.mode}
        hint={words.modeHint}
        required
        maxlength={50}
      />
      <TextField
        ui={ui}
        form={form}
        name="catalogueUrl"
        label={words.catalogueUrl}
        hint={words.catalogueUrlHint}
        maxlength={2000}
      />
    </>
  );
}

/** How accounts of learners begin there. */
export function AccountFields({ ui, form }: Pick<FormProps, 'ui' | 'form'>) {
  const words = ui.t.connections;
  return (
    <>
      <SelectField
        ui={ui}
        form={form}
        name="createsLearners"
        label={words.accounts}
        required
        options={(['no', 'yes'] as const).map((one) => [one, words.accountChoices[one]])}
      />
      <TextField
        ui={ui}
        form={form}
        name="auth"
        label={words.auth}
        hint={words.authHint}
        required
        maxlength={20}
      />
      <TextField
        ui={ui}
        form={form}
        name="learnerRoleId"
        inputmode="numeric"
        label={words.roleId}
        hint={words.roleIdHint}
        required
        maxlength={6}
      />
      <TextField
        ui={ui}
        form={form}
        name="sharedCategories"
        label={words.sharedCategories}
        hint={words.sharedCategoriesHint}
        maxlength={1_200}
      />
    </>
  );
}
