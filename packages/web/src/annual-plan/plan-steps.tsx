import { dayText } from '../competency/parts.tsx';
import { annualPlanWords } from '../i18n/annual-plan.ts';
import { FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Block } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { planPath } from './paths.ts';
import type { PlanMoveName, PlanView, StepView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly view: PlanView;
  /** What was refused; `values.move` says which form it is of. */
  readonly form: FormState;
}

/** How a plan came where it is, and the steps that are next. */
export function PlanSteps(props: Props) {
  const { ui, view } = props;
  const words = annualPlanWords[ui.locale];
  return (
    <Block id="steps" title={words.steps}>
      <ol class="mb-5 grid gap-2">
        {view.steps.map((step) => (
          <li class="panel px-4 py-3">
            <Step ui={ui} step={step} />
          </li>
        ))}
      </ol>
      <div class="grid gap-4 lg:grid-cols-2">
        {view.moves.map((move) => (
          <MoveForm {...props} move={move} />
        ))}
        {view.state === 'set' && <VersionForm {...props} />}
        {view.state === 'draft' && view.items.length === 0 && <RemoveForm {...props} />}
      </div>
    </Block>
  );
}

function Step({ ui, step }: { readonly ui: Ui; readonly step: StepView }) {
  const words = annualPlanWords[ui.locale];
  const { decision } = step;
  return (
    <>
      <p class="font-medium">{words.states[step.to]}</p>
      <p class="quiet text-sm">{words.stepBy(step.by, ui.format.dateTime(step.at))}</p>
      {decision && (
        <p class="text-sm">
          {[
            decision.official,
            decision.number,
            decision.on === undefined ? undefined : dayText(ui, decision.on),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {step.reason !== undefined && <p class="text-sm">{words.because(step.reason)}</p>}
    </>
  );
}

const blank: FormState = { values: {}, errors: {} };

/** Names of fields are told apart by the step: two forms of one page share no id. */
function MoveForm(props: Props & { readonly move: PlanMoveName }) {
  const { ui, view, form, move } = props;
  const words = annualPlanWords[ui.locale];
  const own = form.values.move === move ? form : blank;
  return (
    <form method="post" action={`${planPath(view)}/move`} class="panel p-5">
      <h3 class="mb-2 font-semibold">{words.moves[move]}</h3>
      <p class="quiet mb-3 text-sm">{words.moveNotes[move]}</p>
      <FormProblem ui={ui} form={own} />
      <input type="hidden" name="move" value={move} />
      <input type="hidden" name="rev" value={String(view.rev)} />
      {move === 'return' && (
        <TextField
          {...{ ui, form: own }}
          name="reason"
          label={words.reason}
          required
          maxlength={500}
          multiline
        />
      )}
      {(move === 'agree' || move === 'set') && (
        <>
          <TextField
            {...{ ui, form: own }}
            name="official"
            label={words.official[move]}
            hint={words.officialHint}
            required
            maxlength={160}
          />
          <TextField
            {...{ ui, form: own }}
            name="number"
            label={words.letterNumber}
            required={move === 'set'}
            maxlength={80}
          />
          <TextField
            {...{ ui, form: own }}
            name="on"
            type="date"
            label={words.letterDay}
            required={move === 'set'}
            maxlength={10}
          />
        </>
      )}
      <button type="submit" class={move === 'return' ? 'btn' : 'btn btn-primary'}>
        {words.moves[move]}
      </button>
    </form>
  );
}

function VersionForm({ ui, view, form }: Props) {
  const words = annualPlanWords[ui.locale];
  const [newest] = view.versions;
  if (newest && newest.version !== view.version) return null;
  const own = form.values.move === undefined ? form : blank;
  return (
    <form method="post" action={`${planPath(view)}/version`} class="panel p-5">
      <h3 class="mb-2 font-semibold">{words.newVersion}</h3>
      <p class="quiet mb-3 text-sm">{words.newVersionNote}</p>
      <FormProblem ui={ui} form={own} />
      <TextField
        {...{ ui, form: own }}
        name="reason"
        label={words.reason}
        required
        maxlength={500}
        multiline
      />
      <button type="submit" class="btn btn-primary">
        {words.newVersion}
      </button>
    </form>
  );
}

function RemoveForm({ ui, view }: Props) {
  const words = annualPlanWords[ui.locale];
  return (
    <form method="post" action={`${planPath(view)}/remove`} class="panel p-5">
      <h3 class="mb-2 font-semibold">{words.removePlan}</h3>
      <p class="quiet mb-3 text-sm">{words.removePlanNote}</p>
      <button type="submit" class="btn">
        {words.removePlan}
      </button>
    </form>
  );
}
