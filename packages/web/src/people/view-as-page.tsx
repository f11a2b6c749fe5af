import { FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { DeskShell, peoplePath, personPath } from './desk.tsx';
import type { PersonView } from './ports.ts';

const desk = 'operator';

/** Asks for a reason before an operator looks at the portal as somebody else. */
export function ViewAsPage(props: {
  readonly ui: Ui;
  readonly person: PersonView;
  readonly form: FormState;
}) {
  const { ui, person, form } = props;
  const words = ui.t.people.viewAs;
  const path = personPath(desk, person.personId);
  return (
    <DeskShell ui={ui} desk={desk} title={words.title} current={peoplePath(desk)}>
      <PageHeading
        title={words.titleOf(person.name)}
        lead={words.lead}
        trail={<Trail ui={ui} links={[[path, person.name]]} />}
      />
      {person.mayBeViewed ? (
        <form method="post" action={`${path}/view-as`} class="panel max-w-2xl p-5">
          <FormProblem ui={ui} form={form} />
          <TextField
            {...{ ui, form, name: 'reason', label: words.reason, hint: words.reasonHint }}
            required
            maxlength={300}
          />
          <button type="submit" class="btn btn-primary">
            {words.start}
          </button>
        </form>
      ) : (
        <Notice tone="info">{words.refused}</Notice>
      )}
    </DeskShell>
  );
}
