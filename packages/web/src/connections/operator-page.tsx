import { EmptyState, PageHeading, Table } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import { OperatorMenu } from '../operator/menu.tsx';
import type { Ui } from '../ui.ts';
import { HealthLight, hasHealth } from './light.tsx';
import type { ProviderConnection } from './ports.ts';
import { StateTag } from './state.tsx';
import { operatorConnectionsPath } from './tabs.ts';

const order = { down: 0, disturbed: 1, unknown: 2, works: 3 };

/** How the connections of all providers are, those with troubles first. */
export function OperatorConnectionsPage(props: {
  readonly ui: Ui;
  readonly connections: readonly ProviderConnection[];
}) {
  const { ui, connections } = props;
  const words = ui.t.connections;
  const { provider, connection, health, trouble, letters, contact } = words.operatorColumns;
  const sorted = connections.toSorted(
    (one, other) =>
      order[one.health.light] - order[other.health.light] || one.provider.localeCompare(other.provider),
  );
  return (
    <Shell
      ui={ui}
      title={words.operatorTitle}
      section="operator"
      menu={<OperatorMenu ui={ui} current={operatorConnectionsPath} />}
    >
      <PageHeading title={words.operatorTitle} lead={words.operatorLead} />
      {sorted.length === 0 ? (
        <EmptyState icon="arrow" title={words.emptyTitle} text={words.operatorEmpty} />
      ) : (
        <Table
          caption={words.operatorTitle}
          columns={[provider, connection, health, trouble, letters, contact]}
        >
          {sorted.map((one) => (
            <Row ui={ui} connection={one} />
          ))}
        </Table>
      )}
    </Shell>
  );
}

function Row({ ui, connection }: { readonly ui: Ui; readonly connection: ProviderConnection }) {
  const words = ui.t.connections;
  const { health, provider, name, kind, contactEmail } = connection;
  const { aged, away, letters } = health;
  return (
    <tr>
      <td>{provider}</td>
      <th scope="row" class="font-normal">
        {name}
        <span class="quiet block text-sm">{words.kind[kind]}</span>
      </th>
      <td>
        <span class="flex flex-wrap gap-1">
          {hasHealth(connection) && <HealthLight ui={ui} health={health} />}
          <StateTag ui={ui} connection={connection} />
        </span>
      </td>
      <td>
        {away ? (
          <>
            {away.reason && words.failure[away.reason]}
            <span class="quiet block text-sm">
              {words.awaySince} <When ui={ui} at={away.since} />
            </span>
          </>
        ) : (
          !aged && '–'
        )}
        {aged && <span class="block text-sm">{words.aged(ui.format.number(aged.count))}</span>}
      </td>
      <td class="tabular-nums">{`${ui.format.number(letters.count)}${letters.atLeast ? '+' : ''}`}</td>
      <td class="break-all">{contactEmail}</td>
    </tr>
  );
}
