import { EmptyState } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { ConnectionFrame, type ConnectionFrameProps } from './frame.tsx';
import type { ConnectionTab } from './tabs.ts';

/** An address that somebody typed or kept: connections of this kind have no such page. */
export function NoTabPage(props: {
  readonly ui: Ui;
  readonly connection: ConnectionFrameProps['connection'];
  readonly tab: ConnectionTab;
}) {
  const { ui, connection, tab } = props;
  const words = ui.t.connections;
  return (
    <ConnectionFrame ui={ui} connection={connection} tab={tab}>
      <EmptyState
        icon="info"
        title={words.noTabTitle(words.tabs[tab])}
        text={words.noTabText(words.kind[connection.kind])}
      />
    </ConnectionFrame>
  );
}
