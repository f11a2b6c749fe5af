import { Icon } from '../layout/icon.tsx';
import { Table } from '../layout/parts.tsx';
import { plainText, Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { Hours } from './hours.tsx';
import { certificatePath, pdfPath } from './paths.ts';
import type { CertificateCard } from './ports.ts';
import { StateTag } from './state-tag.tsx';

interface Props {
  readonly ui: Ui;
  readonly certificates: readonly CertificateCard[];
}

/** A row each, a card each on a phone. */
export function CertificateTable({ ui, certificates }: Props) {
  const words = ui.t.certificates;
  const { columns } = words;
  return (
    <Table
      cards
      caption={words.title}
      columns={[
        ...[columns.title, columns.completed, columns.jp, columns.number, columns.state],
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
            {ui.format.date(one.lastDay)}
          </td>
          <td data-label={columns.jp}>{one.jp === undefined ? '–' : <Hours ui={ui} of={one} />}</td>
          <td data-label={columns.number}>
            <span class="font-mono text-sm whitespace-nowrap">{one.number}</span>
          </td>
          <td data-label={columns.state}>
            <StateTag ui={ui} state={one.state} />
            {one.edition > 1 && <span class="quiet block text-sm">{words.editionOf(one.edition)}</span>}
          </td>
          <td>{one.state === 'valid' && <Actions ui={ui} certificate={one} />}</td>
        </tr>
      ))}
    </Table>
  );
}

function Actions({ ui, certificate }: { readonly ui: Ui; readonly certificate: CertificateCard }) {
  const words = ui.t.certificates;
  const title = plainText(ui, certificate.title);
  return (
    <div class="flex flex-wrap items-center gap-x-4 gap-y-2">
      <a
        href={pdfPath(certificate.number)}
        class="btn whitespace-nowrap"
        aria-label={words.downloadOf(title)}
      >
        <Icon name="download" />
        {words.download}
      </a>
      <a
        href={`${certificatePath(certificate.number)}#share`}
        class="text-link inline-flex min-h-8 items-center"
      >
        {words.shareAndBadge}
        <span class="sr-only">: {title}</span>
      </a>
    </div>
  );
}
