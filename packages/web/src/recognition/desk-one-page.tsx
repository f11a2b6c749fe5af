import { DeskFrame } from '../approvals/frame.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { recognitionWords } from '../i18n/recognition.ts';
import { emptyForm, FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { RecognitionText } from './parts.tsx';
import { agencyRecognitionPath, agencyRecognitionsPath } from './paths.ts';
import type { AgencyRecognitionView } from './ports.ts';

/** One proposal or recognition, with what can be decided about it. */
export function AgencyRecognitionPage(props: {
  readonly ui: Ui;
  readonly one: AgencyRecognitionView;
  readonly form?: FormState | undefined;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, one, notice, form = emptyForm } = props;
  const { desk: words, values } = recognitionWords[ui.locale];
  const title = words.oneOf(values[one.value], one.name);
  return (
    <DeskFrame ui={ui} desk="agency" title={title} current={agencyRecognitionsPath} notice={notice}>
      <PageHeading title={title} trail={<Trail ui={ui} links={[[agencyRecognitionsPath, words.title]]} />} />
      <div class="max-w-3xl">
        <div class="panel mb-6 p-5">
          <RecognitionText ui={ui} one={one} name={one.name} />
        </div>
        <FormProblem ui={ui} form={form} />
        {one.state === 'proposed' && !one.decides && <Notice tone="info">{words.notYours}</Notice>}
        {one.decides && <Decision ui={ui} one={one} form={form} />}
        {one.undoes && <Undo ui={ui} one={one} form={form} />}
      </div>
    </DeskFrame>
  );
}

interface FormProps {
  readonly ui: Ui;
  readonly one: AgencyRecognitionView;
  readonly form: FormState;
}

function Decision({ ui, one, form }: FormProps) {
  const words = recognitionWords[ui.locale].desk;
  return (
    <form method="post" action={`${agencyRecognitionPath(one)}/decision`} class="panel p-5">
      <h2 class="text-lg font-semibold">{words.decide}</h2>
      <p class="quiet mb-4 text-sm">{words.decideLead}</p>
      <TextField
        {...{ ui, form, name: 'reason', label: words.reason, hint: words.reasonHint, maxlength: 500 }}
        multiline
        rows={3}
      />
      <div class="flex flex-wrap gap-3">
        <button type="submit" name="to" value="granted" class="btn btn-primary">
          {words.grant}
        </button>
        <button type="submit" name="to" value="declined" class="btn">
          {words.decline}
        </button>
      </div>
    </form>
  );
}

function Undo({ ui, one, form }: FormProps) {
  const words = recognitionWords[ui.locale].desk;
  return (
    <form method="post" action={`${agencyRecognitionPath(one)}/undo`} class="panel p-5">
      <h2 class="text-lg font-semibold">{words.undo}</h2>
      <p class="quiet mb-4 text-sm">{words.undoLead}</p>
      <TextField
        {...{ ui, form, name: 'reason', label: words.undoReason, maxlength: 500 }}
        multiline
        rows={3}
        required
      />
      <button type="submit" class="btn btn-error">
        {words.undoSend}
      </button>
    </form>
  );
}
