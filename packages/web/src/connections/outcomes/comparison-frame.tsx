import { PageHeading, Trail } from '../../layout/parts.tsx';
import { Shell } from '../../layout/shell.tsx';
import { toolHref, toolsPath } from '../../lti/paths.ts';
import { StudioMenu } from '../../studio/menu.tsx';
import { ConnectionFrame, type ConnectionFrameProps } from '../frame.tsx';
import { tabHref } from '../tabs.ts';
import type { Compared } from './ports.ts';

export const comparisonHref = ({ kind, connectionId }: Compared): string =>
  kind === 'tool' ? `${toolHref(connectionId)}/reconciliation` : tabHref(connectionId, 'reconciliation');

type Props = Omit<ConnectionFrameProps, 'connection' | 'tab' | 'islands'> & { readonly connection: Compared };

/** Comparisons of a connection stand in its tabs, those of a tool below the tool. */
export function ComparisonFrame({ connection, ...props }: Props) {
  if (connection.kind !== 'tool')
    return <ConnectionFrame {...props} connection={connection} tab="reconciliation" />;
  const { ui, notice, lead, refreshSeconds } = props;
  const title = ui.t.outcomes.toolTitle;
  const trail = [
    [toolsPath, ui.t.lti.title],
    [toolHref(connection.connectionId), connection.name],
  ] as const;
  return (
    <Shell
      ui={ui}
      title={`${connection.name} – ${title}`}
      section="studio"
      notice={notice}
      menu={<StudioMenu ui={ui} current={toolsPath} />}
      {...(refreshSeconds !== undefined && { refreshSeconds })}
    >
      <PageHeading title={title} lead={lead} trail={<Trail ui={ui} links={trail} />} />
      {props.children}
    </Shell>
  );
}
