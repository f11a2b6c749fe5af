import { Block, EmptyState, Table } from '../layout/parts.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { OwnSharingView } from './ports.ts';

/** Which providers have got what of the reader, since when. */
export function MySharing({
  ui,
  providers,
}: {
  readonly ui: Ui;
  readonly providers: readonly OwnSharingView[];
}) {
  const words = ui.t.agreements;
  const { provider, data, first, last } = words.mineColumns;
  return (
    <Block id="sharing" title={words.mineHeading}>
      <p class="quiet mb-3 max-w-[65ch]">{words.mineLead}</p>
      {providers.length === 0 ? (
        <EmptyState icon="inbox" title={words.mineEmptyTitle} text={words.mineEmptyText} />
      ) : (
        <Table caption={words.mineHeading} columns={[provider, data, first, last]}>
          {providers.flatMap(({ name, attributes }) =>
            attributes.map((one) => (
              <tr>
                <th scope="row" class="font-medium">
                  {name}
                </th>
                <td>{words.attribute[one.attribute]}</td>
                <td class="whitespace-nowrap">
                  <When ui={ui} at={one.first} />
                </td>
                <td class="whitespace-nowrap">
                  <When ui={ui} at={one.last} />
                </td>
              </tr>
            )),
          )}
        </Table>
      )}
    </Block>
  );
}
