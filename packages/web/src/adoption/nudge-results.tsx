import { nudgeWords } from '../i18n/nudges.ts';
import { Block, Table } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { stopNudgePath } from './paths.ts';
import type { NudgeName, NudgeResultView, NudgeVersionView, NudgeView } from './ports.ts';

/** With its sign, as points of a percentage. */
function pointsOf(ui: Ui, share: number): string {
  const points = Math.round(share * 1000) / 10;
  return `${points > 0 ? '+' : ''}${ui.format.number(points)}`;
}

/** A nudge with all that its versions have brought. */
export function NudgeKind(props: {
  readonly ui: Ui;
  readonly nudge: NudgeView;
  readonly level: 'operator' | 'agency';
}) {
  const { ui, nudge } = props;
  const words = nudgeWords[ui.locale];
  return (
    <Block id={`nudge-${nudge.kind}`} title={words.kinds[nudge.kind]}>
      {nudge.versions.length === 0 && <p class="quiet">{words.none}</p>}
      <div class="grid gap-4">
        {nudge.versions.map((version) => (
          <Version ui={ui} kind={nudge.kind} version={version} level={props.level} />
        ))}
      </div>
    </Block>
  );
}

function Version(props: {
  readonly ui: Ui;
  readonly kind: NudgeName;
  readonly version: NudgeVersionView;
  readonly level: 'operator' | 'agency';
}) {
  const { ui, kind, version } = props;
  const words = nudgeWords[ui.locale];
  const { number, percent, date } = ui.format;
  return (
    <section class="panel p-4">
      <div class="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h3 class="font-medium">
          {words.version(number(version.version))} · <State ui={ui} version={version} />
        </h3>
        {version.isRunning && props.level === 'operator' && <Stop ui={ui} kind={kind} version={version} />}
      </div>
      <p>{words.kindTexts[kind](number(version.fromDays), number(version.untilDays))}</p>
      <p class="quiet mb-2 text-sm">{words.started(date(version.startedAt), percent(version.share))}</p>
      <p class="mb-2">{version.met === undefined ? words.fewMet : words.met(number(version.met))}</p>
      {version.result ? (
        <Result ui={ui} kind={kind} version={version} result={version.result} />
      ) : (
        <p class="quiet text-sm">{words.fewResult}</p>
      )}
    </section>
  );
}

function State({ ui, version }: { readonly ui: Ui; readonly version: NudgeVersionView }) {
  const words = nudgeWords[ui.locale];
  if (version.isRunning) return <>{words.running}</>;
  return <>{version.stoppedAt ? words.stopped(ui.format.date(version.stoppedAt)) : words.over}</>;
}

function Stop(props: { readonly ui: Ui; readonly kind: NudgeName; readonly version: NudgeVersionView }) {
  const { ui, kind, version } = props;
  const words = nudgeWords[ui.locale];
  return (
    <form method="post" action={stopNudgePath(kind, version.version)}>
      <button
        type="submit"
        class="btn"
        aria-label={words.stopLabel(words.kinds[kind])}
        title={words.stopHint}
      >
        {words.stop}
      </button>
    </form>
  );
}

function Result(props: {
  readonly ui: Ui;
  readonly kind: NudgeName;
  readonly version: NudgeVersionView;
  readonly result: NudgeResultView;
}) {
  const { ui, kind, version, result } = props;
  const words = nudgeWords[ui.locale];
  const { number, percent } = ui.format;
  const { estimate, low, high } = result.difference;
  const rows = [
    [words.told, result.told, result.toldReturned],
    [words.heldOut, result.heldOut, result.heldOutReturned],
  ] as const;
  return (
    <>
      <Table
        caption={words.caption(words.kinds[kind], number(version.version))}
        columns={[words.columns.group, words.columns.people, words.columns.returned, words.columns.share]}
        cards
      >
        {rows.map(([name, people, returned]) => (
          <tr>
            <th scope="row" class="font-normal">
              {name}
            </th>
            <td class="tabular-nums" data-label={words.columns.people}>
              {number(people)}
            </td>
            <td class="tabular-nums" data-label={words.columns.returned}>
              {number(returned)}
            </td>
            <td class="tabular-nums" data-label={words.columns.share}>
              {percent((returned / people) * 100)}
            </td>
          </tr>
        ))}
      </Table>
      <p class="mt-3">{words.difference(pointsOf(ui, estimate), pointsOf(ui, low), pointsOf(ui, high))}</p>
      <p class="font-medium">{words.reading[result.reading]}</p>
      <p class="quiet text-sm">{words.asOf(ui.format.date(result.at))}</p>
    </>
  );
}

export function NudgeRules({ ui }: { readonly ui: Ui }) {
  const words = nudgeWords[ui.locale];
  return (
    <Block id="rules" title={words.rulesTitle}>
      <ul class="max-w-[68ch] list-disc pl-5">
        {words.rules.map((rule) => (
          <li>{rule}</li>
        ))}
      </ul>
    </Block>
  );
}
