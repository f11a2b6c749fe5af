import type { Scope } from '@sinau/kernel';
import { CheckboxGroup, type FormState } from '../layout/form.tsx';
import type { Ui } from '../ui.ts';

/** Scopes to choose, each with what it lets a client do. */
export function ScopeBoxes(props: {
  readonly ui: Ui;
  readonly form: FormState;
  readonly scopes: readonly Scope[];
}) {
  const { ui, form, scopes } = props;
  const { t } = ui;
  return (
    <CheckboxGroup
      ui={ui}
      form={form}
      name="scopes"
      label={t.clients.scopes}
      options={scopes.map((scope) => [
        scope,
        <>
          <span class="block">{t.clients.scope[scope]}</span>
          <span class="quiet block text-sm">{t.clients.scopeText[scope]}</span>
        </>,
      ])}
    />
  );
}
