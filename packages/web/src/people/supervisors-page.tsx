import type { NoticeName } from '../i18n/problem.ts';
import { CheckboxGroup, FormProblem, type FormState } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, EmptyState, PageHeading, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { DeskShell, peoplePath, personPath } from './desk.tsx';
import type { NamedSupervisorsView, NamedSupervisorView } from './ports.ts';

const desk = 'agency';
export const supervisorsPath = '/agency/supervisors';

interface Props {
  readonly ui: Ui;
  readonly view: NamedSupervisorsView;
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}

/** Whoever is named as a supervisor without the role of one, to be given it at once. */
export function SupervisorsPage({ ui, view, form, notice }: Props) {
  const words = ui.t.people.supervisors;
  const givable = view.people.filter(({ mayGive }) => mayGive);
  const others = view.people.filter(({ mayGive }) => !mayGive);
  const { number } = ui.format;
  return (
    <DeskShell ui={ui} desk={desk} title={words.title} current={peoplePath(desk)} notice={notice}>
      <PageHeading
        title={words.title}
        lead={words.lead}
        trail={<Trail ui={ui} links={[[peoplePath(desk), ui.t.agency.peopleTitle]]} />}
      />
      {!view.isComplete && (
        <div class="mb-5">
          <Notice tone="info">{words.incomplete}</Notice>
        </div>
      )}
      {view.count === 0 ? (
        <EmptyState icon="people" title={words.emptyTitle} text={words.emptyText} />
      ) : (
        <p class="mb-5 font-semibold">
          {words.count(number(view.count))}
          {view.count > view.people.length && ` ${words.first(number(view.people.length))}`}
        </p>
      )}
      {givable.length > 0 && <Giving ui={ui} people={givable} form={form} />}
      {others.length > 0 && (
        <Block id="others" title={words.others}>
          <ul class="list-disc ps-5">
            {others.map((person) => (
              <li>
                <a href={personPath(desk, person.personId)} class="text-link">
                  {person.name}
                </a>{' '}
                <span class="quiet">({words.team(number(person.team))})</span>
              </li>
            ))}
          </ul>
        </Block>
      )}
    </DeskShell>
  );
}

function Giving(props: {
  readonly ui: Ui;
  readonly people: readonly NamedSupervisorView[];
  readonly form: FormState;
}) {
  const { ui, people, form } = props;
  const words = ui.t.people.supervisors;
  return (
    <form method="post" action={supervisorsPath} class="panel mb-8 max-w-3xl p-5">
      <FormProblem ui={ui} form={form} />
      <CheckboxGroup
        ui={ui}
        form={form}
        name="personId"
        label={words.choose}
        options={people.map((person) => [person.personId, <Choice ui={ui} person={person} />] as const)}
      />
      <p class="quiet mb-4 text-sm">{words.giveText}</p>
      <button type="submit" class="btn btn-primary">
        {words.give}
      </button>
    </form>
  );
}

function Choice({ ui, person }: { readonly ui: Ui; readonly person: NamedSupervisorView }) {
  const { name, email, maskedEmployeeNumber, team } = person;
  const parts = [email, ...(maskedEmployeeNumber === undefined ? [] : [maskedEmployeeNumber])];
  return (
    <>
      {name}{' '}
      <span class="quiet block text-sm break-words">
        {[ui.t.people.supervisors.team(ui.format.number(team)), ...parts].join(' · ')}
      </span>
    </>
  );
}
