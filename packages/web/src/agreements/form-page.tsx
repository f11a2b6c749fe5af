import { CheckboxGroup, FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { OperatorFrame } from './operator-pages.tsx';
import { agreementsPath, providerHref } from './paths.ts';
import { shareable } from './ports.ts';

/** Words of a draft: of a new agreement, of a next version, or changed. */
export function AgreementFormPage(props: {
  readonly ui: Ui;
  readonly title: string;
  readonly lead?: string | undefined;
  readonly provider: { readonly providerId: string; readonly name: string };
  readonly action: string;
  readonly form: FormState;
  readonly agencies: readonly { readonly agencyId: string; readonly name: string }[];
}) {
  const { ui, form, title, provider } = props;
  const words = ui.t.agreements;
  const { fields } = words;
  const shared = { ui, form, required: true };
  const { rev } = form.values;
  return (
    <OperatorFrame ui={ui} title={title}>
      <PageHeading
        title={title}
        lead={props.lead}
        trail={
          <Trail
            ui={ui}
            links={[
              [agreementsPath, words.title],
              [providerHref(provider.providerId), provider.name],
            ]}
          />
        }
      />
      <form method="post" action={props.action} class="panel max-w-2xl p-5">
        <FormProblem ui={ui} form={form} />
        {rev !== undefined && <input type="hidden" name="rev" value={rev} />}
        <TextField {...shared} name="title" label={fields.title} maxlength={200} />
        <TextField
          {...shared}
          name="purpose"
          label={fields.purpose}
          hint={fields.purposeHint}
          maxlength={1000}
          multiline
        />
        <SelectField
          {...shared}
          name="legalBasis"
          label={fields.legalBasis}
          options={Object.entries(words.basis)}
        />
        <CheckboxGroup
          {...shared}
          name="attributes"
          label={fields.attributes}
          hint={fields.attributesHint}
          options={shareable.map((one) => [one, words.leaves[one]] as const)}
        />
        <SelectField
          {...shared}
          name="coverage"
          label={fields.coverage}
          options={[
            ['all', words.allAgencies],
            ['named', fields.coverageNamed],
          ]}
        />
        {props.agencies.length > 0 && (
          <div class="max-h-80 overflow-y-auto">
            <CheckboxGroup
              {...shared}
              name="agencyIds"
              label={fields.agencyIds}
              options={props.agencies.map(({ agencyId, name }) => [agencyId, name] as const)}
            />
          </div>
        )}
        <div class="grid gap-x-5 md:grid-cols-2">
          <TextField
            {...shared}
            name="validFrom"
            type="date"
            label={fields.validFrom}
            hint={fields.dayHint}
            maxlength={10}
          />
          <TextField {...shared} name="lastDay" type="date" label={fields.lastDay} maxlength={10} />
        </div>
        <button type="submit" class="btn btn-primary">
          {words.saveDraft}
        </button>
      </form>
    </OperatorFrame>
  );
}
