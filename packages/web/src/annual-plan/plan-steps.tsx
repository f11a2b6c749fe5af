import { dayText } from '../competency/parts.tsx';
import { annualPlanWords } from '../i18n/annual-plan.ts';
import { FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Block } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { DecisionFields } from './decision-fields.tsx';
import { decreePath, planPath } from './paths.ts';
import { administers } from './plan-frame.tsx';
import type { PlanMoveView, PlanView, StepView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly view: PlanView;
  /** What was refused; `values.move` says which form it is of. */
  readonly form: FormState;
}

/** How a plan came where it is, for whom it waits, and the steps that are next. */
export function PlanSteps(props: Props) {
  const { ui, view, form } = props;
  const words = annualPlanWords[ui.locale];
  const drafts = administers(ui);
  // A step that is not there any more has no form that could say so.
  const isOffered = view.moves.some(({ move, refused }) => move === form.values.move && !refused);
  return (
    <Block id="steps" title={words.steps}>
      <ol class="mb-5 grid gap-2">
        {view.steps.map((step) => (
          <li class="panel px-4 py-3">
            <Step ui={ui} view={view} step={step} />
          </li>
        ))}
      </ol>
      {view.waitsFor.length > 0 && <p class="mb-5">{words.waitsFor(view.waitsFor.join(', '))}</p>}
      {form.values.move !== undefined && !isOffered && <FormProblem ui={ui} form={form} />}
      <div class="grid gap-4 lg:grid-cols-2">
        {view.moves.map((move) => (
          <MoveForm {...props} move={move} />
        ))}
        {drafts && view.state === 'set' && <VersionForm {...props} />}
        {drafts && view.state === 'draft' && view.items.length === 0 && <RemoveForm {...props} />}
      </div>
    </Block>
  );
}

function Step(props: { readonly ui: Ui; readonly view: PlanView; readonly step: StepView }) {
  const { ui, view, step } = props;
  const words = annualPlanWords[ui.locale];
  const { decision, way, undone } = step;
  const inPerson = way === 'in-person';
  // Whoever decides in person is named as such.
  const told = [
    inPerson ? undefined : decision?.official,
    decision?.number,
    decision?.on && dayText(ui, decision.on),
  ].filter(Boolean);
  return (
    <>
      <p class="font-medium">{undone ? words.undone(words.states[step.to]) : words.states[step.to]}</p>
      <p class="quiet text-sm">
        {inPerson
          ? words.decidedBy(step.by, ui.format.dateTime(step.at))
          : words.stepBy(step.by, ui.format.dateTime(step.at))}
      </p>
      {told.length > 0 && <p class="text-sm">{told.join(' · ')}</p>}
      {decision?.decree && (
        <a
          class="text-link inline-flex min-h-8 items-center text-sm [overflow-wrap:anywhere]"
          href={decreePath(view, decision.decree.decreeId)}
        >
          {words.decreeLink(decision.decree.name, ui.format.number(decision.decree.pages))}
        </a>
      )}
      {step.reason !== undefined && <p class="text-sm">{words.because(step.reason)}</p>}
    </>
  );
}

const blank: FormState = { values: {}, errors: {} };

/** Names of fields are told apart by the step: two forms of one page share no id. */
function MoveForm(props: Props & { readonly move: PlanMoveView }) {
  const { ui, view, form } = props;
  const { move, way, refused } = props.move;
  const words = annualPlanWords[ui.locale];
  if (refused) return <Refused {...props} />;
  const own = form.values.move === move ? form : blank;
  const inPerson = way === 'in-person' && (move === 'agree' || move === 'set');
  const label = inPerson ? words.ownMoves[move] : words.moves[move];
  return (
    <form method="post" action={`${planPath(view)}/move`} enctype="multipart/form-data" class="panel p-5">
      <h3 class="mb-2 font-semibold">{label}</h3>
      <p class="quiet mb-3 text-sm">{inPerson ? words.ownMoveNotes[move] : words.moveNotes[move]}</p>
      <FormProblem ui={ui} form={own} />
      <input type="hidden" name="move" value={move} />
      <input type="hidden" name="rev" value={String(view.rev)} />
      {move === 'return' && <ReasonField {...{ ui, form: own }} name="reason" />}
      {move === 'undo' && view.state === 'set' && <ReasonField {...{ ui, form: own }} name="undoReason" />}
      {(move === 'agree' || move === 'set') && (
        <DecisionFields {...{ ui, form: own, move }} way={way ?? 'letter'} />
      )}
      <button type="submit" class={move === 'return' || move === 'undo' ? 'btn' : 'btn btn-primary'}>
        {label}
      </button>
    </form>
  );
}

const ReasonField = (props: {
  readonly ui: Ui;
  readonly form: FormState;
  readonly name: 'reason' | 'undoReason';
}) => (
  <TextField {...props} label={annualPlanWords[props.ui.locale].reason} required maxlength={500} multiline />
);

/** Why it is for somebody else, to those who could think that it is theirs. */
function Refused({ ui, move: { move, refused } }: Props & { readonly move: PlanMoveView }) {
  const words = annualPlanWords[ui.locale];
  if (refused === undefined || refused === 'other') return null;
  return (
    <section class="panel p-5">
      <h3 class="mb-2 font-semibold">{words.moves[move]}</h3>
      <p>{words.refusedMoves[refused]}</p>
    </section>
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
      <ReasonField ui={ui} form={own} name="reason" />
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
