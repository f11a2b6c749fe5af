import type { Child } from 'hono/jsx';
import type { NoticeName } from '../i18n/problem.ts';
import { PageHeading, SectionMenu, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { StudioMenu } from '../studio/menu.tsx';
import type { Ui } from '../ui.ts';
import type { ConnectionView } from './ports.ts';
import { StateTag } from './state.tsx';
import { type ConnectionTab, connectionsPath, tabHref, tabsOf } from './tabs.ts';

type Islands = NonNullable<Parameters<typeof Shell>[0]['islands']>;

/** Every page about connections stands in the studio. */
export function ConnectionsFrame(props: {
  readonly ui: Ui;
  readonly title: string;
  readonly notice?: NoticeName | undefined;
  /** While something runs that the page tells of. */
  readonly refreshSeconds?: number;
  /** Beside those of every page here. */
  readonly islands?: Islands;
  readonly children?: Child;
}) {
  const { ui, title, notice, refreshSeconds, islands = [] } = props;
  return (
    <Shell
      ui={ui}
      title={title}
      section="studio"
      notice={notice}
      menu={<StudioMenu ui={ui} current={connectionsPath} />}
      islands={['copy', ...islands]}
      {...(refreshSeconds !== undefined && { refreshSeconds })}
    >
      {props.children}
    </Shell>
  );
}

export interface ConnectionFrameProps {
  readonly ui: Ui;
  readonly connection: Pick<ConnectionView, 'connectionId' | 'name' | 'kind' | 'state'>;
  readonly tab: ConnectionTab;
  readonly lead?: Child;
  readonly notice?: NoticeName | undefined;
  readonly refreshSeconds?: number;
  readonly islands?: Islands;
  readonly children?: Child;
}

/** One connection: its name and state, and the tabs. Every tab's page stands in this frame. */
export function ConnectionFrame(props: ConnectionFrameProps) {
  const { ui, connection, tab, lead, notice, refreshSeconds, islands = [] } = props;
  const words = ui.t.connections;
  const tabs = tabsOf(connection.kind).map(
    (name) => [tabHref(connection.connectionId, name), words.tabs[name]] as const,
  );
  return (
    <ConnectionsFrame
      ui={ui}
      title={`${connection.name} – ${words.tabs[tab]}`}
      notice={notice}
      islands={islands}
      {...(refreshSeconds !== undefined && { refreshSeconds })}
    >
      <PageHeading
        title={connection.name}
        lead={lead ?? words.kind[connection.kind]}
        trail={<Trail ui={ui} links={[[connectionsPath, words.title]]} />}
        actions={<StateTag ui={ui} connection={connection} />}
      />
      <div class="no-print mb-6">
        <SectionMenu label={words.tabsLabel} current={tabHref(connection.connectionId, tab)} links={tabs} />
      </div>
      {props.children}
    </ConnectionsFrame>
  );
}
