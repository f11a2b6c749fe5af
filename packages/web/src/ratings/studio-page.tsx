import { evaluationResultWords } from '../i18n/evaluation-results.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { Block, EmptyState, PageHeading, Paging, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText, Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { type CommentView, type CourseRatingsView, starValues } from './ports.ts';
import { AverageStars, Stars } from './stars.tsx';

interface StudioRatingsProps {
  readonly ui: Ui;
  readonly view: CourseRatingsView;
  readonly isFirst: boolean;
  readonly notice?: NoticeName | undefined;
}

/** What learners say of a course, for those who can make it better. */
export function StudioRatingsPage(props: StudioRatingsProps) {
  const { ui, view } = props;
  const words = ui.t.ratings;
  const base = `/studio/courses/${view.courseId}`;
  const title = words.studioTitle(plainText(ui, view.title));
  return (
    <Shell ui={ui} title={title} section="studio" notice={props.notice}>
      <PageHeading
        title={title}
        lead={words.studioLead}
        actions={
          <a class="btn" href={`${base}/evaluations`}>
            {evaluationResultWords[ui.locale].toEvaluations}
          </a>
        }
        trail={
          <Trail
            ui={ui}
            links={[
              ['/studio', ui.t.studio.title],
              [base, <Text ui={ui} map={view.title} />],
            ]}
          />
        }
      />
      {view.rating ? (
        <>
          <p class="mb-6 text-2xl font-bold">
            <AverageStars ui={ui} rating={view.rating} />
          </p>
          <Distribution {...props} />
          <Comments {...props} base={base} />
        </>
      ) : (
        <EmptyState icon="people" title={words.tooFewTitle} text={words.tooFewText} />
      )}
    </Shell>
  );
}

function Distribution({ ui, view }: StudioRatingsProps) {
  const { ratings: words } = ui.t;
  const { stars: ofStars, people } = words.distributionColumns;
  return (
    <Block id="distribution" title={words.distribution}>
      <Table caption={words.distribution} columns={[ofStars, people]}>
        {starValues.toReversed().map((stars) => (
          <tr>
            <th scope="row" class="whitespace-nowrap font-medium">
              {stars} <Stars stars={stars} />
            </th>
            <td class="tabular-nums">{ui.format.number(view.histogram[stars])}</td>
          </tr>
        ))}
      </Table>
    </Block>
  );
}

function Comments({ ui, view, isFirst, base }: StudioRatingsProps & { readonly base: string }) {
  const words = ui.t.ratings;
  const path = `${base}/ratings`;
  return (
    <Block id="comments" title={words.comments}>
      {view.comments.length === 0 ? (
        <p class="quiet">{words.noComments}</p>
      ) : (
        <ul class="panel divide-y divide-base-300">
          {view.comments.map((comment) => (
            <Comment ui={ui} comment={comment} path={path} />
          ))}
        </ul>
      )}
      <Paging ui={ui} path={path} next={view.next} isFirst={isFirst} />
    </Block>
  );
}

function Comment(props: { readonly ui: Ui; readonly comment: CommentView; readonly path: string }) {
  const { ui, path } = props;
  const { commentId, stars, text, day, state } = props.comment;
  const words = ui.t.ratings;
  const date = ui.format.date(`${day}T05:00:00.000Z`);
  return (
    <li class="px-4 py-3">
      <p class="quiet text-sm">
        <Stars stars={stars} /> <span class="sr-only">{words.starLabels[stars]}</span> · {date}
      </p>
      {text === undefined ? (
        <p class="quiet mt-1 italic">{words.hidden}</p>
      ) : (
        <p class="mt-1 max-w-[68ch] whitespace-pre-line break-words">{text}</p>
      )}
      {state === 'reported' && <p class="quiet mt-1 text-sm">{words.reported}</p>}
      {state === 'shown' && (
        <form method="post" action={`${path}/report`}>
          <input type="hidden" name="commentId" value={commentId} />
          <button type="submit" class="btn btn-ghost btn-sm min-h-9">
            {words.report}
            <span class="sr-only">{words.reportOf(date)}</span>
          </button>
        </form>
      )}
    </li>
  );
}
