import type { NoticeName } from '../../i18n/problem.ts';
import { EmptyState, hrefOf, Paging, Table } from '../../layout/parts.tsx';
import { When } from '../../layout/text.tsx';
import type { Ui } from '../../ui.ts';
import { ConnectionFrame } from '../frame.tsx';
import { connectionHref, isAsked, knowsLearners, tabHref } from '../tabs.ts';
import { Poll } from './poll.tsx';
import { type Framed, type OutcomeView, type PollView, type ResultStateName, resultStates } from './ports.ts';
import { CourseName, Learner, ResultState, Said, Saying } from './saying.tsx';

interface Filter {
  readonly state: ResultStateName | undefined;
  readonly everything: boolean;
}

export interface ResultsPageProps {
  readonly ui: Ui;
  readonly connection: Framed;
  readonly list: { readonly results: readonly OutcomeView[]; readonly next?: string };
  readonly filter: Filter;
  readonly isFirst: boolean;
  /** The last time that everybody's results were asked for. */
  readonly poll: PollView | undefined;
  readonly notice?: NoticeName | undefined;
}

/** The inbox: everything that was said of learners, whether it counts, and why not. */
export function ResultsPage(props: ResultsPageProps) {
  const { ui, connection, list, filter, isFirst, poll, notice } = props;
  const words = ui.t.outcomes;
  const path = tabHref(connection.connectionId, 'results');
  const query = { state: filter.state, all: filter.everything ? '1' : undefined };
  const { said, about, when, came, state, open } = words.columns;
  return (
    <ConnectionFrame
      ui={ui}
      connection={connection}
      tab="results"
      lead={words.lead}
      notice={notice}
      {...(poll?.state === 'running' && { refreshSeconds: 10 })}
    >
      {isAsked(connection.kind) && knowsLearners(connection.kind) && <Poll ui={ui} path={path} poll={poll} />}
      <FilterForm ui={ui} path={path} filter={filter} />
      {connection.kind === 'xapi' && (
        <p class="no-print mb-4">
          <a class="text-link" href={`${connectionHref(connection.connectionId)}/learners`}>
            {words.learners}
          </a>
        </p>
      )}
      {list.results.length === 0 ? (
        <EmptyState icon="inbox" title={words.emptyTitle} text={words.emptyText} />
      ) : (
        <Table caption={words.title} columns={[said, about, when, came, state, open]} cards>
          {list.results.map((result) => (
            <tr>
              <th scope="row" class="font-normal">
                <Saying ui={ui} said={result.said} />
              </th>
              <td data-label={about}>
                <CourseName ui={ui} of={result} />
                <Learner ui={ui} of={result} />
              </td>
              <td data-label={when}>
                <Said ui={ui} result={result} />
              </td>
              <td data-label={came}>
                <When ui={ui} at={result.receivedAt} />
                <span class="quiet block text-sm">{words.source[result.source]}</span>
              </td>
              <td data-label={state}>
                <ResultState ui={ui} result={result} />
              </td>
              <td>
                <a class="text-link" href={`${path}/${encodeURIComponent(result.resultId)}`}>
                  {words.details}
                </a>
              </td>
            </tr>
          ))}
        </Table>
      )}
      <Paging ui={ui} path={path} query={query} next={list.next} isFirst={isFirst} />
    </ConnectionFrame>
  );
}

function FilterForm(props: { readonly ui: Ui; readonly path: string; readonly filter: Filter }) {
  const { ui, path, filter } = props;
  const words = ui.t.outcomes;
  return (
    <form method="get" action={path} class="no-print mb-5 flex flex-wrap items-end gap-3">
      <label class="block">
        <span class="mb-1 block font-medium">{words.columns.state}</span>
        <select name="state" class="select appearance-none">
          <option value="">{words.anyState}</option>
          {resultStates.map((state) => (
            <option value={state} selected={state === filter.state}>
              {words.state[state]}
            </option>
          ))}
        </select>
      </label>
      <label class="flex min-h-10 items-center gap-2">
        <input
          type="checkbox"
          name="all"
          value="1"
          checked={filter.everything}
          class="checkbox checkbox-primary"
        />
        <span>{words.everything}</span>
      </label>
      <button type="submit" class="btn">
        {words.show}
      </button>
      <a class="text-link" href={hrefOf(path, {})}>
        {words.clear}
      </a>
    </form>
  );
}
