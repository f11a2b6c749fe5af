import type { Child } from 'hono/jsx';
import { type FieldProps, SelectField, TextField } from '../layout/form.tsx';
import { fieldOfRow, mostRows, type Row, rowsOf } from './form-rows.ts';
import type { QuestionForm } from './ports.ts';

export type SharedProps = Pick<FieldProps, 'ui' | 'form'>;

interface RowProps extends SharedProps {
  readonly row: Row;
  readonly index: number;
}

const texts = { maxlength: 20_000, multiline: true, required: true } as const;
const numbers = { maxlength: 20, inputmode: 'decimal' } as const;

/** The part of the form that each kind has for itself. */
export function KindFields(props: SharedProps & { readonly kind: QuestionForm }) {
  const { kind, ...shared } = props;
  const { questions } = props.ui.t;
  switch (kind) {
    case 'choice':
      return (
        <>
          <SelectField
            {...shared}
            name="multiple"
            label={questions.howMany}
            required
            options={[
              ['one', questions.single],
              ['several', questions.multiple],
            ]}
          />
          <Rows {...shared} fields={ChoiceRow} />
          <Tick {...shared} name="shuffle" label={questions.shuffle} />
        </>
      );
    case 'true-false':
      return <TrueFalse {...shared} />;
    case 'numeric':
      return (
        <>
          <Rows {...shared} fields={NumberRow} />
          <TextField
            {...shared}
            name="unit"
            label={questions.unit}
            hint={questions.unitHint}
            maxlength={40}
          />
        </>
      );
    case 'short-text':
      return (
        <>
          <Rows {...shared} fields={AnswerRow} hint={questions.answerHint} />
          <Tick {...shared} name="caseSensitive" label={questions.caseSensitive} />
        </>
      );
    case 'matching':
      return (
        <>
          <Rows {...shared} fields={PairRow} />
          <TextField
            {...shared}
            name="others"
            label={questions.others}
            hint={questions.othersHint}
            maxlength={20_000}
            multiline
          />
          <Tick {...shared} name="shuffle" label={questions.shuffleTargets} />
        </>
      );
    case 'ordering':
      return <Rows {...shared} fields={ItemRow} hint={questions.orderHint} />;
  }
}

function ChoiceRow({ row, index, ...shared }: RowProps) {
  const { questions } = shared.ui.t;
  const name = (field: string) => fieldOfRow(index, field);
  const own = ['share', 'feedback'].some(
    (field) => (row[field] ?? '') !== '' || shared.form.errors[name(field)],
  );
  return (
    <>
      <TextField {...shared} {...texts} rows={2} name={name('text')} label={questions.option(index + 1)} />
      <Tick {...shared} name={name('right')} label={questions.right} spoken={questions.rightOf(index + 1)} />
      <details class="mb-2" open={own}>
        <summary class="min-h-8 cursor-pointer text-sm">{questions.more}</summary>
        <div class="mt-2 grid gap-x-4 sm:grid-cols-[1fr_9rem]">
          <TextField
            {...shared}
            {...texts}
            required={false}
            rows={2}
            name={name('feedback')}
            label={questions.feedback}
          />
          <TextField
            {...shared}
            {...numbers}
            name={name('share')}
            label={questions.share}
            hint={questions.shareHint}
          />
        </div>
      </details>
      <Kept row={row} index={index} names={['id']} />
    </>
  );
}

function NumberRow({ index, row: _, ...shared }: RowProps) {
  const { questions } = shared.ui.t;
  const name = (field: string) => fieldOfRow(index, field);
  return (
    <div class="grid gap-x-4 sm:grid-cols-3">
      <TextField {...shared} {...numbers} required name={name('value')} label={questions.value(index + 1)} />
      <TextField {...shared} {...numbers} name={name('tolerance')} label={questions.tolerance} />
      <TextField {...shared} {...numbers} name={name('share')} label={questions.share} />
    </div>
  );
}

function AnswerRow({ index, row: _, ...shared }: RowProps) {
  const { questions } = shared.ui.t;
  const name = (field: string) => fieldOfRow(index, field);
  return (
    <div class="grid gap-x-4 sm:grid-cols-[1fr_9rem]">
      <TextField
        {...shared}
        required
        maxlength={1_000}
        name={name('text')}
        label={questions.answer(index + 1)}
      />
      <TextField {...shared} {...numbers} name={name('share')} label={questions.share} />
    </div>
  );
}

