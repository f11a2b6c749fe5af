import { EmptyState, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText, Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { statisticsHref } from './paths.ts';
import type { LaunchView } from './ports.ts';
import { reasonText } from './words.ts';

/** What went wrong in one launch, call by call; whose it was, is not told. */
export function LaunchPage({ ui, view }: { readonly ui: Ui; readonly view: LaunchView }) {
  const { t, format } = ui;
  const { when, call, value, wrong } = t.statistics.columns;
  const kind = view.module?.kind;
  return (
    <Shell ui={ui} title={t.statistics.launchTitle} section="studio">
      <PageHeading
        title={t.statistics.launchTitle}
        lead={
          <>
            {view.module && plainText(ui, view.module.title)} <When ui={ui} at={view.startedAt} />.{' '}
            {t.statistics.launchLead(view.learner.slice(0, 8), view.version, format.number(view.calls))}
          </>
        }
        trail={
          <Trail
            ui={ui}
            links={[
              [`/studio/courses/${view.courseId}`, <Text ui={ui} map={view.title} />],
              [statisticsHref(view.courseId), t.statistics.title],
            ]}
          />
        }
      />
      {view.wrong.length === 0 ? (
        <EmptyState icon="check" title={t.statistics.noWrong} text={t.statistics.noWrongText} />
      ) : (
        <Table caption={t.statistics.launchTitle} columns={[when, wrong, call, value]}>
          {view.wrong.map((one) => (
            <tr>
              <th scope="row" class="font-normal whitespace-nowrap">
                <time datetime={one.at}>{format.time(one.at)}</time>
              </th>
              <td class="min-w-56">
                {reasonText(ui, kind, one.error)} <span class="quiet">({format.number(one.error)})</span>
              </td>
              <td>
                <code class="text-sm break-all">
                  {one.element === undefined ? one.call : `${one.call}(${one.element})`}
                </code>
              </td>
              <td class="break-all">{one.value ?? '–'}</td>
            </tr>
          ))}
        </Table>
      )}
    </Shell>
  );
}
