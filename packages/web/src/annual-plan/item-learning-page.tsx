import { AgencyFrame } from '../agency/frame.tsx';
import { deskEventPath, deskEventsPath } from '../events/paths.ts';
import { annualPlanWords } from '../i18n/annual-plan.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Block, EmptyState, Figure, PageHeading, Trail } from '../layout/parts.tsx';
import { plainText } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { planName, rupiah } from './parts.tsx';
import {
  itemLearningPath,
  itemMark,
  learnersPath,
  type PlanAt,
  planPath,
  plansPath,
  realisationPath,
} from './paths.ts';
import type { AmountsView, HeldView, RealisedItemView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly at: PlanAt;
  readonly row: RealisedItemView;
  readonly events: readonly (readonly [string, string])[];
  /** What was refused; `values.act` says of which form. */
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}

/** What is held for an item, with what came of it and what it has cost. */
export function ItemLearningPage(props: Props) {
  const { ui, at, row, notice } = props;
  const words = annualPlanWords[ui.locale];
  const links = [
    [plansPath, words.title],
    [planPath(at), planName(ui, at)],
    [realisationPath(at), words.realisation],
  ] as const;
  return (
    <AgencyFrame current={plansPath} ui={ui} title={row.title} notice={notice}>
      <PageHeading
        title={row.title}
        trail={<Trail ui={ui} links={links} />}
        actions={
          <a class="btn btn-primary" href={`${deskEventsPath}/new?item=${itemMark(at, row.itemId)}`}>
            {words.makeEvent}
          </a>
        }
      />
      <Figures ui={ui} title={words.planned} amounts={row.planned} />
      <Figures ui={ui} title={words.realised} amounts={row.realised} />
      <Block id="held" title={words.openLearning}>
        {row.held.length === 0 ? (
          <EmptyState icon="list" title={words.noneHeld} text={words.noneHeldText} />
        ) : (
          <ul class="grid gap-3">
            {row.held.map((held, index) => (
              <li class="panel p-4">
                <Held {...props} held={held} index={index} />
              </li>
            ))}
          </ul>
        )}
      </Block>
      <LinkForm {...props} />
    </AgencyFrame>
  );
}

function Figures(props: { readonly ui: Ui; readonly title: string; readonly amounts: AmountsView }) {
  const { ui, title, amounts } = props;
  const words = annualPlanWords[ui.locale];
  return (
    <>
      <h2 class="mb-2 text-lg font-semibold">{title}</h2>
      <dl class="mb-6 grid grid-cols-2 gap-3 sm:grid-cols-3">
        <Figure label={words.people} value={ui.format.number(amounts.people)} note={words.peopleNote} />
        <Figure label={words.jpTotal} value={ui.format.jp(amounts.jp)} />
        <Figure label={words.cost} value={rupiah(ui, amounts.cost)} />
      </dl>
    </>
  );
}

const blank: FormState = { values: {}, errors: {} };

function Held(props: Props & { readonly held: HeldView; readonly index: number }) {
  const { ui, at, row, form, held } = props;
  const words = annualPlanWords[ui.locale];
  const isElsewhere = held.kind === 'elsewhere';
  const title = isElsewhere ? words.elsewhere : held.title ? plainText(ui, held.title) : words.gone;
  const people = learnersPath(at.year, held);
  const [, peopleLabel, jpLabel, costLabel] = words.heldColumns;
  const isOwn = form.values.act === 'spent' && form.values.learningId === held.learningId;
  const href =
    held.kind === 'event'
      ? deskEventPath(held.learningId)
      : `/courses/${encodeURIComponent(held.learningId)}`;
  return (
    <>
      <p class="quiet text-xs">{words.kinds[held.kind]}</p>
      {isElsewhere ? (
        <p class="font-medium">{title}</p>
      ) : (
        <a class="text-link inline-flex min-h-8 items-center font-medium" href={href}>
          {title}
        </a>
      )}
      <dl class="my-2 flex flex-wrap gap-x-8 gap-y-1">
        <Counted label={peopleLabel} href={people} text={ui.format.number(held.people)} name={title} />
        <Counted label={jpLabel} href={people} text={ui.format.jp(held.jp)} name={title} />
        <Counted label={costLabel} text={rupiah(ui, held.cost)} name={title} />
      </dl>
      {held.booked !== undefined && <p class="quiet text-sm">{words.bookedNote(rupiah(ui, held.booked))}</p>}
      {isElsewhere ? (
        <p class="quiet text-sm">{words.elsewhereNote}</p>
      ) : (
        <div class="flex flex-wrap items-end gap-3">
          {held.booked === undefined && <SpentForm {...props} own={isOwn ? form : spentForm(held)} />}
          <form method="post" action={itemLearningPath(at, row.itemId)} class="mb-4">
            <Hidden act="unlink" held={held} />
            <button type="submit" class="btn btn-ghost" aria-label={`${words.unlink}: ${title}`}>
              {words.unlink}
            </button>
          </form>
        </div>
      )}
    </>
  );
}

