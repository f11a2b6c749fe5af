import { evaluationResultWords } from '../i18n/evaluation-results.ts';
import { evaluationWords } from '../i18n/evaluations.ts';
import { Block, Figure, Table } from '../layout/parts.tsx';
import { ShareBar } from '../layout/share-bar.tsx';
import type { Ui } from '../ui.ts';
import {
  type GroupView,
  obstacleNames,
  type QuestionView,
  type ResultsView,
  reactionNames,
} from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly results: ResultsView;
}

/** Means have two decimals at most, and their language's comma. */
export const meanText = (ui: Ui, mean: number | undefined): string =>
  mean === undefined ? '–' : ui.format.number(mean);

/** Of all questions of a level. */
export function groupMean(group: GroupView | undefined): number | undefined {
  const means = Object.values(group?.questions ?? {}).flatMap(({ mean }) => mean ?? []);
  if (means.length === 0) return undefined;
  return Math.round((means.reduce((sum, mean) => sum + mean, 0) / means.length) * 100) / 100;
}

export function answeredText(ui: Ui, group: GroupView | undefined, asked: number): string {
  const words = evaluationResultWords[ui.locale];
  if (!group) return words.few;
  const { number, percent } = ui.format;
  const share = asked > 0 ? Math.min(100, (group.answers / asked) * 100) : 0;
  return words.answered(number(group.answers), number(asked), percent(share));
}

/** The levels in one row. */
export function LevelFigures({ ui, results }: Props) {
  const words = evaluationResultWords[ui.locale];
  const { reaction, learning, applied, supervisor, completed } = results;
  const { columns } = words;
  return (
    <dl class="mb-8 grid grid-cols-2 gap-3 lg:grid-cols-5">
      <Figure label={columns.completed} value={ui.format.number(completed)} />
      <Figure
        label={columns.reaction}
        value={meanText(ui, groupMean(reaction))}
        note={answeredText(ui, reaction, completed)}
      />
      <Figure
        label={columns.gain}
        value={learning ? signed(ui, learning.gain) : '–'}
        note={answeredText(ui, learning, completed)}
      />
      <Figure
        label={columns.applied}
        value={meanText(ui, groupMean(applied))}
        note={answeredText(ui, applied, results.askedLearners)}
      />
      <Figure
        label={columns.supervisor}
        value={meanText(ui, groupMean(supervisor))}
        note={answeredText(ui, supervisor, results.askedSupervisors)}
      />
    </dl>
  );
}

export const signed = (ui: Ui, value: number): string => `${value > 0 ? '+' : ''}${ui.format.number(value)}`;

/** Every level with its distribution. */
export function Levels({ ui, results }: Props) {
  const words = evaluationResultWords[ui.locale];
  const asked = evaluationWords[ui.locale];
  const { reaction, learning, applied, supervisor, score } = results;
  return (
    <>
      <Block id="level-1" title={words.reactionTitle}>
        {reaction ? (
          <Distribution
            ui={ui}
            caption={words.reactionTitle}
            labels={asked.four}
            rows={reactionNames.map((name) => [asked.reaction[name].asked, reaction.questions[name]])}
          />
        ) : (
          <p class="quiet">{words.tooFew}</p>
        )}
      </Block>
      <Block id="level-2" title={words.learningTitle}>
        <p class="quiet mb-3 max-w-[68ch]">{words.learningLead}</p>
        {learning ? (
          <>
            <p class="mb-3 font-medium">{words.gain(signed(ui, learning.gain))}</p>
            <Distribution
              ui={ui}
              caption={words.learningTitle}
              labels={words.learningScale}
              rows={[
                [words.before, learning.questions.before],
                [words.after, learning.questions.after],
              ]}
            />
          </>
        ) : (
          <p class="quiet">{words.tooFew}</p>
        )}
        {score && (
          <p class="quiet mt-3">{words.score(ui.format.percent(score.mean), ui.format.number(score.of))}</p>
        )}
      </Block>
      <Block id="level-3" title={words.appliedTitle}>
        {applied || supervisor ? (
          <Distribution
            ui={ui}
            caption={words.appliedTitle}
            labels={asked.appliedScores}
            rows={[
              ...(applied ? ([[words.learners, applied.questions.applied]] as const) : []),
              ...(supervisor ? ([[words.supervisors, supervisor.questions.applied]] as const) : []),
            ]}
          />
        ) : (
          <p class="quiet">{words.tooFew}</p>
        )}
      </Block>
      {(applied || supervisor) && <Obstacles ui={ui} results={results} />}
    </>
  );
}

