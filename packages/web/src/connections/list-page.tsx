import type { NoticeName } from '../i18n/problem.ts';
import { EmptyState, PageHeading } from '../layout/parts.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { ConnectionsFrame } from './frame.tsx';
import { HealthLight, hasHealth } from './light.tsx';
import type { ConnectionView } from './ports.ts';
import { StateTag } from './state.tsx';
import { connectionHref, connectionsPath } from './tabs.ts';

/** Every connection of the provider, and how it is. */
export function ConnectionListPage(props: {
  readonly ui: Ui;
  readonly connections: readonly ConnectionView[];
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, connections, notice } = props;
  const words = ui.t.connections;
  const add = (
    <a href={`${connectionsPath}/new`} class="btn btn-primary">
      {words.add}
    </a>
  );
  const empty = connections.length === 0;
  return (
    <ConnectionsFrame ui={ui} title={words.title} notice={notice}>
      <PageHeading title={words.title} lead={words.lead} actions={empty ? undefined : add} />
      {empty ? (
        <EmptyState icon="arrow" title={words.emptyTitle} text={words.emptyText}>
          {add}
        </EmptyState>
      ) : (
        <div class="space-y-4">
          {connections.map((connection) => (
            <ConnectionCard ui={ui} connection={connection} />
          ))}
        </div>
      )}
    </ConnectionsFrame>
  );
}

function ConnectionCard({ ui, connection }: { readonly ui: Ui; readonly connection: ConnectionView }) {
  const words = ui.t.connections;
  const { connectionId, name, kind, baseUrl, runs, health } = connection;
  const id = `connection-${connectionId}`;
  const sync = runs.find((run) => run.kind === 'sync');
  return (
    <section class="panel p-5" aria-labelledby={id}>
      <div class="flex flex-wrap items-baseline justify-between gap-2">
        <h2 id={id} class="font-semibold">
          <a href={connectionHref(connectionId)} class="text-link">
            {name}
          </a>
        </h2>
        <span class="flex flex-wrap gap-1">
          {hasHealth(connection) && <HealthLight ui={ui} health={connection.health} />}
          <StateTag ui={ui} connection={connection} />
        </span>
      </div>
      <p class="quiet mt-1 text-sm break-all">
        {[words.kind[kind], ...(baseUrl ? [baseUrl] : [])].join(' · ')}
      </p>
      {health.away?.reason && (
        <p class="mt-2 text-sm font-medium text-error">{words.failure[health.away.reason]}</p>
      )}
      {health.letters.count > 0 && (
        <p class="mt-2 text-sm">
          <a href={`${connectionHref(connectionId)}#letters`} class="text-link">
            {words.lettersCount(ui.format.number(health.letters.count), health.letters.atLeast)}
          </a>
        </p>
      )}
      {sync?.nextAt && (
        <p class="mt-2 text-sm">
          {words.run.sync}: <When ui={ui} at={sync.nextAt} />
        </p>
      )}
    </section>
  );
}
