import { Table } from '../../layout/parts.tsx';
import { When } from '../../layout/text.tsx';
import type { Ui } from '../../ui.ts';
import { type MismatchView, repairNames } from './ports.ts';
import { CourseName, Learner } from './saying.tsx';

export interface RepairFormProps {
  readonly ui: Ui;
  readonly path: string;
  readonly base: string;
  readonly mismatches: readonly MismatchView[];
  /** Something was ordered about these and is not done. */
  readonly waiting: ReadonlySet<string>;
  /** What a tool has sent is compared, not who is enrolled there. */
  readonly isTool: boolean;
}

/** What differs, by its kind: a tool says less than a provider that is asked. */
export function mismatchWords(
  ui: Ui,
  isTool: boolean,
): Pick<Ui['t']['outcomes'], 'mismatch' | 'mismatchText'> {
  const { mismatch, mismatchText, toolMismatch, toolMismatchText } = ui.t.outcomes;
  if (!isTool) return { mismatch, mismatchText };
  return {
    mismatch: { ...mismatch, ...toolMismatch },
    mismatchText: { ...mismatchText, ...toolMismatchText },
  };
}

/** What differs, to be chosen, and what is to be done about it. Nothing is chosen before a person does. */
export function RepairForm({ ui, path, base, mismatches, waiting, isTool }: RepairFormProps) {
  const words = ui.t.outcomes;
  const { choose, what, about, since } = words.mismatchColumns;
  const free = mismatches.filter(({ mismatchId }) => !waiting.has(mismatchId));
  return (
    <form method="post" action={`${path}/repair`} class="mt-6">
      <Table caption={words.mismatchesTitle} columns={[choose, what, about, since]} cards>
        {mismatches.map((one) => (
          <Row ui={ui} mismatch={one} base={base} isWaiting={waiting.has(one.mismatchId)} isTool={isTool} />
        ))}
      </Table>
      {free.length > 0 && <Actions ui={ui} mismatches={free} />}
    </form>
  );
}

/** Each with what follows from it. */
function Actions({ ui, mismatches }: { readonly ui: Ui; readonly mismatches: readonly MismatchView[] }) {
  const words = ui.t.outcomes;
  const possible = repairNames.filter((name) => mismatches.some(({ repairs }) => repairs.includes(name)));
  return (
    <fieldset class="panel mt-5 max-w-2xl p-5">
      <legend class="px-1 font-semibold">{words.repairTitle}</legend>
      {possible.map((name, n) => (
        <div class="mb-3">
          <label class="flex min-h-9 gap-3">
            <input
              type="radio"
              name="action"
              value={name}
              class="radio radio-primary mt-1"
              required={n === 0}
            />
            <span>
              <span class="font-medium">{words.repair[name]}</span>
              <span class="quiet block text-sm">{words.repairText[name]}</span>
            </span>
          </label>
          {name === 'map-learner' && (
            <label class="mt-2 ml-9 block">
              <span class="mb-1 block text-sm">{words.repairSubject}</span>
              <input name="subject" class="input w-full" maxlength={255} autocomplete="off" />
            </label>
          )}
        </div>
      ))}
      <label class="mt-2 ml-9 block">
        <span class="mb-1 block text-sm">{words.repairNote}</span>
        <input name="note" class="input w-full" maxlength={500} autocomplete="off" />
      </label>
      <button type="submit" class="btn btn-primary mt-2">
        {words.carryOut}
      </button>
    </fieldset>
  );
}

function Row(props: {
  readonly ui: Ui;
  readonly mismatch: MismatchView;
  readonly base: string;
  readonly isWaiting: boolean;
  readonly isTool: boolean;
}) {
  const { ui, mismatch, base, isWaiting, isTool } = props;
  const words = { ...ui.t.outcomes, ...mismatchWords(ui, isTool) };
  const { mismatchId, kind, externalCourseId, resultId, since } = mismatch;
  const name = [words.mismatch[kind], externalCourseId, mismatch.learner ?? mismatch.subject ?? ''].join(' ');
  return (
    <tr>
      <td>
        {isWaiting ? (
          <span class="badge badge-ghost whitespace-nowrap">{words.lineState.waiting}</span>
        ) : (
          <label class="flex min-h-10 min-w-10 items-center sm:justify-center">
            <span class="sr-only">{`${words.mismatchColumns.choose}: ${name}`}</span>
            <input type="checkbox" name="mismatch" value={mismatchId} class="checkbox checkbox-primary" />
          </label>
        )}
      </td>
      <th scope="row" class="font-normal">
        <strong>{words.mismatch[kind]}</strong>
        <span class="quiet block text-sm">{words.mismatchText[kind]}</span>
        {mismatch.reason && <span class="block text-sm">{words.reason[mismatch.reason]}</span>}
        {mismatch.failure && <span class="block text-sm">{ui.t.connections.failure[mismatch.failure]}</span>}
        {mismatch.learners !== undefined && (
          <span class="block text-sm">{words.learning(ui.format.number(mismatch.learners))}</span>
        )}
        <Scores ui={ui} mismatch={mismatch} />
        {resultId !== undefined && !isTool && (
          <a class="link text-sm" href={`${base}/${encodeURIComponent(resultId)}`}>
            {words.details}
          </a>
        )}
      </th>
      <td data-label={words.mismatchColumns.about}>
        <CourseName ui={ui} of={mismatch} />
        {kind !== 'course-gone' && kind !== 'not-comparable' && <Learner ui={ui} of={mismatch} />}
      </td>
      <td data-label={words.mismatchColumns.since} class="whitespace-nowrap">
        <When ui={ui} at={since} />
      </td>
    </tr>
  );
}

function Scores({ ui, mismatch }: { readonly ui: Ui; readonly mismatch: MismatchView }) {
  const { kind, scoreHere, scoreThere } = mismatch;
  if (kind !== 'score-differs') return null;
  const percent = (share: number | undefined) =>
    share === undefined ? undefined : ui.format.number(Math.round(share * 10_000) / 100);
  return <span class="block text-sm">{ui.t.outcomes.scores(percent(scoreHere), percent(scoreThere))}</span>;
}
