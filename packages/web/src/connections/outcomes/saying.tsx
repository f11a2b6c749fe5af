import { plainText, Text, When } from '../../layout/text.tsx';
import type { Ui } from '../../ui.ts';
import type { CourseNames, OutcomeView, SayingView } from './ports.ts';

/** What was said, in a few words. */
export function Saying({ ui, said }: { readonly ui: Ui; readonly said: SayingView }) {
  const words = ui.t.outcomes;
  if (said.kind === 'score' && said.withdrawn) return <strong>{words.scoreWithdrawn}</strong>;
  if (said.kind === 'score') {
    const points = words.points(ui.format.exact(said.given), ui.format.exact(said.maximum));
    return (
      <>
        <strong>{points}</strong>
        {!said.isFinal && <span class="quiet block text-sm">{words.runningTotal}</span>}
      </>
    );
  }
  if (said.kind === 'completion') {
    const passed = said.passed === undefined ? '' : `, ${said.passed ? words.passed : words.notPassed}`;
    return <strong>{(said.completed ? words.completed : words.notCompleted) + passed}</strong>;
  }
  return (
    <>
      <strong>{words.credential}</strong>
      <span class="block font-mono text-sm break-all">{said.number}</span>
    </>
  );
}

/** Which course, by the names that both sides have for it, and how the provider calls it in its system. */
export function CourseName(props: {
  readonly ui: Ui;
  readonly of: { readonly externalCourseId?: string; readonly course?: CourseNames };
}) {
  const { ui, of } = props;
  const { ours, theirs } = of.course ?? {};
  if (of.externalCourseId === undefined) return null;
  const isOther = theirs !== undefined && !(ours && plainText(ui, ours) === theirs);
  return (
    <>
      {ours && (
        <span class="block">
          <Text ui={ui} map={ours} />
        </span>
      )}
      {isOther && (
        <span class={ours ? 'quiet block text-sm' : 'block'}>
          {ours ? ui.t.outcomes.calledThere(theirs) : theirs}
        </span>
      )}
      <span class={`block break-all ${ours || theirs ? 'quiet font-mono text-sm' : ''}`}>
        {of.externalCourseId}
      </span>
    </>
  );
}

/** Whom it concerns, as far as both sides have names for that; never a person's own. */
export function Learner(props: {
  readonly ui: Ui;
  readonly of: { readonly learner?: string; readonly subject?: string };
}) {
  const { ui, of } = props;
  const words = ui.t.outcomes;
  return (
    <>
      {of.learner !== undefined && (
        <span class="block font-mono text-sm break-all">{`${words.idThere} ${of.learner}`}</span>
      )}
      {of.subject !== undefined && (
        <span class="quiet block font-mono text-sm break-all">{`${words.pseudonym} ${of.subject}`}</span>
      )}
      {of.learner === undefined && of.subject === undefined && (
        <span class="quiet">{words.learnerOfCourse}</span>
      )}
    </>
  );
}

export function Said({ ui, result }: { readonly ui: Ui; readonly result: OutcomeView }) {
  const words = ui.t.outcomes;
  return (
    <>
      <When ui={ui} at={result.occurredAt} />
      {result.isAhead && (
        <span class="block text-sm font-semibold whitespace-normal">{words.flag.future}</span>
      )}
    </>
  );
}

export function ResultState({ ui, result }: { readonly ui: Ui; readonly result: OutcomeView }) {
  const words = ui.t.outcomes;
  const tones = { new: 'badge-ghost', placed: 'badge-success', unmatched: 'badge-warning', 'set-aside': '' };
  return (
    <>
      <span class={`badge whitespace-nowrap ${tones[result.state]}`}>{words.state[result.state]}</span>
      {result.reason && <span class="quiet block text-sm">{words.reason[result.reason]}</span>}
      {result.note && <span class="quiet block text-sm">{result.note}</span>}
    </>
  );
}
