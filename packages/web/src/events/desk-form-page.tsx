import type { Child } from 'hono/jsx';
import { annualPlanWords } from '../i18n/annual-plan.ts';
import { eventWords } from '../i18n/events.ts';
import { CheckboxGroup, FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import type { EventChoices } from './desk-ports.ts';
import { mostLinkRows, mostSessionRows, mostSpeakerRows } from './event-form.ts';
import { DeskFrame, type DeskPlace, eventAt } from './place.tsx';
import { eventModeNames } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly place: DeskPlace;
  readonly form: FormState;
  readonly choices: EventChoices;
  /** Title of the item of an annual plan that a new one is held for. */
  readonly forItem?: string | undefined;
  /** Absent: a new one. */
  readonly event?: { readonly eventId: string; readonly title: string };
}

const zones = [
  ...['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'Asia/Singapore', 'Asia/Tokyo'],
  ...['Australia/Sydney', 'Europe/Amsterdam', 'Europe/London', 'America/New_York'],
];

/** Everything that an event says, in one form that needs no script. */
export function EventFormPage(props: Props) {
  const { ui, place, event, form } = props;
  const words = eventWords[ui.locale];
  const title = event ? words.change : words.add;
  const back = event ? ([[eventAt(place, event.eventId), event.title]] as const) : [];
  return (
    <DeskFrame ui={ui} place={place} title={title}>
      <PageHeading title={title} trail={<Trail ui={ui} links={[[place.path, words.desk], ...back]} />} />
      <form
        method="post"
        action={event ? `${eventAt(place, event.eventId)}/change` : `${place.path}/new`}
        class="max-w-3xl"
      >
        <FormProblem ui={ui} form={form} />
        {props.forItem !== undefined && (
          <>
            <p class="panel mb-5 px-4 py-3">{annualPlanWords[ui.locale].forItem(props.forItem)}</p>
            <input type="hidden" name="item" value={form.values.item ?? ''} />
          </>
        )}
        {event && <input type="hidden" name="rev" value={form.values.rev ?? '0'} />}
        <What {...props} />
        <Sessions {...props} />
        <Speakers {...props} />
        <Registration {...props} />
        <Materials {...props} />
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
    </DeskFrame>
  );
}

function Group({ title, children }: { readonly title: string; readonly children?: Child }) {
  return (
    <fieldset class="panel mb-6 p-5">
      <legend class="px-1 text-lg font-semibold">{title}</legend>
      {children}
    </fieldset>
  );
}

function What({ ui, form, choices }: Props) {
  const words = eventWords[ui.locale];
  const { fields, hints } = words;
  const field = { ui, form };
  return (
    <Group title={words.groups.what}>
      <TextField {...field} name="title" label={fields.title} required maxlength={160} />
      <TextField {...field} name="about" label={fields.about} maxlength={4000} multiline />
      <SelectField
        {...field}
        name="form"
        label={fields.form}
        hint={hints.form}
        required
        options={choices.forms.map(([code, name]) => [code, name[ui.locale] ?? code])}
      />
      <TextField
        {...field}
        name="stated"
        label={fields.stated}
        hint={hints.stated}
        inputmode="decimal"
        maxlength={8}
      />
      <SelectField
        {...field}
        name="mode"
        label={fields.mode}
        required
        options={eventModeNames.map((mode) => [mode, words.mode[mode]])}
      />
      <SelectField
        {...field}
        name="abroad"
        label={fields.abroad}
        required
        options={[
          ['no', words.no],
          ['yes', words.yes],
        ]}
      />
      <TextField
        {...field}
        name="zone"
        label={fields.zone}
        hint={hints.zone}
        required
        maxlength={64}
        list="zones"
      />
      <datalist id="zones">
        {zones.map((zone) => (
          <option value={zone} />
        ))}
      </datalist>
    </Group>
  );
}

/** Rows that something stands in, and some blank ones. */
function shownRows(
  form: FormState,
  prefix: string,
  limits: { readonly most: number; readonly blank: number },
): readonly number[] {
  const used = Array.from({ length: limits.most }, (_, n) => n).filter((n) =>
    Object.entries(form.values).some(
      ([name, value]) => value !== '' && new RegExp(`^${prefix}${n}[a-z]`).test(name),
    ),
  );
  const shown = Math.min((used.at(-1) ?? -1) + 1 + limits.blank, limits.most);
  return Array.from({ length: shown }, (_, n) => n);
}

function Sessions({ ui, form }: Props) {
  const words = eventWords[ui.locale];
  const { fields } = words;
  const field = { ui, form };
  return (
    <Group title={words.groups.sessions}>
      <p id="field-sessions" class={form.errors.sessions ? 'mb-4 font-medium text-error' : 'quiet mb-4'}>
        {form.errors.sessions ?? words.hints.sessions}
      </p>
      {shownRows(form, 's', { most: mostSessionRows, blank: 2 }).map((n) => (
        <fieldset class="mb-5 border-b border-base-300 pb-3">
          <legend class="mb-2 font-semibold">{words.session(n + 1)}</legend>
          {form.values[`s${n}id`] && <input type="hidden" name={`s${n}id`} value={form.values[`s${n}id`]} />}
          <div class="grid gap-x-4 sm:grid-cols-3">
            <TextField {...field} name={`s${n}date`} type="date" label={fields.date} maxlength={10} />
            <TextField {...field} name={`s${n}from`} type="time" label={fields.from} maxlength={5} />
            <TextField {...field} name={`s${n}until`} type="time" label={fields.until} maxlength={5} />
          </div>
          <div class="grid gap-x-4 sm:grid-cols-2">
            <TextField {...field} name={`s${n}title`} label={fields.sessionTitle} maxlength={160} />
            <TextField {...field} name={`s${n}place`} label={fields.place} maxlength={200} />
          </div>
          <TextField {...field} name={`s${n}link`} label={fields.link} maxlength={500} />
        </fieldset>
      ))}
    </Group>
  );
}

function Speakers({ ui, place, form }: Props) {
  const words = eventWords[ui.locale];
  const { fields } = words;
  const field = { ui, form };
  return (
    <Group title={words.groups.speakers}>
      {shownRows(form, 'p', { most: mostSpeakerRows, blank: 1 }).map((n) => (
        <fieldset class="mb-5 border-b border-base-300 pb-3">
          <legend class="mb-2 font-semibold">{`${words.speakers} ${n + 1}`}</legend>
          <div class="grid gap-x-4 sm:grid-cols-2">
            <TextField {...field} name={`p${n}name`} label={fields.speaker} maxlength={120} />
            <TextField {...field} name={`p${n}post`} label={fields.post} maxlength={160} />
          </div>
          {place.section === 'agency' && (
            <TextField
              {...field}
              name={`p${n}email`}
              type="email"
              label={fields.speakerEmail}
              hint={words.hints.speakerEmail}
              maxlength={254}
            />
          )}
          <TextField {...field} name={`p${n}bio`} label={fields.bio} maxlength={1000} multiline rows={2} />
        </fieldset>
      ))}
    </Group>
  );
}

function Registration({ ui, place, form, choices }: Props) {
  const words = eventWords[ui.locale];
  const { fields, hints } = words;
  const field = { ui, form };
  return (
    <Group title={words.groups.registration}>
      <TextField
        {...field}
        name="capacity"
        label={fields.capacity}
        inputmode="numeric"
        required
        maxlength={4}
      />
      <TextField
        {...field}
        name="price"
        label={fields.price}
        hint={hints.price}
        inputmode="numeric"
        maxlength={13}
      />
      <div class="grid gap-x-4 sm:grid-cols-2">
        <TextField
          {...field}
          name="opensAt"
          type="datetime-local"
          label={fields.opensAt}
          required
          maxlength={16}
        />
        <TextField
          {...field}
          name="closesAt"
          type="datetime-local"
          label={fields.closesAt}
          required
          maxlength={16}
        />
      </div>
      <SelectField
        {...field}
        name="audience"
        label={fields.audience}
        required
        options={place.audiences.map((audience) => [audience, words.audience[audience]])}
      />
      {place.audiences.includes('units') && choices.units.length > 0 && (
        <details class="mb-4" open={form.values.audience === 'units'}>
          <summary class="text-link inline-flex min-h-9 items-center">{words.audience.units}</summary>
          <CheckboxGroup {...field} name="unitIds" label={fields.unitIds} options={choices.units} />
        </details>
      )}
      <SelectField
        {...field}
        name="approval"
        label={fields.approval}
        required
        options={[
          ['none', words.approvalNone],
          ['supervisor', words.approvalNeeded],
        ]}
      />
      <TextField
        {...field}
        name="confirmHours"
        label={fields.confirmHours}
        hint={hints.confirmHours}
        inputmode="numeric"
        required
        maxlength={3}
      />
    </Group>
  );
}

function Materials({ ui, form }: Props) {
  const words = eventWords[ui.locale];
  const { fields, hints } = words;
  const field = { ui, form };
  return (
    <Group title={words.groups.materials}>
      {shownRows(form, 'l', { most: mostLinkRows, blank: 2 }).map((n) => (
        <fieldset class="grid gap-x-4 sm:grid-cols-2">
          <legend class="mb-2 font-semibold">{`${words.materials} ${n + 1}`}</legend>
          <TextField {...field} name={`l${n}title`} label={fields.linkTitle} maxlength={120} />
          <TextField {...field} name={`l${n}url`} label={fields.url} hint={hints.url} maxlength={500} />
        </fieldset>
      ))}
      <TextField {...field} name="evaluation" label={fields.evaluation} hint={hints.url} maxlength={500} />
    </Group>
  );
}
