import type { Child } from 'hono/jsx';
import { Notice } from '../layout/notice.tsx';
import type { Ui } from '../ui.ts';
import type { CourseView, ProviderWordView } from './ports.ts';

/** In the place of the good news of a finished course. */
export function TakenBack(props: { readonly ui: Ui; readonly course: CourseView; readonly at: string }) {
  const { ui, course, at } = props;
  const words = ui.t.standing.providerWord;
  return (
    <Notice tone="warning">
      <p class="font-semibold">{words.takenBack}</p>
      <p class="text-sm">{words.takenBackText(course.provider, ui.format.date(at))}</p>
      <p class="mt-1 text-sm">{words.takenBackNext(course.provider)}</p>
    </Notice>
  );
}

/** What the provider has corrected: when, from what to what. Up or down. */
export function CorrectionMarks(props: { readonly ui: Ui; readonly word: ProviderWordView }) {
  const { ui, word } = props;
  const { providerWord: words } = ui.t.standing;
  const { number } = ui.format;
  const { score, completion } = word;
  if (!score && !completion) return <></>;
  return (
    <ul class="space-y-1 text-sm">
      {score && (
        <Mark ui={ui} label={words.score} at={score.at}>
          {number(score.from)} → {score.to === undefined ? words.removed : number(score.to)}
        </Mark>
      )}
      {completion && (
        <Mark ui={ui} label={words.completion} at={completion.at}>
          {words.state[completion.from]} → {words.state[completion.to]}
        </Mark>
      )}
    </ul>
  );
}

function Mark(props: {
  readonly ui: Ui;
  readonly label: string;
  readonly at: string;
  readonly children?: Child;
}) {
  return (
    <li>
      <span class="tag tag-warning">{props.label}</span>{' '}
      <span class="whitespace-nowrap tabular-nums">{props.children}</span>{' '}
      <span class="quiet whitespace-nowrap">{props.ui.format.date(props.at)}</span>
    </li>
  );
}
