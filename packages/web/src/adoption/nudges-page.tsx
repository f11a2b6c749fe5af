import { nudgeWords } from '../i18n/nudges.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Block, PageHeading } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { OperatorMenu } from '../operator/menu.tsx';
import type { Ui } from '../ui.ts';
import { NudgeKind, NudgeRules } from './nudge-results.tsx';
import { nudgesPath } from './paths.ts';
import type { NudgeView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly nudges: readonly NudgeView[];
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}

/** Nudges for everybody: what runs, what it brings, and the way to start and stop it. */
export function NudgesPage(props: Props) {
  const { ui, nudges } = props;
  const words = nudgeWords[ui.locale];
  return (
    <Shell
      ui={ui}
      title={words.title}
      section="operator"
      notice={props.notice}
      menu={<OperatorMenu ui={ui} current={nudgesPath} />}
    >
      <PageHeading title={words.title} lead={words.lead} />
      {nudges.map((nudge) => (
        <NudgeKind ui={ui} nudge={nudge} level="operator" />
      ))}
      <StartForm {...props} />
      <NudgeRules ui={ui} />
    </Shell>
  );
}

function StartForm({ ui, nudges, form }: Props) {
  const words = nudgeWords[ui.locale];
  const free = nudges.filter(({ versions }) => !versions.some(({ isRunning }) => isRunning));
  const options = free.map(({ kind, versions }) => {
    const latest = versions[0]?.version ?? 0;
    const text = words.startOption(words.kinds[kind], ui.format.number(latest + 1));
    return [`${kind}:${latest}`, text] as const;
  });
  return (
    <Block id="start" title={words.startTitle}>
      <FormProblem ui={ui} form={form} />
      {options.length === 0 ? (
        <p>{words.allRunning}</p>
      ) : (
        <form method="post" action={nudgesPath} class="panel max-w-2xl p-5">
          <p class="mb-4">{words.startText}</p>
          <SelectField ui={ui} form={form} name="nudge" label={words.startNudge} required options={options} />
          <TextField
            ui={ui}
            form={form}
            name="share"
            label={words.share}
            hint={words.shareHint}
            inputmode="numeric"
            maxlength={2}
            required
          />
          <button type="submit" class="btn btn-primary">
            {words.start}
          </button>
        </form>
      )}
    </Block>
  );
}
