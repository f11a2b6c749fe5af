import { AgencyFrame } from '../agency/frame.tsx';
import { noonOf } from '../course/standing.tsx';
import { citizensWords } from '../i18n/citizens.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState } from '../layout/form.tsx';
import { EmptyState, PageHeading, Paging, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { citizensPath, deskPath } from './paths.ts';
import {
  type CommentStateName,
  type CommentView,
  commentStateNames,
  hidingReasonNames,
  type ServiceView,
  type SurveyView,
} from './ports.ts';
import { periodOf } from './results.tsx';

interface Props {
  readonly ui: Ui;
  readonly service: ServiceView;
  readonly survey: SurveyView;
  readonly state: CommentStateName;
  readonly page: { readonly comments: readonly CommentView[]; readonly next?: string };
  readonly isFirst: boolean;
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}

/** Comments of one survey in one state, each with its decision. */
export function CommentsPage(props: Props) {
  const { ui, service, survey, state, page } = props;
  const words = citizensWords[ui.locale];
  const path = commentsPath(service, survey);
  return (
    <AgencyFrame current={citizensPath} ui={ui} title={words.moderateTitle} notice={props.notice}>
      <PageHeading
        title={`${words.moderateTitle}, ${periodOf(ui, survey)}`}
        lead={words.moderateLead}
        trail={
          <Trail
            ui={ui}
            links={[
              [citizensPath, words.title],
              [deskPath(service.serviceId), service.name],
            ]}
          />
        }
      />
      <nav aria-label={words.moderateTitle} class="mb-5 flex flex-wrap gap-2">
        {commentStateNames.map((one) => (
          <a
            class={`btn btn-sm ${one === state ? 'btn-primary' : ''}`}
            href={`${path}?state=${one}`}
            aria-current={one === state ? 'page' : undefined}
          >
            {words.commentStates[one]} ({ui.format.number(survey.comments[one])})
          </a>
        ))}
      </nav>
      <FormProblem ui={ui} form={props.form} />
      {page.comments.length === 0 ? (
        <EmptyState
          icon="check"
          title={words.moderateNone}
          text={state === 'waiting' ? words.moderateWaitingNone : words.moderateLead}
        />
      ) : (
        <ul class="grid gap-3">
          {page.comments.map((comment) => (
            <CommentItem {...props} comment={comment} path={path} />
          ))}
        </ul>
      )}
      <Paging ui={ui} path={path} query={{ state }} next={page.next} isFirst={props.isFirst} />
    </AgencyFrame>
  );
}

const commentsPath = (service: ServiceView, survey: SurveyView): string =>
  `${deskPath(service.serviceId)}/surveys/${survey.surveyId}/comments`;

function CommentItem(props: Props & { readonly comment: CommentView; readonly path: string }) {
  const { ui, comment, path } = props;
  const words = citizensWords[ui.locale];
  const { reason, decidedBy, day, text, state } = comment;
  const notes = [
    ui.format.date(noonOf(day)),
    reason && words.reasons[reason],
    decidedBy && words.decidedBy(decidedBy),
  ];
  return (
    <li class="panel px-5 py-4">
      <p class="whitespace-pre-line break-words">{text}</p>
      <p class="quiet mt-1 text-sm">{notes.filter(Boolean).join(' · ')}</p>
      <div class="mt-3 flex flex-wrap items-end gap-3">
        {state !== 'shown' && (
          <form method="post" action={path}>
            <About comment={comment} />
            <button
              type="submit"
              class="btn btn-sm btn-primary"
              aria-label={`${words.show}: ${shortOf(text)}`}
            >
              {words.show}
            </button>
          </form>
        )}
        {state !== 'hidden' && <HideForm ui={ui} comment={comment} path={path} />}
      </div>
    </li>
  );
}

function HideForm(props: { readonly ui: Ui; readonly comment: CommentView; readonly path: string }) {
  const { ui, comment, path } = props;
  const words = citizensWords[ui.locale];
  const id = `reason-${comment.commentId}`;
  return (
    <form method="post" action={path} class="flex flex-wrap items-end gap-2">
      <About comment={comment} />
      <input type="hidden" name="hide" value="yes" />
      <div>
        <label for={id} class="block text-sm">
          {words.reason}
        </label>
        <select id={id} name="reason" required class="select select-sm">
          <option value="">{words.reasonChoose}</option>
          {hidingReasonNames.map((name) => (
            <option value={name}>{words.reasons[name]}</option>
          ))}
        </select>
      </div>
      <button type="submit" class="btn btn-sm" aria-label={`${words.hide}: ${shortOf(comment.text)}`}>
        {words.hide}
      </button>
    </form>
  );
}

function About({ comment }: { readonly comment: CommentView }) {
  return (
    <>
      <input type="hidden" name="commentId" value={comment.commentId} />
      <input type="hidden" name="day" value={comment.day} />
      <input type="hidden" name="was" value={comment.state} />
    </>
  );
}

const shortOf = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
