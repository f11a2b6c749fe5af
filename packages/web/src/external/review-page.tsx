import { DeskFrame } from '../approvals/frame.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { emptyForm, FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Block, PageHeading, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { StateTag } from './parts.tsx';
import { type ExternalDesk, planItemPath, queuePath, reviewHref } from './paths.ts';
import type { ExternalView, PlanItemChoice } from './ports.ts';
import { Alike, Asked, Facts, Files, History, Worth } from './record-parts.tsx';

interface Props {
  readonly ui: Ui;
  readonly desk: ExternalDesk;
  readonly view: ExternalView;
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}

/** A record as a reviewer looks at it: what is said, what shows it, what would count, and the decision. */
export function ReviewPage(props: Props) {
  const { ui, desk, view, notice } = props;
  const words = ui.t.external;
  return (
    <DeskFrame ui={ui} desk={desk} title={view.title} current={queuePath(desk)} notice={notice}>
      <PageHeading
        title={view.title}
        lead={words.ofLearner(view.learner ?? '–')}
        trail={<Trail ui={ui} links={[[queuePath(desk), words.title]]} />}
      />
      <p class="mb-5">
        <StateTag ui={ui} state={view.state} />
      </p>
      <Alike ui={ui} view={view} />
      <div class="grid items-start gap-x-8 lg:grid-cols-[1fr_22rem]">
        <div class="min-w-0">
          <Block id="evidence" title={words.evidence}>
            <Asked ui={ui} view={view} />
            <Files ui={ui} view={view} />
          </Block>
          <Facts ui={ui} view={view} />
        </div>
        <div class="min-w-0">
          <Worth ui={ui} view={view} />
          {view.review.length > 0 && <Decision {...props} />}
          {desk === 'agency' && view.plan && <ForPlan {...props} plan={view.plan} />}
          <History ui={ui} view={view} />
        </div>
      </div>
    </DeskFrame>
  );
}

function Decision({ ui, desk, view, ...props }: Props) {
  const words = ui.t.external;
  // What was refused of the other form stands there.
  const form = 'planItem' in props.form.values ? emptyForm : props.form;
  const { fields } = words;
  return (
    <Block id="decision" title={ui.t.credit.decision}>
      <form method="post" action={reviewHref(desk, view)} class="panel p-5">
        <FormProblem ui={ui} form={form} />
        <SelectField
          {...{ ui, form, name: 'action', label: ui.t.credit.outcome, required: true }}
          options={[
            ['', ui.t.credit.choose],
            ...view.review.map((one) => [one, words.actions[one]] as const),
          ]}
        />
        {view.review.includes('assign') && (
          <>
            <TextField {...{ ui, form, name: 'letterNumber', label: fields.letterNumber, maxlength: 100 }} />
            <TextField
              {...{ ui, form, name: 'letterDate', label: fields.letterDate, maxlength: 10 }}
              type="date"
            />
          </>
        )}
        <TextField
          {...{ ui, form, name: 'reason', label: ui.t.credit.why, hint: words.reasonHint, maxlength: 1000 }}
          multiline
        />
        <input type="hidden" name="rev" value={String(view.rev)} />
        <button type="submit" class="btn btn-primary">
          {ui.t.credit.save}
        </button>
      </form>
    </Block>
  );
}

/** For which item of the annual plan it was learned. */
function ForPlan({ ui, view, form, plan }: Props & { readonly plan: NonNullable<ExternalView['plan']> }) {
  const words = ui.t.external;
  const { items, chosen } = plan;
  const markOf = ({ year, itemId }: PlanItemChoice) => `${year}~${itemId}`;
  // One that was named and is in no plan any more can still be read, and taken back.
  const gone = chosen && !items.some((item) => markOf(item) === markOf(chosen)) ? [chosen] : [];
  if (items.length + gone.length === 0) return null;
  const own = 'planItem' in form.values ? form : emptyForm;
  const values = { planItem: chosen ? markOf(chosen) : '', ...own.values };
  return (
    <Block id="plan" title={words.forPlan}>
      <form method="post" action={planItemPath(view)} class="panel p-5">
        <FormProblem ui={ui} form={own} />
        <SelectField
          ui={ui}
          form={{ ...own, values }}
          name="planItem"
          label={words.planItem}
          hint={words.planItemHint}
          options={[
            ['', words.noPlanItem],
            ...[...items, ...gone].map((item) => [markOf(item), `${item.year}: ${item.title}`] as const),
          ]}
        />
        <input type="hidden" name="rev" value={String(view.rev)} />
        <button type="submit" class="btn">
          {words.save}
        </button>
      </form>
    </Block>
  );
}
