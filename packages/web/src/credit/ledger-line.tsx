import type { Child } from 'hono/jsx';
import { externalHref } from '../external/paths.ts';
import { Notice } from '../layout/notice.tsx';
import { Table } from '../layout/parts.tsx';
import { plainText, Text } from '../layout/text.tsx';
import { SiasnNote } from '../siasn/standing-note.tsx';
import type { Ui } from '../ui.ts';
import { capText, dayText, Ground, HoldReasons } from './parts.tsx';
import { answerPath } from './paths.ts';
import type { CreditLineView, HoldView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly line: CreditLineView;
}

/** One thing that was earned. Closed it says what counts, open it says why. */
export function LedgerLine(props: Props) {
  const { ui, line } = props;
  const { format, t } = ui;
  const words = t.credit;
  const cut = line.reasons.length > 0;
  return (
    <details class="panel min-w-0">
      <summary class="flex min-h-11 cursor-pointer flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-5 py-3">
        <span class="min-w-0 font-semibold">
          <Text ui={ui} map={line.title} />
          <span class="quiet block text-sm font-normal">
            {dayText(ui, line.endsOn)} · {line.form[ui.locale]}
          </span>
        </span>
        <span class="text-right whitespace-nowrap tabular-nums">
          {cut && <span class="tag tag-warning">{words.short[line.reasons[0] ?? 'held']}</span>}{' '}
          <span class="font-bold">{format.jp(line.recognised)}</span>
          <span class="text-link ms-3 text-sm">{words.more}</span>
        </span>
      </summary>
      <div class="border-t border-base-300 px-5 py-4">
        <Numbers {...props} />
        {line.reasons.map((reason) => (
          <p class="mt-3">
            {words.reasons[reason]} {reason === 'cap_day' || reason === 'cap_month' ? <Cap {...props} /> : ''}
          </p>
        ))}
        {line.siasn && <SiasnNote ui={ui} standing={line.siasn} />}
        {line.hold && <HoldNote {...props} hold={line.hold} />}
        {line.days.length > 1 && <Days {...props} />}
        {line.learningId !== undefined && (
          <p class="mt-3">
            <a class="text-link inline-flex min-h-8 items-center" href={externalHref(line.learningId)}>
              {ui.t.external.openRecord}
            </a>
          </p>
        )}
        {line.eventId !== undefined && (
          <p class="mt-3">
            <a class="text-link inline-flex min-h-8 items-center" href={`/events/${line.eventId}`}>
              {words.openEvent}
            </a>
          </p>
        )}
        {line.sharedAt !== undefined && (
          <p class="mt-3">
            <a class="text-link inline-flex min-h-8 items-center" href={line.sharedAt}>
              {words.openShared}
            </a>
          </p>
        )}
        {line.courseId !== undefined && (
          <p class="mt-3">
            <a class="text-link inline-flex min-h-8 items-center" href={`/courses/${line.courseId}`}>
              {words.openCourse}
            </a>
          </p>
        )}
      </div>
    </details>
  );
}

function Cap({ ui, line }: Props) {
  return line.cap ? <span>{capText(ui, line.cap)}</span> : null;
}

function Numbers({ ui, line }: Props) {
  const { format, t } = ui;
  const words = t.credit;
  return (
    <dl class="grid gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]">
      <Fact label={words.stated}>{format.jp(line.stated)}</Fact>
      <Fact label={words.computed}>{format.jp(line.computed)}</Fact>
      <Fact label={words.recognised}>{format.jp(line.recognised)}</Fact>
      {line.seconds !== undefined && <Fact label={words.spent}>{format.duration(line.seconds)}</Fact>}
      <Fact label={words.ground}>
        {line.ground ? <Ground ui={ui} ground={line.ground} /> : words.groundNone}
      </Fact>
    </dl>
  );
}

function Fact(props: { readonly label: string; readonly children?: Child }) {
  return (
    <>
      <dt class="quiet">{props.label}</dt>
      <dd class="font-medium">{props.children}</dd>
    </>
  );
}

function Days({ ui, line }: Props) {
  const { format, t } = ui;
  const words = t.credit;
  return (
    <div class="mt-4">
      <Table
        caption={words.daysOf(plainText(ui, line.title))}
        columns={[words.day, words.computed, words.recognised]}
      >
        {line.days.map((day) => (
          <tr>
            <th scope="row" class="font-medium whitespace-nowrap">
              {dayText(ui, day.date)}
            </th>
            <td class="whitespace-nowrap tabular-nums">{format.jp(day.computed)}</td>
            <td class="whitespace-nowrap tabular-nums">{format.jp(day.recognised)}</td>
          </tr>
        ))}
      </Table>
    </div>
  );
}

/** What was found, what the learner said, what the agency decided; while it is open, the learner may answer. */
function HoldNote({ ui, line, hold }: Props & { readonly hold: HoldView }) {
  const words = ui.t.credit;
  const { answer, decision, state } = hold;
  return (
    <div class="mt-4">
      <Notice tone={state === 'released' ? 'success' : 'warning'}>
        <p class="font-medium">{words.holdState[state]}</p>
        <HoldReasons ui={ui} reasons={hold.reasons} />
        {answer && <p class="mt-2">{words.answered(answer.words)}</p>}
        {decision && <p class="mt-2">{words.decided(decision.words)}</p>}
      </Notice>
      {state === 'open' && (
        <a class="btn mt-3" href={answerPath(line.about)}>
          {answer ? words.answerAgain : words.answer}
          <span class="sr-only">: {plainText(ui, line.title)}</span>
        </a>
      )}
    </div>
  );
}
