import { forumWords } from '../i18n/forums.ts';
import { Block } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { MinutesLink } from './minutes-desk.tsx';
import { CommitmentState, dayOf, LearningLine, Outside, Whereabouts } from './parts.tsx';
import type { PublicCommitmentView, PublicForumView } from './ports.ts';

/** What was promised at forums and kept, and what is still open while staff have learned for it. */
export const doneOf = (forums: readonly PublicForumView[]): readonly PublicCommitmentView[] =>
  forums.flatMap(({ commitments }) =>
    commitments.filter(
      ({ state, learning }) => state === 'kept' || (state === 'open' && learning?.state === 'held'),
    ),
  );

/** Forums about a service: the next ones, and what was promised at those that were held. Nobody in them is named. */
export function PublicForums(props: { readonly ui: Ui; readonly forums: readonly PublicForumView[] }) {
  const { ui, forums } = props;
  if (forums.length === 0) return null;
  return (
    <Block id="forums" title={forumWords[ui.locale].publicTitle}>
      <ul class="grid gap-3">
        {forums.map((forum) => (
          <li class="panel px-5 py-4">
            <Forum ui={ui} forum={forum} />
          </li>
        ))}
      </ul>
    </Block>
  );
}

function Forum({ ui, forum }: { readonly ui: Ui; readonly forum: PublicForumView }) {
  const words = forumWords[ui.locale];
  const { isAhead, phase, participants, agenda, minutes, minutesUrl, minutesFile } = forum;
  const others = forum.commitments.filter(({ state }) => state !== 'kept');
  return (
    <>
      <h3 class="font-semibold">{forum.title}</h3>
      <p class="mt-1">
        <span class="badge badge-outline me-2">{isAhead ? words.nextForum : words.phaseNames[phase]}</span>
        {dayOf(ui, forum.heldOn)}
        {(forum.place || forum.link) && ' · '}
        <Whereabouts ui={ui} forum={forum} />
      </p>
      {agenda && isAhead && (
        <>
          <p class="quiet mt-2 text-sm">{words.agenda}</p>
          <p class="whitespace-pre-line break-words">{agenda}</p>
        </>
      )}
      {participants !== undefined && (
        <p class="quiet text-sm">
          {words.participants}: {words.people(ui.format.number(participants))}
        </p>
      )}
      {minutes && <p class="mt-2 whitespace-pre-line break-words">{minutes}</p>}
      {minutesFile && <MinutesLink ui={ui} href={minutesFile.path} file={minutesFile} />}
      {minutesUrl && <Outside href={minutesUrl}>{words.open}</Outside>}
      {others.length > 0 && (
        <>
          <p class="quiet mt-3 text-sm">{words.promised}</p>
          <ul class="mt-1 grid gap-2">
            {others.map((commitment) => (
              <li>
                <p class="break-words font-medium">{commitment.text}</p>
                <p class="text-sm">
                  <CommitmentState ui={ui} commitment={commitment} />{' '}
                  <span class="quiet">· {commitment.unit}</span>
                </p>
                {commitment.learning && commitment.state === 'open' && (
                  <LearningLine ui={ui} learning={commitment.learning} />
                )}
                {commitment.state === 'dropped' && commitment.outcome && (
                  <p class="quiet text-sm break-words">
                    {words.outcomeDropped}: {commitment.outcome}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