function PairRow({ index, row, ...shared }: RowProps) {
  const { questions } = shared.ui.t;
  const name = (field: string) => fieldOfRow(index, field);
  return (
    <div class="grid gap-x-4 sm:grid-cols-2">
      <TextField {...shared} {...texts} rows={2} name={name('source')} label={questions.source(index + 1)} />
      <TextField {...shared} {...texts} rows={2} name={name('target')} label={questions.target(index + 1)} />
      <Kept row={row} index={index} names={['sourceId', 'targetId']} />
    </div>
  );
}

function ItemRow({ index, row, ...shared }: RowProps) {
  const label = shared.ui.t.questions.item(index + 1);
  return (
    <>
      <TextField {...shared} {...texts} rows={2} name={fieldOfRow(index, 'text')} label={label} />
      <Kept row={row} index={index} names={['id']} />
    </>
  );
}

/** Ids, which stay with their row. */
function Kept({
  row,
  index,
  names,
}: {
  readonly row: Row;
  readonly index: number;
  readonly names: readonly string[];
}) {
  return (
    <>
      {names.map((name) =>
        row[name] ? <input type="hidden" name={fieldOfRow(index, name)} value={row[name]} /> : null,
      )}
    </>
  );
}

/** Rows with buttons to add, move and remove them: each sends the form, so that they work without script. */
function Rows(props: SharedProps & { readonly fields: (row: RowProps) => Child; readonly hint?: string }) {
  const { ui, form, fields: Fields } = props;
  const { questions } = ui.t;
  const rows = rowsOf(form.values);
  const error = form.errors.rows;
  const button = (how: 'up' | 'down' | 'remove', index: number, sign: string) => (
    <button
      type="submit"
      name="do"
      value={`${how}-${index}`}
      formaction="#field-rows"
      class={`btn btn-square btn-ghost ${how === 'remove' ? 'text-error' : ''}`}
      aria-label={questions[how](index + 1)}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
  return (
    <div id="field-rows" tabindex={-1} class="mb-4 outline-none">
      {props.hint && <p class="quiet mb-2 text-sm">{props.hint}</p>}
      {error && <p class="mb-2 text-sm font-medium text-error">{error}</p>}
      <ol class="space-y-3">
        {rows.map((row, index) => (
          <li class="rounded-lg border border-base-300 p-3">
            <Fields ui={ui} form={form} row={row} index={index} />
            <div class="flex flex-wrap justify-end gap-1">
              {index > 0 && button('up', index, '↑')}
              {index < rows.length - 1 && button('down', index, '↓')}
              {rows.length > 1 && button('remove', index, '×')}
            </div>
          </li>
        ))}
      </ol>
      {rows.length < mostRows && (
        <button type="submit" name="do" value="add" formaction="#field-rows" class="btn mt-3">
          {questions.addRow}
        </button>
      )}
    </div>
  );
}

function Tick(
  props: SharedProps & { readonly name: string; readonly label: string; readonly spoken?: string },
) {
  const { form, name } = props;
  return (
    <label class="mb-2 flex min-h-9 items-center gap-3 py-1">
      <input
        type="checkbox"
        id={`field-${name}`}
        name={name}
        value="on"
        checked={form.values[name] === 'on'}
        class="checkbox checkbox-primary"
        aria-label={props.spoken}
      />
      <span>{props.label}</span>
    </label>
  );
}

function TrueFalse({ ui, form }: SharedProps) {
  const { questions } = ui.t;
  const { values, errors } = form;
  const shared = { ui, form };
  const word = (is: 'true' | 'false') =>
    is === 'true' ? values.textTrue || questions.trueWord : values.textFalse || questions.falseWord;
  return (
    <>
      <fieldset class="mb-4" id="field-right" tabindex={-1} aria-describedby={errors.right && 'error-right'}>
        <legend class="mb-1 font-medium">{questions.whichRight}</legend>
        {(['true', 'false'] as const).map((is) => (
          <label class="flex min-h-9 items-center gap-3 py-1">
            <input type="radio" name="right" value={is} checked={values.right === is} class="size-5" />
            <span>{word(is)}</span>
          </label>
        ))}
        {errors.right && (
          <p id="error-right" class="mt-1 text-sm font-medium text-error">
            {errors.right}
          </p>
        )}
      </fieldset>
      {(['True', 'False'] as const).map((is) => (
        <>
          <TextField
            {...shared}
            {...texts}
            required={false}
            rows={2}
            name={`feedback${is}`}
            label={`${questions.feedback}: ${word(is === 'True' ? 'true' : 'false')}`}
          />
          {values[`text${is}`] && <input type="hidden" name={`text${is}`} value={values[`text${is}`]} />}
        </>
      ))}
    </>
  );
}
