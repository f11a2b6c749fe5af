import { competencyWords } from '../i18n/competency.ts';
import { followUpWords } from '../i18n/competency-follow-up.ts';
import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import { Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { CourseField } from './course-field.tsx';
import { CompetencyFrame } from './frame.tsx';
import { CourseSearch, ItemCourse } from './item-course.tsx';
import { formalMethodNames, formNames, heldLevelValues, levelValues } from './names.ts';
import { dayText, levelText, nameText } from './parts.tsx';
import { ownPath, personPath } from './paths.ts';
import { currentOf, trailOf } from './person-page.tsx';
import type { ItemView, PersonView } from './person-ports.ts';
import { itemTones } from './plan-block.tsx';

interface Props {
  readonly ui: Ui;
  readonly view: PersonView;
  readonly form: FormState;
}

const backTo = (ui: Ui, view: PersonView) =>
  [
    ...trailOf(ui, view),
    [
      personPath(view.desk, view.personId),
      view.desk === 'own' ? competencyWords[ui.locale].title : view.name,
    ] as const,
  ] as const;

/** Those of the standard first, since they are what is asked. */
function competencyOptions(ui: Ui, view: PersonView): readonly (readonly [string, string])[] {
  const asked = new Set(view.rows.map(({ competency }) => competency.competencyId));
  const all = [
    ...view.rows.map(({ competency }) => competency),
    ...view.dictionary.filter(({ competencyId }) => !asked.has(competencyId)),
  ];
  return [
    ['', competencyWords[ui.locale].choose],
    ...all.map((one) => [one.competencyId, nameText(ui, one.name)] as const),
  ];
}

const levelOptions = (ui: Ui, values: readonly string[]): readonly (readonly [string, string])[] => [
  ['', competencyWords[ui.locale].choose],
  ...values.map((value) => [value, levelText(ui, Number(value))] as const),
];

/** A person's own word about one competency. */
export function WordPage({ ui, view, form }: Props) {
  const words = competencyWords[ui.locale];
  const field = { ui, form };
  const row = view.rows.find(({ competency }) => competency.competencyId === form.values.competencyId);
  return (
    <CompetencyFrame ui={ui} desk="own" title={words.ownTitle} current={ownPath}>
      <PageHeading
        title={row ? nameText(ui, row.competency.name) : words.ownTitle}
        lead={words.ownLead}
        trail={<Trail ui={ui} links={backTo(ui, view)} />}
      />
      <form method="post" action={`${ownPath}/word`} class="panel max-w-2xl p-5">
        <FormProblem ui={ui} form={form} />
        {row ? (
          <input type="hidden" name="competencyId" value={row.competency.competencyId} />
        ) : (
          <SelectField
            {...field}
            name="competencyId"
            label={words.competency}
            required
            options={competencyOptions(ui, view)}
          />
        )}
        {row && row.competency.levels.length > 0 && (
          <ol class="mb-4 list-decimal ps-5 text-sm">
            {row.competency.levels.map((level) => (
              <li>
                <Text ui={ui} map={level} />
              </li>
            ))}
          </ol>
        )}
        <SelectField
          {...field}
          name="level"
          label={words.ownLevel}
          options={[
            ['', words.ownForget],
            ...heldLevelValues.map((value) => [value, levelText(ui, Number(value))] as const),
          ]}
        />
        <TextField {...field} name="note" label={words.ownNote} maxlength={1_000} multiline />
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
    </CompetencyFrame>
  );
}

/** What level somebody was found to hold. */
export function AssessPage({ ui, view, form }: Props) {
  const words = competencyWords[ui.locale];
  const field = { ui, form };
  const isSupervisor = view.desk === 'team';
  return (
    <CompetencyFrame ui={ui} desk={view.desk} title={words.assess} current={currentOf(view)}>
      <PageHeading
        title={words.assess}
        lead={words.assessLead}
        trail={<Trail ui={ui} links={backTo(ui, view)} />}
      />
      <form
        method="post"
        action={`${personPath(view.desk, view.personId)}/assess`}
        class="panel max-w-2xl p-5"
      >
        <FormProblem ui={ui} form={form} />
        <SelectField
          {...field}
          name="competencyId"
          label={words.competency}
          required
          options={competencyOptions(ui, view)}
        />
        <SelectField
          {...field}
          name="method"
          label={words.methodLabel}
          required
          options={(isSupervisor ? (['supervisor'] as const) : formalMethodNames).map(
            (name) => [name, words.method[name]] as const,
          )}
        />
        <SelectField
          {...field}
          name="level"
          label={words.levelLabel}
          required
          options={levelOptions(ui, heldLevelValues)}
        />
        <TextField
          {...field}
          name="assessedOn"
          type="date"
          label={words.assessedOnLabel}
          required
          maxlength={10}
        />
        <TextField {...field} name="validTo" type="date" label={words.validToLabel} maxlength={10} />
        <TextField {...field} name="assessor" label={words.assessor} maxlength={160} />
        <TextField {...field} name="note" label={words.advice} maxlength={1_000} multiline />
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
    </CompetencyFrame>
  );
}

/** One item of a plan: its words, what can be done to it, and its steps. `item` absent: a new one. */
export function ItemPage(props: Props & { readonly item?: ItemView | undefined }) {
  const { ui, view, item } = props;
  const words = competencyWords[ui.locale];
  const mayWrite = item ? item.mayChange : view.mayPlan;
  const title = item ? item.title : words.planNew;
  return (
    <CompetencyFrame ui={ui} desk={view.desk} title={title} current={currentOf(view)}>
      <PageHeading
        title={title}
        lead={item ? undefined : words.planLead}
        trail={<Trail ui={ui} links={backTo(ui, view)} />}
      />
      {item && <ItemFacts ui={ui} item={item} />}
      {item?.course && <ItemCourse ui={ui} view={view} item={item} course={item.course} />}
      {item && <CourseSearch ui={ui} item={item} />}
      {item && item.moves.length > 0 && <Moves {...props} item={item} />}
      {mayWrite && <ItemForm {...props} />}
      {item && <Steps ui={ui} item={item} />}
    </CompetencyFrame>
  );
}

function ItemFacts({ ui, item }: { readonly ui: Ui; readonly item: ItemView }) {
  const words = competencyWords[ui.locale];
  return (
    <div class="panel mb-5 max-w-2xl p-5">
      <p>
        <span class={itemTones[item.state]}>{words.itemState[item.state]}</span>{' '}
        {item.waits && <span class="tag tag-error">{words.waits}</span>}{' '}
        {item.isOverdue && <span class="tag tag-error">{followUpWords[ui.locale].overdue}</span>}
      </p>
      <p class="mt-2">
        <Text ui={ui} map={item.competency} /> · {words.form[item.form]} · {words.targetLevel.toLowerCase()}{' '}
        {ui.format.number(item.targetLevel)}
      </p>
      <p>
        {words.dueOn}: {dayText(ui, item.dueOn)}
      </p>
      {item.evidence !== undefined && (
        <p>
          {words.evidence}: {item.evidence}
        </p>
      )}
      {item.commitment !== undefined && (
        <p class="whitespace-pre-line">
          {words.commitment}: {item.commitment}
        </p>
      )}
      {item.gap && (
        <p class="quiet text-sm">
          {words.agreedGap(
            ui.format.number(item.gap.required),
            item.gap.held === undefined ? undefined : ui.format.number(item.gap.held),
          )}
        </p>
      )}
    </div>
  );
}

function Moves({ ui, view, form, item }: Props & { readonly item: ItemView }) {
  const words = competencyWords[ui.locale];
  const own = 'note' in form.values ? form : { values: {}, errors: {} };
  // The course has a next step of its own, which goes first.
  const isSecond = item.state === 'agreed' && item.course !== undefined && item.course.state !== 'closed';
  return (
    <form
      method="post"
      action={`${personPath(view.desk, view.personId)}/plan/${encodeURIComponent(item.itemId)}/move`}
      class="panel mb-5 max-w-2xl p-5"
    >
      <FormProblem ui={ui} form={own} />
      <input type="hidden" name="rev" value={String(item.rev)} />
      <TextField
        ui={ui}
        form={own}
        name="note"
        label={words.note}
        hint={words.noteHint}
        maxlength={500}
        multiline
        rows={2}
      />
      <div class="flex flex-wrap gap-2">
        {item.moves.map((move, index) => (
          <button
            type="submit"
            name="move"
            value={move}
            class={`btn ${index === 0 && !isSecond && move !== 'undo' && move !== 'drop' ? 'btn-primary' : ''}`}
          >
            {words.move[move]}
          </button>
        ))}
      </div>
    </form>
  );
}

function ItemForm({ ui, view, form, item }: Props & { readonly item?: ItemView | undefined }) {
  const words = competencyWords[ui.locale];
  const field = { ui, form };
  return (
    <form
      method="post"
      action={`${personPath(view.desk, view.personId)}/plan/${item ? encodeURIComponent(item.itemId) : 'new'}`}
      class="panel mb-5 max-w-2xl p-5"
    >
      {!('note' in form.values) && <FormProblem ui={ui} form={form} />}
      <input type="hidden" name="rev" value={String(item?.rev ?? 0)} />
      <SelectField
        {...field}
        name="competencyId"
        label={words.competency}
        required
        options={competencyOptions(ui, view)}
      />
      <SelectField
        {...field}
        name="form"
        label={words.formLabel}
        required
        options={formNames.map((name) => [name, words.form[name]] as const)}
      />
      <CourseField ui={ui} view={view} form={form} item={item} />
      <TextField
        {...field}
        name="title"
        label={words.itemTitle}
        hint={words.itemTitleHint}
        required
        maxlength={160}
      />
      <SelectField
        {...field}
        name="targetLevel"
        label={words.targetLevel}
        required
        options={levelOptions(ui, levelValues)}
      />
      <TextField {...field} name="dueOn" type="date" label={words.dueOn} required maxlength={10} />
      <TextField
        {...field}
        name="evidence"
        label={words.evidence}
        hint={words.evidenceHint}
        required
        maxlength={500}
        multiline
      />
      <TextField
        {...field}
        name="commitment"
        label={words.commitment}
        hint={words.commitmentHint}
        required
        maxlength={500}
        multiline
      />
      <button type="submit" class="btn btn-primary">
        {item ? words.change : words.propose}
      </button>
    </form>
  );
}

function Steps({ ui, item }: { readonly ui: Ui; readonly item: ItemView }) {
  const words = competencyWords[ui.locale];
  return (
    <section aria-labelledby="history" class="max-w-2xl">
      <h2 id="history" class="mb-3 text-lg font-semibold">
        {words.history}
      </h2>
      <ol class="panel divide-y divide-base-300">
        {item.steps.toReversed().map((step) => (
          <li class="px-5 py-3">
            <p>
              {words.step[step.move]} · {step.by}
            </p>
            {step.note !== undefined && <p>{step.note}</p>}
            <p class="quiet text-sm">
              <When ui={ui} at={step.at} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
