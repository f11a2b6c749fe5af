import type { Child } from 'hono/jsx';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Block, EmptyState, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { OperatorMenu } from '../operator/menu.tsx';
import type { Ui } from '../ui.ts';
import { agreementsPath, providerHref, versionHref } from './paths.ts';
import type { AgreementView, ProviderAgreements } from './ports.ts';
import { VersionDetails, VersionTable } from './version-parts.tsx';
import { StandingTag } from './words.tsx';

export function OperatorFrame(props: {
  readonly ui: Ui;
  readonly title: string;
  readonly notice?: NoticeName | undefined;
  readonly children?: Child;
}) {
  const { ui, title, notice } = props;
  const menu = <OperatorMenu ui={ui} current={agreementsPath} />;
  return (
    <Shell ui={ui} title={title} section="operator" notice={notice} menu={menu}>
      {props.children}
    </Shell>
  );
}

/** Providers, and how many agreements hold with each. */
export function AgreementProvidersPage(props: {
  readonly ui: Ui;
  readonly providers: readonly {
    readonly providerId: string;
    readonly name: string;
    readonly active: number;
  }[];
}) {
  const { ui, providers } = props;
  const words = ui.t.agreements;
  return (
    <OperatorFrame ui={ui} title={words.title}>
      <PageHeading title={words.title} lead={words.lead} />
      {providers.length === 0 ? (
        <EmptyState icon="building" title={words.noProvidersTitle} text={words.noProvidersText} />
      ) : (
        <Table caption={words.title} columns={[words.providerColumns.provider, words.providerColumns.active]}>
          {providers.map(({ providerId, name, active }) => (
            <tr>
              <th scope="row" class="font-medium">
                <a href={providerHref(providerId)} class="text-link inline-flex min-h-8 items-center">
                  {name}
                </a>
              </th>
              <td>{ui.format.number(active)}</td>
            </tr>
          ))}
        </Table>
      )}
    </OperatorFrame>
  );
}

/** Every version with one provider, and the emergency brake. */
export function ProviderAgreementsPage(props: {
  readonly ui: Ui;
  readonly provider: ProviderAgreements;
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, provider, form } = props;
  const words = ui.t.agreements;
  const { providerId, name, versions } = provider;
  const title = words.of(name);
  const running = versions.some(({ standing }) => standing === 'in-force' || standing === 'upcoming');
  return (
    <OperatorFrame ui={ui} title={title} notice={props.notice}>
      <PageHeading
        title={title}
        trail={<Trail ui={ui} links={[[agreementsPath, words.title]]} />}
        actions={
          <a href={`${providerHref(providerId)}/new`} class="btn btn-primary">
            {words.add}
          </a>
        }
      />
      <VersionTable ui={ui} caption={title} versions={versions} linked />
      {running && (
        <div class="mt-8">
          <Block id="revoke-all" title={words.revokeAllTitle(name)}>
            <form method="post" action={`${providerHref(providerId)}/revoke-all`} class="panel max-w-2xl p-5">
              <p class="mb-4">{words.revokeAllText}</p>
              <FormProblem ui={ui} form={form} />
              <ReasonField ui={ui} form={form} />
              <button type="submit" class="btn btn-error">
                {words.revokeAll}
              </button>
            </form>
          </Block>
        </div>
      )}
    </OperatorFrame>
  );
}

function ReasonField({ ui, form }: { readonly ui: Ui; readonly form: FormState }) {
  const { reason: label, reasonHint: hint } = ui.t.agreements;
  return <TextField {...{ ui, form, label, hint }} name="reason" maxlength={500} required />;
}

interface OneProps {
  readonly ui: Ui;
  readonly agreement: AgreementView & { readonly provider: string };
  readonly form: FormState;
}

/** One version: what it says, and what may be done with it. */
export function AgreementPage(props: OneProps & { readonly notice?: NoticeName | undefined }) {
  const { ui, agreement } = props;
  const words = ui.t.agreements;
  const { title, version, standing, providerId, provider } = agreement;
  const isDraft = standing === 'draft';
  const isActive = standing === 'in-force' || standing === 'upcoming' || standing === 'expired';
  return (
    <OperatorFrame ui={ui} title={title} notice={props.notice}>
      <PageHeading
        title={title}
        lead={
          <>
            {words.version(ui.format.number(version))} · <StandingTag ui={ui} agreement={agreement} />
          </>
        }
        trail={
          <Trail
            ui={ui}
            links={[
              [agreementsPath, words.title],
              [providerHref(providerId), provider],
            ]}
          />
        }
        actions={
          <a href={`${versionHref(agreement)}/${isDraft ? 'change' : 'revise'}`} class="btn">
            {isDraft ? words.change : words.revise}
          </a>
        }
      />
      <VersionDetails ui={ui} agreement={agreement} />
      {isDraft && <DraftSteps {...props} />}
      {isActive && <CloseForm {...props} />}
    </OperatorFrame>
  );
}

function DraftSteps({ ui, agreement, form }: OneProps) {
  const words = ui.t.agreements;
  const base = versionHref(agreement);
  return (
    <div class="panel max-w-2xl p-5">
      <FormProblem ui={ui} form={form} />
      <p class="mb-4">{words.draftText}</p>
      <div class="flex flex-wrap gap-3">
        <form method="post" action={`${base}/activate`}>
          <input type="hidden" name="rev" value={String(agreement.rev)} />
          <button type="submit" class="btn btn-primary">
            {words.activate}
          </button>
        </form>
        <form method="post" action={`${base}/remove`}>
          <button type="submit" class="btn btn-ghost text-error">
            {words.remove}
          </button>
        </form>
      </div>
    </div>
  );
}

function CloseForm({ ui, agreement, form }: OneProps) {
  const words = ui.t.agreements;
  return (
    <Block id="close" title={words.closeHeading}>
      <form method="post" action={`${versionHref(agreement)}/close`} class="panel max-w-2xl p-5">
        <p class="mb-4">{words.closeText}</p>
        <FormProblem ui={ui} form={form} />
        <SelectField
          ui={ui}
          form={form}
          name="how"
          label={words.how}
          required
          options={Object.entries(words.hows)}
        />
        <ReasonField ui={ui} form={form} />
        <button type="submit" class="btn btn-error">
          {words.close}
        </button>
      </form>
    </Block>
  );
}
