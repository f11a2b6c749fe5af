import { Icon } from '../layout/icon.tsx';
import { EmptyState, PageHeading, Paging, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText, Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { certificatePath, certificatesPath, pdfPath } from './paths.ts';
import type { CertificateCard } from './ports.ts';
import { StateTag } from './state-tag.tsx';

interface Props {
  readonly ui: Ui;
  readonly certificates: readonly CertificateCard[];
  readonly next: string | undefined;
  readonly isFirst: boolean;
}

/** Everybody's own, the latest first. */
export function ListPage({ ui, certificates, next, isFirst }: Props) {
  const words = ui.t.certificates;
  return (
    <Shell ui={ui} title={words.title} section="home">
      <PageHeading
        title={words.title}
        lead={words.lead}
        trail={<Trail ui={ui} links={[['/', ui.t.shell.home]]} />}
      />
      {certificates.length === 0 ? (
        <EmptyState icon="book" title={words.emptyTitle} text={words.emptyText}>
          <a href="/catalogue" class="btn btn-primary">
            {ui.t.home.openCatalogue}
          </a>
        </EmptyState>
      ) : (
        <CertificateTable ui={ui} certificates={certificates} />
      )}
      <Paging ui={ui} path={certificatesPath} next={next} isFirst={isFirst} />
    </Shell>
  );
}

export function CertificateTable({ ui, certificates }: Pick<Props, 'ui' | 'certificates'>) {
  const words = ui.t.certificates;
  const { columns } = words;
  return (
    <Table
      cards
      caption={words.title}
      columns={[
        ...[columns.course, columns.completed, columns.jp, columns.number, columns.state],
        <span class="sr-only">{columns.download}</span>,
      ]}
    >
      {certificates.map((one) => (
        <tr>
          <th scope="row">
            <a href={certificatePath(one.number)} class="text-link inline-block min-h-6">
              <Text ui={ui} map={one.title} />
            </a>
            <span class="quiet block text-sm font-normal">{one.provider}</span>
          </th>
          <td data-label={columns.completed} class="whitespace-nowrap">
            <When ui={ui} at={one.completedAt} dateOnly />
          </td>
          <td data-label={columns.jp} class="whitespace-nowrap">
            {one.jp === undefined ? '–' : ui.format.jp(one.jp)}
          </td>
          <td data-label={columns.number}>
            <span class="font-mono text-sm whitespace-nowrap">{one.number}</span>
          </td>
          <td data-label={columns.state}>
            <StateTag ui={ui} state={one.state} />
          </td>
          <td>{one.state === 'valid' && <Download ui={ui} certificate={one} />}</td>
        </tr>
      ))}
    </Table>
  );
}

function Download({ ui, certificate }: { readonly ui: Ui; readonly certificate: CertificateCard }) {
  const words = ui.t.certificates;
  const title = plainText(ui, certificate.title);
  return (
    <a href={pdfPath(certificate.number)} class="btn whitespace-nowrap" aria-label={words.downloadOf(title)}>
      <Icon name="download" />
      {words.download}
    </a>
  );
}
