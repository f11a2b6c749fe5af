import type { Child } from 'hono/jsx';
import { Figure, PageHeading } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { OperatorMenu } from './menu.tsx';
import type { AgencyRow, ProviderRow } from './ports.ts';

export function OperatorPage(props: {
  readonly ui: Ui;
  readonly agencies: readonly AgencyRow[];
  readonly providers: readonly ProviderRow[];
}) {
  const { ui, agencies, providers } = props;
  const { t, format } = ui;
  const universities = providers.filter(({ kind }) => kind === 'university').length;
  return (
    <Shell
      ui={ui}
      title={t.operator.title}
      section="operator"
      menu={<OperatorMenu ui={ui} current="/operator" />}
    >
      <PageHeading
        title={t.operator.title}
        lead={t.operator.overviewLead}
        actions={
          <a href="/operator/people/invite" class="btn btn-primary">
            {t.operator.invite}
          </a>
        }
      />
      <dl class="grid grid-cols-2 gap-3 md:grid-cols-3">
        <Figure
          label={<Lead href="/operator/agencies">{t.operator.agencies}</Lead>}
          value={format.number(agencies.length)}
        />
        <Figure
          label={<Lead href="/operator/providers">{t.operator.universities}</Lead>}
          value={format.number(universities)}
        />
        <Figure
          label={<Lead href="/operator/providers">{t.operator.providers}</Lead>}
          value={format.number(providers.length - universities)}
        />
      </dl>
    </Shell>
  );
}

function Lead(props: { readonly href: string; readonly children?: Child }) {
  return (
    <a href={props.href} class="text-link inline-flex min-h-8 items-center">
      {props.children}
    </a>
  );
}
