import type { Child } from 'hono/jsx';
import { FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Icon } from '../layout/icon.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block } from '../layout/parts.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { PartProps } from './course-page.tsx';
import type { ReviewComment, ReviewView } from './ports.ts';

/** Where the draft stands on its way to learners, and the next step. */
export function ReviewPanel({ ui, course, form, base }: PartProps) {
  const { t } = ui;
  const { review } = course;
  const waits = review?.state === 'submitted';
  return (
    <Block id="review" title={t.editor.reviewHeading}>
      <div class="panel p-5">
        <FormProblem ui={ui} form={form} />
        <Standing ui={ui} review={review} />
        {waits ? (
          <form method="post" action={`${base}/withdraw`} class="mt-4">
            <button type="submit" class="btn w-full">
              {t.editor.withdraw}
            </button>
          </form>
        ) : (
          <form method="post" action={`${base}/submit`} class="mt-4">
            <TextField
              ui={ui}
              form={form}
              name="comment"
              label={t.editor.submitComment}
              maxlength={4000}
              multiline
            />
            <button type="submit" class="btn btn-primary w-full">
              {t.editor.submit}
              <Icon name="arrow" />
            </button>
          </form>
        )}
        {review && (
          <>
            <Comments ui={ui} comments={review.comments} />
            {(waits || review.state === 'returned') && (
              <CommentForm ui={ui} form={form} base={base}>
                <input type="hidden" name="version" value={String(review.version)} />
              </CommentForm>
            )}
          </>
        )}
      </div>
    </Block>
  );
}

function Standing(props: { readonly ui: Ui; readonly review: ReviewView | undefined }) {
  const { ui, review } = props;
  const { editor } = ui.t;
  if (!review) return <p>{editor.reviewNone}</p>;
  const { version, state } = review;
  if (state === 'submitted') {
    return <Notice tone="info">{editor.waiting(version, ui.format.date(review.submittedAt))}</Notice>;
  }
  if (state === 'approved') return <Notice tone="success">{editor.approved(version)}</Notice>;
  if (state === 'returned') return <Notice tone="warning">{editor.returned(version)}</Notice>;
  return <p>{editor.withdrawnState(version)}</p>;
}

/** A word to the other side. */
export function CommentForm(props: {
  readonly ui: Ui;
  readonly form: FormState;
  /** Address of the page that takes it under `/comments`. */
  readonly base: string;
  readonly children?: Child;
}) {
  const { ui, form } = props;
  const { t } = ui;
  return (
    <form method="post" action={`${props.base}/comments`} class="mt-4">
      {props.children}
      <TextField
        ui={ui}
        form={form}
        name="text"
        label={t.editor.comment}
        maxlength={4000}
        multiline
        required
      />
      <button type="submit" class="btn w-full">
        {t.editor.send}
      </button>
    </form>
  );
}

/** What author and reviewer have told each other, the oldest first. */
export function Comments(props: { readonly ui: Ui; readonly comments: readonly ReviewComment[] }) {
  const { ui, comments } = props;
  const { t } = ui;
  if (comments.length === 0) return null;
  return (
    <section aria-labelledby="comments" class="mt-5">
      <h3 id="comments" class="font-semibold">
        {t.editor.comments}
      </h3>
      <ol class="mt-2 space-y-3">
        {comments.map((comment) => (
          <li class="rounded-lg bg-base-200 px-3 py-2">
            <p class="text-sm font-medium">
              {comment.by} <span class="quiet font-normal">({t.editor.side[comment.side]})</span>
            </p>
            <p class="whitespace-pre-line break-words">{comment.text}</p>
            <p class="quiet text-xs">
              <When ui={ui} at={comment.at} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
