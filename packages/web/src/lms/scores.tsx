import { Block, Table } from '../layout/parts.tsx';
import { Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { LmsScoreView, ScoreStateView } from './ports.ts';

const tones = { waiting: 'tag tag-warning', failed: 'tag tag-error', sent: 'tag tag-success' } as const;

/** What learners who came from there are owed over there, and what may be sent again. */
export function Scores(props: {
  readonly ui: Ui;
  readonly base: string;
  readonly scores: readonly LmsScoreView[];
}) {
  const { ui, base, scores } = props;
  const words = ui.t.lms.scores;
  const { learner, course, state, action } = words.columns;
  const isFailed = scores.some((one) => one.state === 'failed');
  const all = isFailed && (
    <form method="post" action={`${base}/scores`}>
      <button type="submit" class="btn">
        {words.sendFailed}
      </button>
    </form>
  );
  return (
    <Block id="scores" title={words.title} {...(all && { aside: all })}>
      <p class="quiet mb-3 max-w-[65ch]">{words.lead}</p>
      {scores.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <Table caption={words.title} columns={[learner, course, state, action]} cards>
          {scores.map((one) => (
            <Row ui={ui} score={one} base={base} />
          ))}
        </Table>
      )}
    </Block>
  );
}

function Row(props: { readonly ui: Ui; readonly score: LmsScoreView; readonly base: string }) {
  const { ui, score, base } = props;
  const words = ui.t.lms.scores;
  const { course, state } = words.columns;
  const { registration, placementId, subject } = score;
  return (
    <tr>
      <th scope="row" class="font-normal break-all">
        {subject}
      </th>
      <td data-label={course}>
        {score.courseTitle ? <Text ui={ui} map={score.courseTitle} /> : ui.t.lms.courseGone}
      </td>
      <td data-label={state}>
        <ScoreState ui={ui} score={score} />
      </td>
      <td>
        <form method="post" action={`${base}/scores`}>
          <input type="hidden" name="registration" value={registration} />
          <input type="hidden" name="placementId" value={placementId} />
          <input type="hidden" name="subject" value={subject} />
          <button type="submit" class="btn btn-sm min-h-10" aria-label={`${words.sendAgain}: ${subject}`}>
            {words.sendAgain}
          </button>
        </form>
      </td>
    </tr>
  );
}

/** What the platform has, what it has not, and why. */
export function ScoreState({ ui, score }: { readonly ui: Ui; readonly score: ScoreStateView }) {
  const words = ui.t.lms.scores;
  const { state, because, nextAt, sent } = score;
  return (
    <>
      <span class={tones[state]}>{state === 'sent' && !sent ? words.nothing : words.state[state]}</span>
      {state !== 'sent' && because !== undefined && (
        <span class="block text-sm">{words.because[because]}</span>
      )}
      {nextAt !== undefined && because !== undefined && (
        <span class="quiet block text-sm">{words.again(ui.format.dateTime(nextAt))}</span>
      )}
      {sent && (
        <span class="quiet block text-sm">
          {state === 'sent' ? '' : `${words.before}: `}
          {sent.points === undefined
            ? words.progress[sent.progress]
            : words.done(ui.format.number(sent.points))}
          , <When ui={ui} at={sent.at} />
        </span>
      )}
    </>
  );
}
