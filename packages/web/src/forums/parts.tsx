import { noonOf } from '../course/standing.tsx';
import { forumWords } from '../i18n/forums.ts';
import { Icon } from '../layout/icon.tsx';
import type { Ui } from '../ui.ts';
import type { CommitmentView, ForumOrder, LearningView } from './ports.ts';

export const dayOf = (ui: Ui, day: string): string => ui.format.date(noonOf(day));

/** Where a forum is or was: a room, a meeting, or both. */
export function Whereabouts(props: { readonly ui: Ui; readonly forum: Pick<ForumOrder, 'place' | 'link'> }) {
  const { ui, forum } = props;
  return (
    <>
      {forum.place}
      {forum.place && forum.link && ' · '}
      {forum.link && <Outside href={forum.link}>{forumWords[ui.locale].meeting}</Outside>}
    </>
  );
}

/** A link that leads away from here. */
export function Outside(props: { readonly href: string; readonly children?: string }) {
  return (
    <a class="text-link inline-flex min-h-8 items-center" href={props.href} rel="noopener nofollow ugc">
      {props.children}
    </a>
  );
}

const tones = { open: 'badge badge-outline', kept: 'badge badge-success', dropped: 'badge badge-outline' };

/** How a commitment stands, in a word and not by colour alone. */
export function CommitmentState(props: {
  readonly ui: Ui;
  readonly commitment: Pick<CommitmentView, 'state' | 'due' | 'isOverdue'>;
}) {
  const { ui, commitment } = props;
  const words = forumWords[ui.locale];
  const { state, due, isOverdue } = commitment;
  return (
    <>
      {isOverdue ? (
        <span class="badge badge-warning">
          <Icon name="warning" class="size-4" /> {words.overdue}
        </span>
      ) : (
        <span class={tones[state]}>{words.states[state]}</span>
      )}{' '}
      {state === 'open' && <span class="quiet">{words.dueBy(dayOf(ui, due))}</span>}
    </>
  );
}

/** What has to be learned for a commitment and what became of it, as everybody reads it. */
export function LearningLine({ ui, learning }: { readonly ui: Ui; readonly learning: LearningView }) {
  const words = forumWords[ui.locale];
  const { topic, state, year = 0, people } = learning;
  return (
    <p class="mt-1 text-sm break-words">
      {words.learning[state](topic, String(year))}
      {people !== undefined && ` ${words.learned(ui.format.number(people))}`}
    </p>
  );
}