const spentForm = ({ spent }: HeldView): FormState => ({
  ...blank,
  values: spent === undefined ? {} : { spent: String(spent) },
});

function Hidden({ act, held }: { readonly act: string; readonly held: HeldView }) {
  return (
    <>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="kind" value={held.kind} />
      <input type="hidden" name="learningId" value={held.learningId} />
    </>
  );
}

function Counted(props: {
  readonly label: string | undefined;
  readonly text: string;
  readonly name: string;
  readonly href?: string;
}) {
  const { label = '', text, name, href } = props;
  return (
    <div>
      <dt class="quiet text-sm">{label}</dt>
      <dd class="tabular-nums">
        {href === undefined ? (
          text
        ) : (
          <a
            class="text-link inline-flex min-h-8 items-center"
            href={href}
            aria-label={`${text}: ${label}, ${name}`}
          >
            {text}
          </a>
        )}
      </dd>
    </div>
  );
}

/** Each has an id of its own: the field is the same in several forms of the page. */
function SpentForm(
  props: Props & { readonly held: HeldView; readonly index: number; readonly own: FormState },
) {
  const { ui, at, row, held, index, own } = props;
  const words = annualPlanWords[ui.locale];
  const id = `spent-${index}`;
  const error = own.errors.spent ?? own.failure;
  return (
    <form
      method="post"
      action={itemLearningPath(at, row.itemId)}
      class="mb-4 flex flex-wrap items-end gap-3"
      id={`form-${id}`}
    >
      <Hidden act="spent" held={held} />
      <div>
        <label for={id} class="mb-1 block font-medium">
          {words.spent}
        </label>
        <input
          id={id}
          name="spent"
          inputmode="numeric"
          autocomplete="off"
          maxlength={17}
          value={own.values.spent ?? ''}
          class={`input ${error ? 'input-error' : ''}`}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={`hint-${id}${error ? ` error-${id}` : ''}`}
        />
        <p id={`hint-${id}`} class="quiet mt-1 text-sm">
          {words.spentHint}
        </p>
        {error && (
          <p id={`error-${id}`} class="mt-1 text-sm font-medium text-error" role="alert">
            {error}
          </p>
        )}
      </div>
      <button type="submit" class="btn">
        {words.saveSpent}
      </button>
    </form>
  );
}

function LinkForm({ ui, at, row, events, form }: Props) {
  const words = annualPlanWords[ui.locale];
  const own = form.values.act === 'link' ? form : blank;
  const field = { ui, form: own };
  return (
    <form method="post" action={itemLearningPath(at, row.itemId)} class="panel max-w-2xl p-5">
      <h2 class="mb-3 text-lg font-semibold">{words.linkTitle}</h2>
      <FormProblem ui={ui} form={own} />
      <input type="hidden" name="act" value="link" />
      {events.length > 0 && (
        <SelectField
          {...field}
          name="event"
          label={words.linkEvent}
          options={[['', words.noneChosen], ...events]}
        />
      )}
      <TextField
        {...field}
        name="course"
        label={words.linkCourse}
        hint={words.linkCourseHint}
        maxlength={300}
      />
      <button type="submit" class="btn">
        {words.linkAct}
      </button>
    </form>
  );
}
