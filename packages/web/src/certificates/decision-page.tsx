import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { certificatePath, type Decision, decisionPath } from './paths.ts';
import type { CertificateView, RevocationReason } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly certificate: CertificateView;
  readonly decision: Decision;
  readonly form: FormState;
}

const reasons: readonly RevocationReason[] = ['issued-in-error', 'completion-withdrawn', 'other'];

/** Asks for the reason, and says beforehand what follows. */
export function DecisionPage(props: Props) {
  const { ui, certificate, decision, form } = props;
  const words = ui.t.certificates;
  const name = plainText(ui, certificate.title);
  const { title, text, confirm } = words.decision[decision];
  const holder = certificate.editions[0]?.holderName ?? '';
  return (
    <Shell ui={ui} title={title}>
      <PageHeading
        title={title}
        lead={`${name} · ${holder} · ${certificate.number}`}
        trail={<Trail ui={ui} links={[[certificatePath(certificate.number), words.titleOf(name)]]} />}
      />
      {certificate.mayDecide ? (
        <form
          method="post"
          action={decisionPath(certificate.number, decision)}
          class="panel max-w-2xl space-y-4 p-5"
        >
          <Notice tone={decision === 'revoke' ? 'warning' : 'info'}>{text}</Notice>
          <FormProblem ui={ui} form={form} />
          {decision === 'revoke' ? <RevokeFields {...props} /> : <ReissueFields {...props} />}
          <div class="flex flex-wrap gap-3">
            <button type="submit" class={decision === 'revoke' ? 'btn btn-error' : 'btn btn-primary'}>
              {confirm}
            </button>
            <a href={certificatePath(certificate.number)} class="btn btn-ghost">
              {ui.t.shell.cancel}
            </a>
          </div>
        </form>
      ) : (
        <Notice tone="info">{words.notYours}</Notice>
      )}
    </Shell>
  );
}

function ReissueFields({ ui, form }: Props) {
  const words = ui.t.certificates;
  return (
    <TextField
      ui={ui}
      form={form}
      name="reason"
      label={words.reason}
      hint={words.reissueHint}
      required
      multiline
      maxlength={500}
    />
  );
}

function RevokeFields({ ui, form }: Props) {
  const words = ui.t.certificates;
  return (
    <>
      <SelectField
        ui={ui}
        form={form}
        name="reason"
        label={words.reason}
        hint={words.revokeHint}
        required
        options={[
          ['', words.choose],
          ...reasons.map((one): [string, string] => [one, words.revocation[one]]),
        ]}
      />
      <TextField
        ui={ui}
        form={form}
        name="note"
        label={words.note}
        hint={words.noteHint}
        required
        multiline
        maxlength={500}
      />
    </>
  );
}
