import { SelectField, TextField } from '../layout/form.tsx';
import type { Ui } from '../ui.ts';
import type { FormProps } from './form-props.ts';
import type { StartTool } from './ports.ts';
import { startValue } from './start-choice.ts';
import { isAsked, knowsLearners, tellsScoresAlone } from './tabs.ts';

/** What counts as done of courses that are taken over from now on; of what a system cannot say there is no choice. */
export function CompletionFields({ ui, kind, form }: Pick<FormProps, 'ui' | 'kind' | 'form'>) {
  const words = ui.t.connections;
  const rules = (['completed', 'pass', 'score'] as const).filter(
    (by) => by !== 'completed' || !tellsScoresAlone(kind),
  );
  return (
    <>
      <SelectField
        {...{ ui, form, name: 'completion', label: words.completion, hint: words.completionHint }}
        options={[
          ['', words.completionUsual[kind]],
          ...rules.map((by) => [by, words.completions[by]] as const),
        ]}
      />
      <TextField
        {...{ ui, form, name: 'passAt', label: words.passAt, hint: words.passAtHint, inputmode: 'numeric' }}
        maxlength={3}
      />
    </>
  );
}

/** Where learners start courses that are taken over from now on. */
export function StartFields({
  ui,
  form,
  tools,
}: Pick<FormProps, 'ui' | 'form'> & { readonly tools: readonly StartTool[] }) {
  const words = ui.t.connections;
  const known = tools.map(({ name, ...tool }) => [startValue(tool), name] as const);
  const now = form.values.start ?? '';
  // One that is out of use stays chosen until somebody chooses another.
  const gone = now === '' || known.some(([value]) => value === now) ? [] : [[now, words.startGone] as const];
  if (known.length + gone.length === 0) return null;
  return (
    <>
      <SelectField
        {...{ ui, form, name: 'start', label: words.start, hint: words.startHint }}
        options={[['', words.startOnPage], ...known, ...gone]}
      />
      <TextField
        {...{ ui, form, name: 'startParameter', label: words.startParameter, hint: words.startParameterHint }}
        maxlength={100}
      />
    </>
  );
}

const pollMinutes = ['15', '30', '60', '180', '720'];

export function ScheduleFields({ ui, kind, form }: FormProps) {
  const words = ui.t.connections;
  const polls = pollMinutes.map((minutes) => [minutes, words.everyMinutes(minutes)] as const);
  return (
    <>
      <SelectField
        {...{ ui, form, name: 'syncHour', label: words.syncHour, options: dailyOf(ui) }}
        required
      />
      {knowsLearners(kind) && (
        <SelectField
          ui={ui}
          form={form}
          name="pollMinutes"
          label={words.pollMinutes}
          required
          options={[['', words.never], ...polls]}
        />
      )}
    </>
  );
}

function dailyOf(ui: Ui) {
  const words = ui.t.connections;
  const hours = Array.from({ length: 24 }, (_, hour) => String(hour));
  return [['', words.never] as const, ...hours.map((hour) => [hour, words.atHour(hour)] as const)];
}

/** When ours and theirs are compared, and how long what differs may wait. */
export function ComparisonFields({ ui, kind, form }: Pick<FormProps, 'ui' | 'kind' | 'form'>) {
  const words = ui.t.connections;
  return (
    <>
      <SelectField
        ui={ui}
        form={form}
        name="reconcileHour"
        label={words.reconcileHour}
        {...(kind === 'xapi' && { hint: words.reconcileBeside })}
        required
        options={dailyOf(ui)}
      />
      <TextField
        ui={ui}
        form={form}
        name="agedAfterDays"
        inputmode="numeric"
        label={words.agedAfterDays}
        hint={words.agedAfterDaysHint}
        required
        maxlength={2}
      />
      {!isAsked(kind) && (
        <TextField
          ui={ui}
          form={form}
          name="silentAfterDays"
          inputmode="numeric"
          label={words.silentAfterDays}
          hint={words.silentAfterDaysHint}
          required
          maxlength={3}
        />
      )}
    </>
  );
}
