import { EmptyState, hrefOf, PageHeading, Paging, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { OwnMenu } from '../records/own-menu.tsx';
import { transcriptPath } from '../transcripts/paths.ts';
import type { Ui } from '../ui.ts';
import { CertificateTable } from './certificate-table.tsx';
import { certificatesPath } from './paths.ts';
import { type Wallet, type WalletFilter, walletStates } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly wallet: Wallet;
  readonly filter: WalletFilter;
  readonly isFirst: boolean;
}

/** Everybody's own, the latest first: what counts, what was corrected, what was taken back. */
export function WalletPage(props: Props) {
  const { ui, wallet, filter, isFirst } = props;
  const words = ui.t.certificates;
  const isFiltered = filter.year !== undefined || filter.state !== undefined;
  return (
    <Shell
      ui={ui}
      title={words.wallet}
      section="records"
      menu={<OwnMenu ui={ui} current={certificatesPath} />}
    >
      <PageHeading
        title={words.wallet}
        lead={words.lead}
        trail={<Trail ui={ui} links={[['/', ui.t.shell.home]]} />}
      />
      <p class="mb-5 flex flex-wrap gap-2">
        <a class="btn" href={transcriptPath}>
          {ui.t.transcripts.title}
        </a>
      </p>
      {(wallet.certificates.length > 0 || isFiltered) && <Filter {...props} />}
      {wallet.certificates.length > 0 ? (
        <CertificateTable ui={ui} certificates={wallet.certificates} />
      ) : isFiltered ? (
        <EmptyState icon="book" title={words.noneTitle} text={words.noneText}>
          <a href={certificatesPath} class="btn">
            {words.showAll}
          </a>
        </EmptyState>
      ) : (
        <EmptyState icon="book" title={words.emptyTitle} text={words.emptyText}>
          <a href="/catalogue" class="btn btn-primary">
            {ui.t.home.openCatalogue}
          </a>
        </EmptyState>
      )}
      <Paging ui={ui} path={hrefIn(filter)} next={wallet.nextPageToken} isFirst={isFirst} />
    </Shell>
  );
}

const hrefIn = ({ year, state }: WalletFilter): string =>
  hrefOf(certificatesPath, { year: year === undefined ? undefined : String(year), state });

function Filter({ ui, wallet, filter }: Props) {
  const words = ui.t.certificates;
  const years = wallet.years.map((year) => [String(year), String(year)] as const);
  const states = walletStates.map((state) => [state, words.walletState[state]] as const);
  return (
    <form method="get" action={certificatesPath} class="no-print mb-5 flex flex-wrap items-end gap-3">
      <Choice
        name="year"
        label={words.year}
        chosen={String(filter.year ?? '')}
        options={[['', words.everyYear], ...years]}
      />
      <Choice
        name="state"
        label={words.columns.state}
        chosen={filter.state ?? ''}
        options={[['', words.everyState], ...states]}
      />
      <button type="submit" class="btn">
        {words.filter}
      </button>
    </form>
  );
}

function Choice(props: {
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  readonly options: readonly (readonly [string, string])[];
}) {
  const { name, label, chosen, options } = props;
  return (
    <label>
      <span class="mb-1 block font-medium">{label}</span>
      <select name={name} class="select w-auto">
        {options.map(([value, text]) => (
          <option value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
