import { toolWorkWords } from '../i18n/tool-work.ts';
import { Icon } from '../layout/icon.tsx';
import { EmptyState, hrefOf, PageHeading, Paging, SectionMenu, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { Comment, WorkFacts } from './own-work.tsx';
import { courseWorkHref } from './paths.ts';
import type { CourseWorkView } from './ports.ts';

/** What tools have said of the learners of a course, part by part, and the way to their work there. */
export function CourseWorkPage(props: {
  readonly ui: Ui;
  readonly view: CourseWorkView;
  readonly isFirst: boolean;
}) {
  const { ui, view, isFirst } = props;
  const words = toolWorkWords[ui.locale];
  const path = courseWorkHref(view.courseId);
  const course = [`/studio/courses/${view.courseId}`, plainText(ui, view.title)] as const;
  return (
    <Shell ui={ui} title={words.title} section="studio">
      <PageHeading
        title={words.title}
        lead={words.lead}
        trail={<Trail ui={ui} links={[['/studio', ui.t.studio.title], course]} />}
      />
      {view.links.length > 1 && (
        <div class="no-print mb-4">
          <SectionMenu
            label={words.parts}
            current={hrefOf(path, { part: view.moduleId })}
            links={view.links.map(
              ({ moduleId, title }) => [hrefOf(path, { part: moduleId }), title] as const,
            )}
          />
        </div>
      )}
      <Works ui={ui} view={view} />
      <Paging ui={ui} path={path} query={{ part: view.moduleId }} next={view.next} isFirst={isFirst} />
    </Shell>
  );
}

function Works({ ui, view }: { readonly ui: Ui; readonly view: CourseWorkView }) {
  const words = toolWorkWords[ui.locale];
  const { links, works, moduleId } = view;
  if (moduleId === undefined) {
    return <EmptyState icon="window" title={words.noToolTitle} text={words.noToolText} />;
  }
  if (works.length === 0) return <EmptyState icon="inbox" title={words.emptyTitle} text={words.emptyText} />;
  const { learner, result, comment, when, work } = words.columns;
  const title = links.find((one) => one.moduleId === moduleId)?.title ?? words.title;
  return (
    <Table caption={title} columns={[learner, result, comment, when, work]} cards>
      {works.map((one) => (
        <tr>
          <th scope="row" class="font-normal">
            <code class="text-sm break-all">{one.learner}</code>
          </th>
          <td data-label={result}>
            <WorkFacts ui={ui} work={one} />
          </td>
          <td data-label={comment}>
            {one.comment === undefined ? words.noComment : <Comment text={one.comment} />}
          </td>
          <td data-label={when}>{one.at === undefined ? '–' : <When ui={ui} at={one.at} />}</td>
          <td>
            {one.review ? (
              <a
                href={hrefOf(`${courseWorkHref(view.courseId)}/${encodeURIComponent(moduleId)}/review`, {
                  learner: one.learner,
                })}
                target="_blank"
                rel="noopener opener"
                class="text-link inline-flex min-h-8 items-center gap-1"
              >
                {one.review.label ?? words.review}
                <span class="sr-only"> {one.learner}</span>
                <Icon name="window" />
              </a>
            ) : (
              <span class="quiet">{words.notShown}</span>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}
