import type { Child } from 'hono/jsx';
import { noonOf } from '../course/standing.tsx';
import { habitWords } from '../i18n/habits.ts';
import { CheckboxGroup, FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Block } from '../layout/parts.tsx';
import { plainText } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { HabitsProps } from './habits-page.tsx';
import { habitsPath } from './paths.ts';

/** A form that unfolds, and is open when something in it was wrong. */
function Folded(props: {
  readonly ui: Ui;
  readonly title: string;
  readonly action: string;
  readonly form: FormState;
  readonly isOpen: boolean;
  readonly children: Child;
}) {
  return (
    <details class="panel p-5" open={props.isOpen}>
      <summary class="text-link inline-flex min-h-8 cursor-pointer items-center font-medium">
        {props.title}
      </summary>
      <form method="post" action={props.action} class="mt-4">
        <FormProblem ui={props.ui} form={props.form} />
        {props.children}
        <button type="submit" class="btn btn-primary">
          {habitWords[props.ui.locale].make}
        </button>
      </form>
    </details>
  );
}

const dayOptions = (ui: Ui) => habitWords[ui.locale].days.map((name, n) => [String(n + 1), name] as const);

function TimeFields(props: {
  readonly ui: Ui;
  readonly form: FormState;
  readonly names: readonly [days: string, minutes: string, weeks: string];
}) {
  const { ui, form } = props;
  const [days, minutes, weeks] = props.names;
  const words = habitWords[ui.locale];
  const options = ['2', '4', '8'].map((one) => [one, words.weeksOption(one)] as const);
  return (
    <>
      <CheckboxGroup ui={ui} form={form} name={days} label={words.dayField} options={dayOptions(ui)} />
      <TextField
        ui={ui}
        form={form}
        name={minutes}
        label={words.minutes}
        hint={words.minutesHint}
        inputmode="numeric"
        maxlength={3}
        required
      />
      <SelectField ui={ui} form={form} name={weeks} label={words.weeksField} required options={options} />
    </>
  );
}

function ShareField({
  ui,
  form,
  name,
}: {
  readonly ui: Ui;
  readonly form: FormState;
  readonly name: string;
}) {
  const words = habitWords[ui.locale];
  const options = (['nobody', 'supervisor'] as const).map((one) => [one, words.shareOptions[one]] as const);
  return <SelectField ui={ui} form={form} name={name} label={words.shareField} required options={options} />;
}

export function TimeForm({ ui, forms: { time }, failed }: HabitsProps) {
  const words = habitWords[ui.locale];
  const at = { title: words.newTime, action: `${habitsPath}/time`, isOpen: failed === 'time' };
  return (
    <Folded ui={ui} form={time} {...at}>
      <TimeFields ui={ui} form={time} names={['days', 'minutes', 'weeks']} />
      <ShareField ui={ui} form={time} name="share" />
    </Folded>
  );
}

export function TeamForm({ ui, forms: { team }, failed }: HabitsProps) {
  const words = habitWords[ui.locale];
  const at = { title: words.newTeam, action: `${habitsPath}/team-time`, isOpen: failed === 'team' };
  return (
    <Folded ui={ui} form={team} {...at}>
      <TimeFields ui={ui} form={team} names={['teamDays', 'teamMinutes', 'teamWeeks']} />
    </Folded>
  );
}

export function CourseForm({ ui, view, forms: { course }, failed }: HabitsProps) {
  const words = habitWords[ui.locale];
  if (view.courses.length === 0) return <p class="quiet">{words.noCourses}</p>;
  const options = view.courses.map(({ courseId, title }) => [courseId, plainText(ui, title)] as const);
  const at = { title: words.newCourse, action: `${habitsPath}/course`, isOpen: failed === 'course' };
  return (
    <Folded ui={ui} form={course} {...at}>
      <SelectField
        ui={ui}
        form={course}
        name="courseId"
        label={words.courseField}
        required
        options={options}
      />
      <TextField
        ui={ui}
        form={course}
        name="courseUntil"
        label={words.untilField}
        type="date"
        maxlength={10}
        required
      />
      <ShareField ui={ui} form={course} name="courseShare" />
    </Folded>
  );
}

/** Days on which nobody expects anything. */
export function AwayForm({ ui, view, forms: { away } }: HabitsProps) {
  const words = habitWords[ui.locale];
  return (
    <Block id="away" title={words.awayTitle}>
      <p class="mb-3 max-w-[68ch]">{words.awayText}</p>
      <ul>
        {view.away.map(({ from, until }) => {
          const { date } = ui.format;
          const line = words.awayLine(date(noonOf(from)), date(noonOf(until)));
          return (
            <li class="mb-2 flex flex-wrap items-center gap-3">
              {line}
              <form method="post" action={`${habitsPath}/away/remove`}>
                <button
                  type="submit"
                  name="from"
                  value={from}
                  class="btn btn-ghost btn-sm"
                  aria-label={words.awayRemoveOf(line)}
                >
                  {words.awayRemove}
                </button>
              </form>
            </li>
          );
        })}
      </ul>
      <form method="post" action={`${habitsPath}/away`} class="panel max-w-2xl p-5">
        <FormProblem ui={ui} form={away} />
        <div class="grid gap-x-4 sm:grid-cols-2">
          {(['awayFrom', 'awayUntil'] as const).map((name) => (
            <TextField
              ui={ui}
              form={away}
              name={name}
              label={words[name]}
              type="date"
              maxlength={10}
              required
            />
          ))}
        </div>
        <button type="submit" class="btn">
          {words.awayAdd}
        </button>
      </form>
    </Block>
  );
}
