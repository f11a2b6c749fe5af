import { toolWorkWords } from '../i18n/tool-work.ts';
import { Icon } from '../layout/icon.tsx';
import type { Ui } from '../ui.ts';
import type { ToolWorkView } from './ports.ts';

/** Beside the part: what the university has said of the learner's work, and the way to look at it again. */
export function OwnWork(props: {
  readonly ui: Ui;
  readonly provider: string;
  readonly work: ToolWorkView;
  /** Where the work is opened. */
  readonly review: string;
}) {
  const { ui, provider, work, review } = props;
  const words = toolWorkWords[ui.locale];
  return (
    <section class="border-t border-base-300 p-4" aria-labelledby="tool-work">
      <h2 id="tool-work" class="font-semibold">
        {words.from(provider)}
      </h2>
      <WorkFacts ui={ui} work={work} label={words.score} />
      {work.comment !== undefined && (
        <figure class="mt-2">
          <figcaption class="quiet text-sm">{words.comment}</figcaption>
          <Comment text={work.comment} />
        </figure>
      )}
      {work.at !== undefined && <p class="quiet mt-2 text-sm">{words.saidAt(ui.format.dateTime(work.at))}</p>}
      {work.review && (
        <a href={review} target="_blank" rel="noopener opener" class="btn mt-3 w-full">
          {work.review.label ?? words.reviewOwn}
          <Icon name="window" />
        </a>
      )}
    </section>
  );
}

/** Points, or how far it is. */
export function WorkFacts(props: {
  readonly ui: Ui;
  readonly work: ToolWorkView;
  /** What the points are, where nothing beside them says so. */
  readonly label?: string;
}) {
  const { ui, label } = props;
  const words = toolWorkWords[ui.locale];
  const { points, state } = props.work;
  return (
    <>
      {points && (
        <p class={label === undefined ? '' : 'mt-1'}>
          {label !== undefined && `${label}: `}
          <strong>{words.points(ui.format.exact(points.given), ui.format.exact(points.maximum))}</strong>
        </p>
      )}
      {state && state !== 'graded' && <p class={label === undefined ? '' : 'mt-1'}>{words.state[state]}</p>}
    </>
  );
}

/** As a grader has written it; long ones scroll in their place, also with a keyboard. */
export const Comment = ({ text }: { readonly text: string }) => (
  <blockquote
    class="mt-1 max-h-60 overflow-y-auto border-s-4 border-base-300 ps-3 break-words whitespace-pre-wrap"
    tabindex={0}
  >
    {text}
  </blockquote>
);
