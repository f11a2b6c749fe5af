import { AgencyMenu } from '../agency/menu.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState } from '../layout/form.tsx';
import { Block, EmptyState, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import { StudioMenu } from '../studio/menu.tsx';
import type { Ui } from '../ui.ts';
import { sharingPath, studioAgreementsPath } from './paths.ts';
import type { ProviderAgreements, ProviderSharingView, SharingDecisionView } from './ports.ts';
import { VersionDetails, VersionTable } from './version-parts.tsx';
import { dataText } from './words.tsx';

/** What leaves of an agency's people, to whom, and the way to stop it. */
export function SharingPage(props: {
  readonly ui: Ui;
  readonly providers: readonly ProviderSharingView[];
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, providers, form } = props;
  const words = ui.t.agreements;
  const menu = <AgencyMenu ui={ui} current={sharingPath} />;
  return (
    <Shell ui={ui} title={words.sharing} section="agency" notice={props.notice} menu={menu}>
      <PageHeading title={words.sharing} lead={words.agencyLead} />
      <FormProblem ui={ui} form={form} />
      {providers.length === 0 ? (
        <EmptyState icon="list" title={words.agencyEmptyTitle} text={words.agencyEmptyText} />
      ) : (
        providers.map((provider) => <ProviderBlock ui={ui} provider={provider} />)
      )}
    </Shell>
  );
}

function ProviderBlock({ ui, provider }: { readonly ui: Ui; readonly provider: ProviderSharingView }) {
  const words = ui.t.agreements;
  const { providerId, name, agreement, decision } = provider;
  const href = `${sharingPath}/${encodeURIComponent(providerId)}`;
  return (
    <Block
      id={`provider-${providerId}`}
      title={name}
      aside={
        decision && (
          <a
            href={href}
            class="text-link inline-flex min-h-8 items-center"
            aria-label={words.historyOf(name)}
          >
            {words.history}
          </a>
        )
      }
    >
      <p class="mb-3 font-medium">{nowText(ui, provider)}</p>
      {agreement && <VersionDetails ui={ui} agreement={agreement} titled />}
      <Disclosures ui={ui} provider={provider} />
      <div class="mt-4">
        {decision?.stopped ? (
          <form method="post" action={`${href}/permit`}>
            <button type="submit" class="btn btn-primary" aria-label={words.permitFor(name)}>
              {words.permit}
            </button>
          </form>
        ) : (
          <StopForm ui={ui} provider={provider} action={`${href}/stop`} />
        )}
      </div>
    </Block>
  );
}

function nowText(ui: Ui, { agreement, decision }: ProviderSharingView): string {
  const words = ui.t.agreements;
  if (decision?.stopped) return words.stoppedNow;
  if (!agreement) return words.onlyPseudonym;
  return words.sharedNow(dataText(ui, ['pseudonym', ...agreement.attributes]));
}

function StopForm(props: {
  readonly ui: Ui;
  readonly provider: ProviderSharingView;
  readonly action: string;
}) {
  const { ui, provider, action } = props;
  const words = ui.t.agreements;
  const id = `reason-${provider.providerId}`;
  return (
    <form method="post" action={action} class="flex flex-wrap items-end gap-3">
      <div class="min-w-0 grow sm:max-w-md">
        <label for={id} class="mb-1 block text-sm font-medium">
          {words.reason} <span class="quiet font-normal">({ui.t.shell.optional})</span>
        </label>
        <input id={id} name="reason" maxlength={500} autocomplete="off" class="input w-full" />
      </div>
      <button type="submit" class="btn btn-error" aria-label={words.stopFor(provider.name)}>
        {words.stop}
      </button>
    </form>
  );
}

function Disclosures({ ui, provider }: { readonly ui: Ui; readonly provider: ProviderSharingView }) {
  const words = ui.t.agreements;
  const { name, disclosed } = provider;
  if (disclosed.length === 0) return <p class="quiet">{words.nothingYet}</p>;
  const { data, channel, times, first, last } = words.disclosedColumns;
  return (
    <>
      <Table caption={words.disclosedHeading(name)} columns={[data, channel, times, first, last]}>
        {disclosed.map((one) => (
          <tr>
            <th scope="row" class="font-medium">
              {words.attribute[one.attribute]}
            </th>
            <td>{words.channel[one.channel]}</td>
            <td>{ui.format.number(one.times)}</td>
            <td>
              <When ui={ui} at={one.first} dateOnly />
            </td>
            <td>
              <When ui={ui} at={one.last} />
            </td>
          </tr>
        ))}
      </Table>
      <p class="quiet mt-1 text-sm">{words.disclosedRule}</p>
    </>
  );
}

/** What an agency has decided about a provider, latest first. */
export function SharingHistoryPage(props: {
  readonly ui: Ui;
  readonly name: string;
  readonly decisions: readonly SharingDecisionView[];
}) {
  const { ui, name, decisions } = props;
  const words = ui.t.agreements;
  const title = words.historyOf(name);
  const { at, decision, by, reason } = words.historyColumns;
  return (
    <Shell ui={ui} title={title} section="agency" menu={<AgencyMenu ui={ui} current={sharingPath} />}>
      <PageHeading title={title} trail={<Trail ui={ui} links={[[sharingPath, words.sharing]]} />} />
      {decisions.length === 0 ? (
        <EmptyState icon="list" title={words.historyEmptyTitle} text={words.historyEmptyText} />
      ) : (
        <Table caption={title} columns={[at, decision, by, reason]}>
          {decisions.map((one) => (
            <tr>
              <th scope="row" class="font-medium whitespace-nowrap">
                <When ui={ui} at={one.at} />
              </th>
              <td>{one.stopped ? words.decisions.stopped : words.decisions.permitted}</td>
              <td>{one.by ?? words.byMachine}</td>
              <td>{one.reason ?? '–'}</td>
            </tr>
          ))}
        </Table>
      )}
    </Shell>
  );
}

/** What a provider may hear of people; it changes nothing here. */
export function OwnAgreementsPage({
  ui,
  provider,
}: {
  readonly ui: Ui;
  readonly provider: ProviderAgreements;
}) {
  const words = ui.t.agreements;
  const menu = <StudioMenu ui={ui} current={studioAgreementsPath} />;
  const running = provider.versions.filter(({ standing }) => standing === 'in-force');
  return (
    <Shell ui={ui} title={words.title} section="studio" menu={menu}>
      <PageHeading title={words.title} lead={words.studioLead} />
      {running.map((agreement) => (
        <Block id={`agreement-${agreement.agreementId}`} title={agreement.title}>
          <VersionDetails ui={ui} agreement={agreement} />
        </Block>
      ))}
      <VersionTable ui={ui} caption={words.title} versions={provider.versions} />
      <p class="quiet mt-4 max-w-[65ch] text-sm">{words.studioEnd}</p>
    </Shell>
  );
}
