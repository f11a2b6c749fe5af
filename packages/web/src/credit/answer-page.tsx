import { FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { HoldReasons } from './parts.tsx';
import { answerPath, ledgerPath } from './paths.ts';
import type { HoldView } from './ports.ts';

/** What a learner says to JP that are held. */
export function AnswerPage(props: { readonly ui: Ui; readonly hold: HoldView; readonly form: FormState }) {
  const { ui, hold, form } = props;
  const words = ui.t.credit;
  return (
    <Shell ui={ui} title={words.answerTitle} section="records">
      <PageHeading
        title={words.answerTitle}
        lead={words.holdLead(plainText(ui, hold.title), ui.format.jp(hold.stated))}
        trail={<Trail ui={ui} links={[[ledgerPath, words.title]]} />}
      />
      <div class="mb-5">
        <Notice tone="warning">
          <p class="font-medium">{words.holdState[hold.state]}</p>
          <HoldReasons ui={ui} reasons={hold.reasons} />
        </Notice>
      </div>
      {hold.state === 'open' && (
        <form method="post" action={answerPath(hold.about)} class="panel max-w-2xl p-5">
          <FormProblem ui={ui} form={form} />
          <TextField
            ui={ui}
            form={form}
            name="words"
            label={words.answerLabel}
            hint={words.answerHint}
            required
            multiline
            maxlength={1000}
          />
          <button type="submit" class="btn btn-primary">
            {words.send}
          </button>
        </form>
      )}
    </Shell>
  );
}