/**
 * How often each score was given, beside the mean. The question stands above its numbers, and numbers alone in the head, so that it fits a
 * phone.
 */
function Distribution(props: {
  readonly ui: Ui;
  readonly caption: string;
  /** What the scores mean, from 1. */
  readonly labels: readonly string[];
  readonly rows: readonly (readonly [string, QuestionView | undefined])[];
}) {
  const { ui, caption, labels, rows } = props;
  const { mean } = evaluationResultWords[ui.locale].columns;
  const idOf = (name: string) => `row-${name.replaceAll(/\W+/g, '-')}`;
  return (
    <>
      <Table caption={caption} columns={[mean, ...labels.map((_, index) => String(index + 1))]}>
        {rows.map(([name, question]) => (
          <>
            <tr class="border-b-0">
              <th id={idOf(name)} colspan={labels.length + 1} class="pb-0 font-medium">
                {name}
              </th>
            </tr>
            <tr>
              <td headers={idOf(name)} class="font-semibold tabular-nums">
                {meanText(ui, question?.mean)}
              </td>
              {labels.map((_, index) => (
                <td headers={idOf(name)} class="tabular-nums">
                  {ui.format.number(question?.counts[index] ?? 0)}
                </td>
              ))}
            </tr>
          </>
        ))}
      </Table>
      <p class="quiet mt-2 text-sm">
        {labels.map((label, index) => `${index + 1} ${label.toLowerCase()}`).join(' · ')}
      </p>
    </>
  );
}

function Obstacles({ ui, results }: Props) {
  const words = evaluationResultWords[ui.locale];
  const names = evaluationWords[ui.locale].obstacles;
  const { applied, supervisor } = results;
  const of = (group: GroupView | undefined, name: string) => group?.obstacles?.[name] ?? 0;
  const rows = obstacleNames
    .map((name) => ({ name, learners: of(applied, name), supervisors: of(supervisor, name) }))
    .filter(({ learners, supervisors }) => learners + supervisors > 0)
    .toSorted((a, b) => b.learners + b.supervisors - a.learners - a.supervisors);
  const { obstacle, learners, supervisors } = words.columns;
  const cell = (group: GroupView | undefined, count: number) =>
    group ? (
      <span class="inline-flex items-center gap-3">
        <span class="tabular-nums">{ui.format.number(count)}</span>
        <ShareBar percent={(count / group.answers) * 100} />
      </span>
    ) : (
      words.few
    );
  return (
    <Block id="obstacles" title={words.obstaclesTitle}>
      <Table caption={words.obstaclesTitle} columns={[obstacle, learners, supervisors]} cards>
        {rows.map((row) => (
          <tr>
            <th scope="row" class="font-medium">
              {names[row.name]}
            </th>
            <td data-label={learners}>{cell(applied, row.learners)}</td>
            <td data-label={supervisors}>{cell(supervisor, row.supervisors)}</td>
          </tr>
        ))}
      </Table>
    </Block>
  );
}

export function ResultRules({ ui }: { readonly ui: Ui }) {
  const words = evaluationResultWords[ui.locale];
  return (
    <details class="mb-6">
      <summary class="text-link inline-flex min-h-8 cursor-pointer items-center">{words.rules}</summary>
      <ul class="quiet mt-2 max-w-[75ch] list-disc space-y-1 ps-5">
        {words.ruleList.map((rule) => (
          <li>{rule}</li>
        ))}
      </ul>
    </details>
  );
}
