import { AgencyFrame } from '../agency/frame.tsx';
import { annualPlanWords } from '../i18n/annual-plan.ts';
import { FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { notePath, plansPath, signalsPath } from './paths.ts';
import type { NoteKindName } from './ports.ts';

/** A performance gap or a new rule that somebody writes down. */
export function NotePage(props: {
  readonly ui: Ui;
  readonly year: number;
  readonly noteId: string;
  readonly kind: NoteKindName;
  /** The plan answers it already: its item keeps the words of its day. */
  readonly isTaken: boolean;
  readonly form: FormState;
}) {
  const { ui, year, noteId, kind, isTaken, form } = props;
  const words = annualPlanWords[ui.locale];
  const title = kind === 'performance' ? words.addPerformance : words.addRule;
  const field = { ui, form };
  const links = [
    [plansPath, words.title],
    [signalsPath(year), words.signalsTitle(year)],
  ] as const;
  return (
    <AgencyFrame current={plansPath} ui={ui} title={title}>
      <PageHeading
        title={noteId === 'new' ? title : words.changeNote}
        lead={kind === 'performance' ? words.performanceLead : words.ruleLead}
        trail={<Trail ui={ui} links={links} />}
      />
      <form method="post" action={notePath(year, noteId)} class="panel max-w-2xl p-5">
        <FormProblem ui={ui} form={form} />
        {isTaken && <p class="quiet mb-4">{words.noteTaken}</p>}
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="rev" value={form.values.rev ?? '0'} />
        <TextField {...field} name="title" label={words.noteTitle} required maxlength={160} />
        {kind === 'rule' && (
          <TextField
            {...field}
            name="legalBasis"
            label={words.legalBasis}
            hint={words.legalBasisHint}
            required
            maxlength={160}
          />
        )}
        <TextField
          {...field}
          name="detail"
          label={kind === 'performance' ? words.targetAndResult : words.ruleDetail}
          required={kind === 'performance'}
          maxlength={1000}
          multiline
        />
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
    </AgencyFrame>
  );
}
