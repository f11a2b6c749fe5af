import type { Child } from 'hono/jsx';
import { AgencyFrame } from '../agency/frame.tsx';
import { plansPath } from '../annual-plan/paths.ts';
import { citizensPath } from '../citizens/paths.ts';
import { forumWords } from '../i18n/forums.ts';
import type { NoticeName } from '../i18n/problem.ts';
import type { FormState } from '../layout/form.tsx';
import { Block, PageHeading, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { MinutesDesk } from './minutes-desk.tsx';
import { CommitmentState, dayOf, Outside, Whereabouts } from './parts.tsx';
import { forumPath, forumsPath } from './paths.ts';
import { Phases } from './phases.tsx';
import { type CommitmentView, type ForumView, groupNames } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly forum: ForumView;
  /** Of the minutes. */
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}

/** One forum: what it is about, who came, and what was promised there. */
export function ForumPage({ ui, forum, form, notice }: Props) {
  const words = forumWords[ui.locale];
  const here = forumPath(forum.forumId);
  return (
    <AgencyFrame current={citizensPath} ui={ui} title={forum.title} notice={notice}>
      <PageHeading
        title={forum.title}
        lead={forum.services.join(', ')}
        trail={
          <Trail
            ui={ui}
            links={[
              [citizensPath, words.citizens],
              [forumsPath, words.title],
            ]}
          />
        }
        actions={
          <>
            <a class="btn" href={`${here}/change`}>
              {words.change}
            </a>
            {forum.commitments.length === 0 && (
              <a class="btn btn-ghost" href={`${here}/remove`}>
                {words.remove}
              </a>
            )}
          </>
        }
      />
      <Phases ui={ui} forum={forum} />
      <About ui={ui} forum={forum} />
      {!forum.isAhead && <MinutesDesk ui={ui} forum={forum} form={form} />}
      <Block
        id="commitments"
        title={words.commitments}
        aside={
          !forum.isAhead && (
            <a class="btn btn-sm" href={`${here}/commitments/new`}>
              {words.addCommitment}
            </a>
          )
        }
      >
        {forum.commitments.length === 0 ? (
          <p class="quiet">{forum.isAhead ? words.commitmentsAhead : words.commitmentsNone}</p>
        ) : (
          <ul class="grid gap-3">
            {forum.commitments.map((commitment) => (
              <Commitment ui={ui} here={here} commitment={commitment} />
            ))}
          </ul>
        )}
      </Block>
    </AgencyFrame>
  );
}

function About({ ui, forum }: Pick<Props, 'ui' | 'forum'>) {
  const words = forumWords[ui.locale];
  const counted = groupNames.flatMap((group) => {
    const count = forum.participants[group];
    return count === undefined ? [] : [{ group, count }];
  });
  const sum = counted.reduce((all, { count }) => all + count, 0);
  return (
    <Block id="about" title={words.about}>
      <dl class="panel grid gap-3 p-5">
        <Fact label={words.heldOn}>
          {dayOf(ui, forum.heldOn)}
          {forum.isAhead && <span class="badge badge-outline ms-2">{words.ahead}</span>}
        </Fact>
        <Fact label={words.where}>
          <Whereabouts ui={ui} forum={forum} />
        </Fact>
        {forum.agenda && (
          <Fact label={words.agenda}>
            <span class="whitespace-pre-line break-words">{forum.agenda}</span>
          </Fact>
        )}
        {!forum.isAhead && (
          <Fact label={words.participants}>
            {sum === 0
              ? words.notCounted
              : `${words.people(ui.format.number(sum))}: ${counted
                  .map(({ group, count }) => `${words.groups[group]} ${ui.format.number(count)}`)
                  .join(', ')}`}
          </Fact>
        )}
        {forum.minutes && (
          <Fact label={words.minutes}>
            <span class="whitespace-pre-line break-words">{forum.minutes}</span>
          </Fact>
        )}
        {forum.minutesUrl && (
          <Fact label={words.minutesUrl}>
            <Outside href={forum.minutesUrl}>{words.open}</Outside>
          </Fact>
        )}
      </dl>
    </Block>
  );
}

function Fact(props: { readonly label: string; readonly children?: Child }) {
  return (
    <div>
      <dt class="quiet text-sm">{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function Commitment(props: { readonly ui: Ui; readonly here: string; readonly commitment: CommitmentView }) {
  const { ui, here, commitment } = props;
  const words = forumWords[ui.locale];
  return (
    <li class="panel px-5 py-4">
      <p class="quiet text-sm">{words.said}</p>
      <p class="whitespace-pre-line break-words">{commitment.said}</p>
      <p class="quiet mt-2 text-sm">{words.text}</p>
      <p class="whitespace-pre-line break-words font-medium">{commitment.text}</p>
      <p class="quiet mt-1 text-sm">{commitment.unit}</p>
      {commitment.topic && (
        <p class="mt-2 text-sm break-words">
          {words.topic}: {commitment.topic}.{' '}
          {commitment.state === 'open' && (
            <a class="text-link inline-flex min-h-8 items-center" href={plansPath}>
              {words.inPlan}
              <span class="sr-only">: {commitment.topic}</span>
            </a>
          )}
        </p>
      )}
      {commitment.outcome && (
        <>
          <p class="quiet mt-2 text-sm">
            {commitment.state === 'dropped' ? words.outcomeDropped : words.outcomeKept}
          </p>
          <p class="whitespace-pre-line break-words">{commitment.outcome}</p>
        </>
      )}
      {commitment.proof && <Outside href={commitment.proof}>{words.proofLink}</Outside>}
      <p class="mt-2 text-sm">
        <CommitmentState ui={ui} commitment={commitment} />
      </p>
      <a
        class="text-link mt-2 inline-flex min-h-8 items-center text-sm"
        href={`${here}/commitments/${encodeURIComponent(commitment.commitmentId)}`}
      >
        {words.changeCommitment}
        <span class="sr-only">: {commitment.text}</span>
      </a>
    </li>
  );
}
