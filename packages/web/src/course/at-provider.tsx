import { Notice } from '../layout/notice.tsx';
import type { Ui } from '../ui.ts';
import type { AtProviderView, CourseView } from './ports.ts';

type Words = Ui['t']['standing']['atProvider'];

/** Without a reason, or with one for which nothing is waited any more, it is simply asked. */
const waitingWords = (words: Words, reason: string | undefined) =>
  reason !== undefined && Object.hasOwn(words.pending, reason)
    ? words.pending[reason as keyof Words['pending']]
    : words.pendingOther;

/** Where the enrolment stands at the provider: what is waited for, why, until when, and what the learner can do. */
export function AtProvider(props: {
  readonly ui: Ui;
  readonly course: CourseView;
  readonly atProvider: AtProviderView;
}) {
  const { ui, course, atProvider } = props;
  const words = ui.t.standing.atProvider;
  const { provider } = atProvider;
  if (atProvider.state === 'confirmed') {
    const { at } = atProvider;
    return <p class="text-sm">{words.confirmed(provider, at && ui.format.date(at))}</p>;
  }
  if (atProvider.state === 'refused') {
    return (
      <Notice tone="warning">
        <p class="font-semibold">{words.refusedTitle(provider)}</p>
        <p class="text-sm">{words.ended[atProvider.reason]}</p>
      </Notice>
    );
  }
  const { reason, until, retryable } = atProvider;
  const text = waitingWords(words, reason);
  return (
    <Notice tone={reason === undefined ? 'info' : 'warning'}>
      <p class="font-semibold">{words.pendingTitle(provider)}</p>
      <p class="text-sm">{text(provider, ui.format.dateTime(until))}</p>
      {retryable && reason !== undefined && (
        <form method="post" action={`/courses/${course.courseId}/provider-retry`} class="mt-3">
          <button type="submit" class="btn btn-sm">
            {words.retry}
          </button>
        </form>
      )}
    </Notice>
  );
}
