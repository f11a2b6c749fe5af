import { FormProblem, type FormState, SelectField } from '../layout/form.tsx';
import { EmptyState, PageHeading, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { DeskShell, peoplePath, personPath } from './desk.tsx';
import type { PersonView } from './ports.ts';

const desk = 'operator';

/** Another home agency, or an agency to work at; what it changes is told on the page that asks. */
export function MovePage(props: {
  readonly ui: Ui;
  readonly person: PersonView;
  readonly agencies: readonly { readonly agencyId: string; readonly name: string }[];
  readonly form: FormState;
}) {
  const { ui, person, agencies, form } = props;
  const words = ui.t.people;
  const path = personPath(desk, person.personId);
  const options = agencies.map(({ agencyId, name }) => [agencyId, name] as const);
  return (
    <DeskShell ui={ui} desk={desk} title={words.moveTitle} current={peoplePath(desk)}>
      <PageHeading
        title={words.moveTitle}
        lead={words.moveLead(person.name)}
        trail={<Trail ui={ui} links={[[path, person.name]]} />}
      />
      {agencies.length < 2 ? (
        <EmptyState icon="building" title={person.home ?? ''} text={words.onlyOneAgency}>
          <a href="/operator/agencies" class="btn btn-primary">
            {words.createAgency}
          </a>
        </EmptyState>
      ) : (
        <form method="post" action={`${path}/move`} class="panel max-w-2xl p-5">
          <FormProblem ui={ui} form={form} />
          <SelectField
            ui={ui}
            form={form}
            name="agencyId"
            label={words.home}
            hint={words.moveHint}
            required
            options={options}
          />
          <SelectField
            ui={ui}
            form={form}
            name="workingAgencyId"
            label={words.working}
            hint={words.workingHint}
            options={[['', words.sameAsHome], ...options]}
          />
          <button type="submit" class="btn btn-primary">
            {words.review}
          </button>
        </form>
      )}
    </DeskShell>
  );
}
