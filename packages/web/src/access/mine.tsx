import { Block, EmptyState, Table } from '../layout/parts.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { kindOf } from './kind-of.ts';
import type { OwnReadingView } from './ports.ts';

/** Who has seen the reader's records, when and why. */
export function MyReadings({
  ui,
  readings,
}: {
  readonly ui: Ui;
  readonly readings: readonly OwnReadingView[];
}) {
  const { access } = ui.t;
  const { columns } = access;
  return (
    <Block id="readings" title={access.mineHeading}>
      <p class="quiet mb-3 max-w-[65ch]">{access.mineLead}</p>
      {readings.length === 0 ? (
        <EmptyState icon="inbox" title={access.mineEmptyTitle} text={access.mineEmptyText} />
      ) : (
        <Table
          caption={access.mineHeading}
          columns={[columns.at, columns.office, columns.purpose, columns.what]}
          cards
        >
          {readings.map((line) => (
            <tr>
              <th scope="row" class="font-medium whitespace-nowrap">
                <When ui={ui} at={line.at} />
              </th>
              <td data-label={columns.office}>
                {line.office === 'platform' ? access.platform : line.office}
              </td>
              <td data-label={columns.purpose}>{access.purposes[line.purpose]}</td>
              <td data-label={columns.what}>
                {kindOf(ui, line)}
                {line.reason !== undefined && <span class="quiet block">{line.reason}</span>}
                {line.isList && <span class="quiet"> ({access.inList})</span>}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Block>
  );
}
