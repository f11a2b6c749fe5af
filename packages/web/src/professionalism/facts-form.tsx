import { professionalismWords } from '../i18n/professionalism.ts';
import { FormProblem, type FormState, SelectField } from '../layout/form.tsx';
import type { Ui } from '../ui.ts';
import { forgetPath, indexPath } from './paths.ts';
import {
  educationChoices,
  type IndexView,
  postKindChoices,
  predicateChoices,
  sanctionChoices,
} from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly view: IndexView;
  readonly form: FormState;
}

/** What no record of the platform tells. Everything may be left open. */
export function FactsForm(props: Props) {
  const { ui, view } = props;
  const words = professionalismWords[ui.locale];
  return (
    <>
      <p class="mb-3 max-w-[68ch]">{words.editLead}</p>
      <Known ui={ui} view={view} />
      <form method="post" action={indexPath} class="panel max-w-2xl p-5">
        <FormProblem ui={ui} form={props.form} />
        <input type="hidden" name="rev" value={String(view.rev)} />
        <Choices {...props} />
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
      {view.rev > 0 && (
        <form method="post" action={forgetPath} class="mt-3">
          <button type="submit" class="btn btn-ghost">
            {words.forget}
          </button>
          <p class="quiet mt-1 text-sm">{words.forgetNote}</p>
        </form>
      )}
    </>
  );
}

/** What is not asked, since the agency has it on record. */
function Known({ ui, view }: Pick<Props, 'ui' | 'view'>) {
  const words = professionalismWords[ui.locale];
  const { recordedKind: kind, recordedEducation: education } = view;
  return (
    <>
      {kind && <p class="mb-3">{words.postKindKnown(words.postKinds[kind])}</p>}
      {education && <p class="mb-3">{words.educationKnown(words.educations[education])}</p>}
    </>
  );
}

function Choices({ ui, view, form }: Props) {
  const words = professionalismWords[ui.locale];
  const field = { ui, form };
  const named = <Name extends string>(names: readonly Name[], labels: Readonly<Record<Name, string>>) =>
    [['', words.choose], ...names.map((name) => [name, labels[name]] as const)] as const;
  const toldOr = (open: string) =>
    [
      ['', open],
      ['yes', words.yes],
      ['no', words.no],
    ] as const;
  const kind = view.recordedKind ?? view.own.postKind;
  return (
    <>
      {!view.recordedKind && (
        <SelectField
          {...field}
          name="postKind"
          label={words.postKind}
          options={named(postKindChoices, words.postKinds)}
        />
      )}
      {!view.recordedEducation && (
        <SelectField
          {...field}
          name="education"
          label={words.education}
          options={named(educationChoices, words.educations)}
        />
      )}
      <SelectField
        {...field}
        name="predicate"
        label={words.predicate}
        options={named(predicateChoices, words.predicates)}
      />
      <SelectField
        {...field}
        name="sanction"
        label={words.sanction}
        options={named(sanctionChoices, words.sanctions)}
      />
      {kind === 'managerial' && (
        <SelectField {...field} name="leadership" label={words.leadership} options={toldOr(words.choose)} />
      )}
      {kind === 'functional' && (
        <SelectField
          {...field}
          name="functional"
          label={words.functional}
          options={toldOr(words.fromLedger)}
        />
      )}
    </>
  );
}
