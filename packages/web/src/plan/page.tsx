import { habitsPath } from '../adoption/paths.ts';
import { planWords } from '../i18n/plan.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { CheckboxGroup, FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { calendarPath, planPath, resumePath, stopPath } from './paths.ts';
import type { PlanView } from './ports.ts';
import { WeekDays, WeekSum } from './week.tsx';

interface Props {
  readonly ui: Ui;
  readonly plan: PlanView;
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}

/** The week as it is planned and as it went, and the days and minutes that it is made of. */
export function PlanPage(props: Props) {
  const { ui, plan } = props;
  const words = planWords[ui.locale];
  return (
    <Shell ui={ui} title={words.title} section="home" notice={props.notice}>
      <PageHeading
        title={words.title}
        lead={words.lead}
        trail={<Trail ui={ui} links={[['/', ui.t.shell.home]]} />}
      />
      {plan.week && (
        <Block id="week" title={words.thisWeek}>
          <div class="panel mb-4 max-w-2xl p-5">
            <WeekSum ui={ui} week={plan.week} doneSeconds={plan.doneSeconds} />
          </div>
          <WeekDays ui={ui} week={plan.week} />
          <p class="mt-3">
            <a href={calendarPath} class="text-link inline-flex min-h-8 items-center">
              {words.calendar}
            </a>
          </p>
          <p class="quiet mt-1 max-w-[68ch] text-sm">{words.rule(ui.format.zone)}</p>
        </Block>
      )}
      <p class="mb-6">
        <a href={habitsPath} class="text-link inline-flex min-h-8 items-center">
          {words.habits}
        </a>
      </p>
      {plan.stopped && <Stopped ui={ui} />}
      <Block id="edit" title={plan.rev === 0 ? words.make : words.change}>
        <PlanForm {...props} />
      </Block>
      {plan.week && (
        <form method="post" action={stopPath}>
          <button type="submit" class="btn btn-ghost">
            {words.stop}
          </button>
          <p class="quiet mt-1 text-sm">{words.stopNote}</p>
        </form>
      )}
    </Shell>
  );
}

/** What was given up is one click away. */
function Stopped({ ui }: { readonly ui: Ui }) {
  const words = planWords[ui.locale];
  return (
    <div class="mb-8 max-w-2xl">
      <Notice tone="info">
        <p>{words.stopped}</p>
        <form method="post" action={resumePath} class="mt-2">
          <button type="submit" class="btn btn-sm min-h-11">
            {words.resume}
          </button>
        </form>
      </Notice>
    </div>
  );
}

function PlanForm({ ui, plan, form }: Props) {
  const words = planWords[ui.locale];
  return (
    <form method="post" action={planPath} class="panel max-w-2xl p-5">
      <FormProblem ui={ui} form={form} />
      <input type="hidden" name="rev" value={String(plan.rev)} />
      <CheckboxGroup
        ui={ui}
        form={form}
        name="days"
        label={words.daysLabel}
        hint={words.daysHint}
        required
        options={words.days.map((day, index) => [String(index + 1), day] as const)}
      />
      <TextField
        ui={ui}
        form={form}
        name="minutes"
        label={words.minutesLabel}
        hint={words.minutesHint}
        required
        inputmode="numeric"
        maxlength={4}
      />
      <button type="submit" class="btn btn-primary">
        {words.save}
      </button>
    </form>
  );
}
