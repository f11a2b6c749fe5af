import { DeskFrame } from '../approvals/frame.tsx';
import { priorityWords } from '../i18n/priority.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { emptyForm, FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Block, PageHeading, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { SeatText } from './own-page.tsx';
import { agencyPriorityPath, agencyPrioritySeatPath } from './paths.ts';
import type { AgencySeatHistory } from './ports.ts';

/** One right with its history, and the way to take it back. */
export function AgencyPrioritySeatPage(props: {
  readonly ui: Ui;
  readonly seat: AgencySeatHistory;
  readonly form?: FormState | undefined;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, seat, notice, form = emptyForm } = props;
  const words = priorityWords[ui.locale].desk;
  const title = words.seatOf(seat.name);
  return (
    <DeskFrame ui={ui} desk="agency" title={title} current={agencyPriorityPath} notice={notice}>
      <PageHeading title={title} trail={<Trail ui={ui} links={[[agencyPriorityPath, words.title]]} />} />
      <div class="max-w-3xl">
        <div class="panel mb-6 p-5">
          <SeatText ui={ui} seat={seat} />
        </div>
        <Block id="history" title={words.history}>
          <ol class="panel divide-y divide-base-300">
            {seat.steps.map(({ to, at, by, reason }) => (
              <li class="px-5 py-3">
                <p>
                  {words.step[to]}
                  {by !== undefined && ` · ${by}`}
                </p>
                <p class="quiet text-sm">{ui.format.dateTime(at)}</p>
                {reason !== undefined && <p class="text-sm">{reason}</p>}
              </li>
            ))}
          </ol>
        </Block>
        {seat.takesBack && (
          <form method="post" action={`${agencyPrioritySeatPath(seat)}/take-back`} class="panel p-5">
            <FormProblem ui={ui} form={form} />
            <h2 class="text-lg font-semibold">{words.takeBack}</h2>
            <p class="quiet mb-4 text-sm">{words.takeBackLead}</p>
            <TextField
              {...{ ui, form, name: 'reason', label: words.reason, maxlength: 500 }}
              multiline
              rows={3}
              required
            />
            <button type="submit" class="btn btn-error">
              {words.takeBackSend}
            </button>
          </form>
        )}
      </div>
    </DeskFrame>
  );
}
