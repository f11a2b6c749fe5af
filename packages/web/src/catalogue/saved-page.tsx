import { Notice } from '../layout/notice.tsx';
import { EmptyState, PageHeading, Trail } from '../layout/parts.tsx';
import { Shell, type ShellProps } from '../layout/shell.tsx';
import { Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { SavedView } from './ports.ts';
import { Result } from './result.tsx';
import { SaveButton } from './save-button.tsx';

/** What the reader set aside. */
export function SavedPage(props: {
  readonly ui: Ui;
  readonly saved: readonly SavedView[];
  readonly notice?: ShellProps['notice'];
  /** Why saving was refused. */
  readonly failure?: string;
}) {
  const { ui, saved } = props;
  const words = ui.t.search;
  return (
    <Shell ui={ui} title={words.savedTitle} section="catalogue" notice={props.notice}>
      <PageHeading
        title={words.savedTitle}
        lead={words.savedLead}
        trail={<Trail ui={ui} links={[['/catalogue', words.title]]} />}
      />
      {props.failure && (
        <div class="mb-5">
          <Notice tone="error" live>
            {props.failure}
          </Notice>
        </div>
      )}
      {saved.length === 0 ? (
        <EmptyState icon="bookmark" title={words.savedEmptyTitle} text={words.savedEmptyText}>
          <a href="/catalogue" class="btn btn-primary">
            {words.openCatalogue}
          </a>
        </EmptyState>
      ) : (
        <>
          <h2 class="sr-only">{words.savedTitle}</h2>
          <ul class="grid gap-4 md:grid-cols-2 lg:grid-cols-3">
            {saved.map((one) =>
              one.course ? (
                <Result ui={ui} course={one.course} returnTo="/saved" />
              ) : (
                <Withdrawn ui={ui} saved={one} />
              ),
            )}
          </ul>
        </>
      )}
    </Shell>
  );
}

function Withdrawn({ ui, saved }: { readonly ui: Ui; readonly saved: SavedView }) {
  const { courseId, title } = saved;
  return (
    <li id={`course-${courseId}`} class="panel flex min-w-0 flex-col gap-2 p-4">
      <h3 class="font-semibold leading-snug">
        <Text ui={ui} map={title} />
      </h3>
      <p class="quiet text-sm">{ui.t.search.savedAt(ui.format.date(saved.savedAt))}</p>
      <div class="mt-auto flex flex-wrap items-end justify-between gap-2 pt-1">
        <span class="tag tag-warning">{ui.t.search.savedGone}</span>
        <SaveButton ui={ui} course={{ courseId, title, saved: true }} returnTo="/saved" />
      </div>
    </li>
  );
}
