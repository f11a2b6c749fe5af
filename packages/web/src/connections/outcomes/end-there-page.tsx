import { Confirmation } from '../../layout/form.tsx';
import type { Ui } from '../../ui.ts';
import { ConnectionsFrame } from '../frame.tsx';
import { tabHref } from '../tabs.ts';
import type { Framed } from './ports.ts';

/** The question before places at the provider are given up. */
export function EndTherePage(props: {
  readonly ui: Ui;
  readonly connection: Framed;
  readonly mismatchIds: readonly string[];
}) {
  const { ui, connection, mismatchIds } = props;
  const words = ui.t.outcomes;
  const count = ui.format.number(mismatchIds.length);
  const path = tabHref(connection.connectionId, 'reconciliation');
  return (
    <ConnectionsFrame ui={ui} title={words.endThereTitle(count)}>
      <Confirmation
        ui={ui}
        title={words.endThereTitle(count)}
        text={words.endThereText(connection.name)}
        action={`${path}/repair`}
        confirm={words.endThereConfirm}
        back={path}
        danger
        fields={[
          ['action', 'end-there'],
          ['confirmed', 'yes'],
          ...mismatchIds.map((id) => ['mismatch', id] as const),
        ]}
      />
    </ConnectionsFrame>
  );
}
