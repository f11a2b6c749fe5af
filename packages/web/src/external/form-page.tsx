import { ledgerPath } from '../credit/paths.ts';
import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { FileField } from './file-field.tsx';
import { externalHref, externalPath } from './paths.ts';
import type { ExternalView, FormView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly forms: readonly FormView[];
  readonly form: FormState;
  /** Of the reader's own, saying the same. */
  readonly duplicateOf?: string;
  /** A course here has brought these JP by itself. */
  readonly counted?: { readonly year: number };
  /** Absent: a new one. */
  readonly view?: ExternalView;
}

function Counted({ ui, counted }: Pick<Props, 'ui'> & { readonly counted: { readonly year: number } }) {
  const words = ui.t.external;
  return (
    <div class="mb-5">
      <Notice tone="error" live>
        {words.counted}{' '}
        <a class="text-link" href={`${ledgerPath}?year=${counted.year}`}>
          {words.openCounted}
        </a>
      </Notice>
    </div>
  );
}

/** One form for what was attended and what is planned; it works without script. */
export function FormPage(props: Props) {
  const { ui, form, view, duplicateOf, counted } = props;
  const words = ui.t.external;
  const isPlan = view ? view.way === 'planned' : form.values.way === 'planned';
  const title = view ? words.changeTitle : isPlan ? words.planTitle : words.addTitle;
  const back = view
    ? ([externalHref(view.learningId), view.title] as const)
    : ([externalPath, words.title] as const);
  return (
    <Shell ui={ui} title={title} section="records">
      <PageHeading
        title={title}
        lead={isPlan ? words.planLead : words.addLead}
        trail={<Trail ui={ui} links={[back]} />}
      />
      {duplicateOf !== undefined && (
        <div class="mb-5">
          <Notice tone="error" live>
            {words.duplicate}{' '}
            <a class="text-link" href={externalHref(duplicateOf)}>
              {words.openDuplicate}
            </a>
          </Notice>
        </div>
      )}
      {counted && <Counted ui={ui} counted={counted} />}
      <form
        method="post"
        action={view ? `${externalHref(view.learningId)}/edit` : externalPath}
        {...(!view && { enctype: 'multipart/form-data' })}
        class="panel max-w-2xl p-5"
      >
        <FormProblem ui={ui} form={form} />
        <Event {...props} />
        <Amount {...props} />
        <Papers {...props} isPlan={isPlan} />
        {view ? (
          <input type="hidden" name="rev" value={String(view.rev)} />
        ) : (
          <input type="hidden" name="way" value={isPlan ? 'planned' : 'attended'} />
        )}
        {!view && !isPlan && <AskedByForm {...props} />}
        {!view && !isPlan && <FileField ui={ui} form={form} />}
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
        <p class="quiet mt-2 text-sm">{words.saveHint}</p>
      </form>
    </Shell>
  );
}

function Event({ ui, forms, form, view }: Props) {
  const { fields, hints, units, places, chooseForm } = ui.t.external;
  if (view?.editable === 'report') return <Approved ui={ui} form={form} />;
  return (
    <>
      <SelectField
        {...{ ui, form, name: 'form', label: fields.form, hint: hints.form, required: true }}
        options={[
          ['', chooseForm],
          ...forms.map(
            (one) =>
              [one.code, one.unit ? `${one[ui.locale]} (${units[one.unit]})` : one[ui.locale]] as const,
          ),
        ]}
      />
      <TextField {...{ ui, form, name: 'title', label: fields.title, required: true, maxlength: 300 }} />
      <TextField
        {...{ ui, form, name: 'organiser', label: fields.organiser, required: true, maxlength: 200 }}
      />
      <SelectField
        {...{ ui, form, name: 'place', label: fields.place, required: true }}
        options={[
          ['national', places.national],
          ['abroad', places.abroad],
        ]}
      />
    </>
  );
}

/** Before a form is chosen nobody knows which it will be: all of them, to open. */
function AskedByForm({ ui, forms }: Pick<Props, 'ui' | 'forms'>) {
  const words = ui.t.external;
  return (
    <details class="mb-4 text-sm">
      <summary class="text-link inline-flex min-h-8 cursor-pointer items-center">{words.askedByForm}</summary>
      <dl class="mt-2 grid gap-2">
        {forms.map(
          ({ asked, ...form }) =>
            asked && (
              <div>
                <dt class="font-medium">{form[ui.locale]}</dt>
                <dd class="quiet">{asked.map((proof) => words.proofs[proof]).join('; ')}</dd>
              </div>
            ),
        )}
      </dl>
    </details>
  );
}

/** What was approved is sent along, and cannot be changed by it. */
function Approved({ ui, form }: Pick<Props, 'ui' | 'form'>) {
  return (
    <>
      <p class="quiet mb-4">{ui.t.external.approvedStays}</p>
      {(['form', 'title', 'organiser', 'place'] as const).map((name) => (
        <input type="hidden" name={name} value={form.values[name] ?? ''} />
      ))}
    </>
  );
}

function Amount({ ui, form }: Props) {
  const { fields, hints } = ui.t.external;
  return (
    <>
      <div class="grid gap-x-4 sm:grid-cols-2">
        <TextField
          {...{ ui, form, name: 'startsOn', label: fields.startsOn, required: true, maxlength: 10 }}
          type="date"
        />
        <TextField
          {...{ ui, form, name: 'endsOn', label: fields.endsOn, required: true, maxlength: 10 }}
          type="date"
        />
      </div>
      <div class="grid gap-x-4 sm:grid-cols-2">
        <TextField
          {...{ ui, form, name: 'count', label: fields.count, hint: hints.count, maxlength: 3 }}
          inputmode="numeric"
        />
        <TextField
          {...{ ui, form, name: 'stated', label: fields.stated, hint: hints.stated, maxlength: 10 }}
          inputmode="decimal"
        />
      </div>
    </>
  );
}

function Papers({ ui, form, isPlan, view }: Props & { readonly isPlan: boolean }) {
  const { fields, hints } = ui.t.external;
  const hasLetter = view ? view.writesLetter : !isPlan;
  return (
    <>
      <TextField
        {...{ ui, form, name: 'certificateNumber', label: fields.certificateNumber, maxlength: 100 }}
        hint={hints.certificateNumber}
      />
      <TextField
        {...{ ui, form, name: 'certificateIssuer', label: fields.certificateIssuer, maxlength: 200 }}
        hint={hints.certificateIssuer}
      />
      <TextField
        {...{ ui, form, name: 'certificateDate', label: fields.certificateDate, maxlength: 10 }}
        type="date"
      />
      {hasLetter ? (
        <div class="grid gap-x-4 sm:grid-cols-2">
          <TextField {...{ ui, form, name: 'letterNumber', label: fields.letterNumber, maxlength: 100 }} />
          <TextField
            {...{ ui, form, name: 'letterDate', label: fields.letterDate, maxlength: 10 }}
            type="date"
          />
        </div>
      ) : (
        (['letterNumber', 'letterDate'] as const).map((name) => (
          <input type="hidden" name={name} value={form.values[name] ?? ''} />
        ))
      )}
      <TextField
        {...{ ui, form, name: 'notes', label: fields.notes, hint: hints.notes, maxlength: 1000 }}
        multiline
        rows={3}
      />
    </>
  );
}
