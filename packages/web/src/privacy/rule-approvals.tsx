import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Table } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { By, mayDecide } from './parts.tsx';
import { retentionPath } from './paths.ts';
import type { RetentionView, RuleApprovalView } from './ports.ts';

const tones = { proposed: 'tag tag-warning', confirmed: 'tag tag-success', withdrawn: 'tag' } as const;

/** Where rules act, and who decided it. */
export function Approvals({
  ui,
  approvals,
}: {
  readonly ui: Ui;
  readonly approvals: readonly RuleApprovalView[];
}) {
  const { privacy } = ui.t;
  const { columns } = privacy;
  const decides = mayDecide(ui);
  return (
    <Table
      caption={privacy.approvals}
      columns={[
        columns.rule,
        columns.agency,
        columns.state,
        columns.basis,
        columns.proposed,
        columns.confirmed,
        ...(decides ? [columns.decision] : []),
      ]}
    >
      {approvals.map((one) => (
        <tr>
          <th scope="row" class="font-medium">
            {one.ruleId} v{one.version}
            <span class="quiet block text-sm font-normal">
              {privacy.since(ui.format.date(`${one.validFrom}T05:00:00.000Z`))}
            </span>
          </th>
          <td>{one.agency}</td>
          <td>
            <span class={`${tones[one.state]} whitespace-nowrap`}>{privacy.approvalStates[one.state]}</span>
          </td>
          <td class="min-w-56" lang="id">
            {one.basis}
          </td>
          <td>
            <By ui={ui} who={one.proposedBy} at={one.proposedAt} />
          </td>
          <td>{one.confirmedAt ? <By ui={ui} who={one.confirmedBy} at={one.confirmedAt} /> : '–'}</td>
          {decides && (
            <td>
              <Decisions ui={ui} approval={one} />
            </td>
          )}
        </tr>
      ))}
    </Table>
  );
}

function Decisions({ ui, approval }: { readonly ui: Ui; readonly approval: RuleApprovalView }) {
  const { privacy } = ui.t;
  if (approval.state === 'withdrawn') return <>–</>;
  const confirmable = approval.state === 'proposed' && !approval.ownProposal;
  return (
    <div class="flex flex-wrap items-center gap-2">
      {confirmable && <Decide ui={ui} approval={approval} to="confirm" label={privacy.confirmRule} />}
      <Decide ui={ui} approval={approval} to="withdraw" label={privacy.withdrawRule} />
      {approval.state === 'proposed' && approval.ownProposal && (
        <span class="quiet text-sm">{privacy.ownProposal}</span>
      )}
    </div>
  );
}

function Decide(props: {
  readonly ui: Ui;
  readonly approval: RuleApprovalView;
  readonly to: 'confirm' | 'withdraw';
  readonly label: string;
}) {
  const { approval, to, label } = props;
  const { ruleId, version, agencyId, agency } = approval;
  return (
    <form method="post" action={`${retentionPath}/${to}`}>
      <input type="hidden" name="rule" value={`${ruleId} ${version}`} />
      <input type="hidden" name="agencyId" value={agencyId} />
      <button type="submit" class={`btn btn-sm ${to === 'confirm' ? 'btn-primary' : ''}`}>
        {label}
        <span class="sr-only">
          : {ruleId}, {agency}
        </span>
      </button>
    </form>
  );
}

export function ProposalForm(props: {
  readonly ui: Ui;
  readonly view: RetentionView;
  readonly form: FormState;
}) {
  const { ui, view, form } = props;
  const { privacy } = ui.t;
  const rules = view.rules.filter(({ action, months }) => action !== 'keep' && months !== undefined);
  return (
    <form method="post" action={retentionPath} class="panel max-w-2xl p-5">
      <FormProblem ui={ui} form={form} />
      <p class="quiet mb-4 text-sm">{privacy.proposeText}</p>
      <SelectField
        ui={ui}
        form={form}
        name="rule"
        label={privacy.columns.rule}
        required
        options={rules.map(({ ruleId, version }) => [`${ruleId} ${version}`, `${ruleId} v${version}`])}
      />
      <SelectField
        ui={ui}
        form={form}
        name="agencyId"
        label={privacy.columns.agency}
        required
        options={view.agencies.map(({ agencyId, name }) => [agencyId, name])}
      />
      <TextField
        ui={ui}
        form={form}
        name="basis"
        label={privacy.ruleBasis}
        hint={privacy.ruleBasisHint}
        required
        multiline
        maxlength={500}
      />
      <TextField
        ui={ui}
        form={form}
        name="validFrom"
        label={privacy.ruleFrom}
        required
        type="date"
        maxlength={10}
      />
      <button type="submit" class="btn btn-primary">
        {privacy.propose}
      </button>
    </form>
  );
}
