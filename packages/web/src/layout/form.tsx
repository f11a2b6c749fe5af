import type { Child } from 'hono/jsx';
import type { Ui } from '../ui.ts';
import { Notice } from './notice.tsx';

/** What was typed and what is wrong with it, by field name. */
export interface FormState {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  /** Refusal that belongs to no single field. */
  readonly failure?: string;
}

export const emptyForm: FormState = { values: {}, errors: {} };

export interface FieldProps {
  readonly ui: Ui;
  readonly form: FormState;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
}

/** Label, control, hint and error, tied together for screen readers. */
export function TextField(
  props: FieldProps & {
    readonly type?: 'text' | 'email' | 'search' | 'password' | 'date' | 'time' | 'datetime-local';
    readonly inputmode?: 'decimal' | 'numeric';
    readonly maxlength: number;
    readonly lang?: string;
    readonly multiline?: boolean;
    /** Of several lines. @default 4 */
    readonly rows?: number;
    /** Id of what the browser may suggest. */
    readonly list?: string;
    readonly autocomplete?: string;
  },
) {
  const { form, name } = props;
  const error = form.errors[name];
  const shared = {
    id: `field-${name}`,
    name,
    required: props.required,
    maxlength: props.maxlength,
    lang: props.lang,
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-describedby': describedBy(props),
  };
  return (
    <FieldFrame {...props}>
      {props.multiline ? (
        <textarea
          {...shared}
          rows={props.rows ?? 4}
          class={`textarea w-full ${error ? 'textarea-error' : ''}`}
        >
          {form.values[name] ?? ''}
        </textarea>
      ) : (
        <input
          {...shared}
          type={props.type ?? 'text'}
          inputmode={props.inputmode}
          autocomplete={props.autocomplete ?? 'off'}
          list={props.list}
          value={form.values[name] ?? ''}
          class={`input w-full ${error ? 'input-error' : ''}`}
        />
      )}
    </FieldFrame>
  );
}

export function SelectField(
  props: FieldProps & { readonly options: readonly (readonly [string, string])[] },
) {
  const { form, name } = props;
  return (
    <FieldFrame {...props}>
      <select
        id={`field-${name}`}
        name={name}
        class={`select w-full appearance-none ${form.errors[name] ? 'select-error' : ''}`}
        aria-invalid={form.errors[name] ? 'true' : undefined}
        aria-describedby={describedBy(props)}
      >
        {props.options.map(([value, label]) => (
          <option value={value} selected={value === (form.values[name] ?? '')}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** Several boxes with one name; the values chosen are kept joined by spaces. */
export function CheckboxGroup(
  props: FieldProps & { readonly options: readonly (readonly [string, Child])[] },
) {
  const { form, name } = props;
  const chosen = (form.values[name] ?? '').split(' ');
  const error = form.errors[name];
  return (
    <fieldset class="mb-4" aria-describedby={describedBy(props)}>
      <legend class="mb-1 font-medium">{props.label}</legend>
      {props.options.map(([value, label]) => (
        <label class="flex min-h-9 items-center gap-3 py-1">
          <input
            type="checkbox"
            name={name}
            value={value}
            checked={chosen.includes(value)}
            class="checkbox checkbox-primary"
          />
          <span>{label}</span>
        </label>
      ))}
      <FieldNotes {...props} error={error} />
    </fieldset>
  );
}

function FieldFrame(props: FieldProps & { readonly children?: Child }) {
  return (
    <div class="mb-4">
      <label for={`field-${props.name}`} class="mb-1 block font-medium">
        {props.label}
        {!props.required && <span class="quiet text-sm font-normal"> ({props.ui.t.shell.optional})</span>}
      </label>
      {props.children}
      <FieldNotes {...props} error={props.form.errors[props.name]} />
    </div>
  );
}

function FieldNotes(props: FieldProps & { readonly error: string | undefined }) {
  return (
    <>
      {props.hint && (
        <p id={`hint-${props.name}`} class="quiet mt-1 text-sm">
          {props.hint}
        </p>
      )}
      {props.error && (
        <p id={`error-${props.name}`} class="mt-1 text-sm font-medium text-error">
          {props.error}
        </p>
      )}
    </>
  );
}

function describedBy(props: FieldProps): string | undefined {
  const ids = [
    ...(props.hint ? [`hint-${props.name}`] : []),
    ...(props.form.errors[props.name] ? [`error-${props.name}`] : []),
  ];
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** Stands above a form that came back, and is gone to: forms may begin far below the fold. */
export function FormProblem(props: { readonly ui: Ui; readonly form: FormState }) {
  const { form, ui } = props;
  const wrong = Object.keys(form.errors);
  if (wrong.length === 0 && !form.failure) return null;
  return (
    <div class="mb-4 scroll-mt-4 outline-none" tabindex={-1} autofocus>
      <Notice tone="error" live>
        <p class="font-medium">{form.failure ?? ui.t.shell.formHasErrors}</p>
        {wrong.length > 0 && (
          <ul class="mt-1 list-disc ps-5">
            {wrong.map((name) => (
              <li>
                <a class="text-link" href={`#field-${name}`}>
                  {form.errors[name]}
                </a>
              </li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  );
}

/** A question before something that is hard to take back. */
export function Confirmation(props: {
  readonly ui: Ui;
  readonly title: Child;
  readonly text: Child;
  readonly action: string;
  readonly confirm: string;
  readonly dismiss?: string;
  readonly back: string;
  readonly danger?: boolean;
  readonly failure?: string | undefined;
  /** What the answer is about, sent along unseen. */
  readonly fields?: readonly (readonly [name: string, value: string])[];
}) {
  return (
    <div class="panel mx-auto max-w-xl p-6">
      <h1 class="text-xl font-bold md:text-2xl">{props.title}</h1>
      <p class="mt-3">{props.text}</p>
      {props.failure && (
        <div class="mt-4">
          <Notice tone="error" live>
            {props.failure}
          </Notice>
        </div>
      )}
      <form method="post" action={props.action} class="mt-6 flex flex-wrap gap-3">
        {props.fields?.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button type="submit" class={`btn ${props.danger ? 'btn-error' : 'btn-primary'}`}>
          {props.confirm}
        </button>
        <a href={props.back} class="btn btn-ghost">
          {props.dismiss ?? props.ui.t.shell.cancel}
        </a>
      </form>
    </div>
  );
}
