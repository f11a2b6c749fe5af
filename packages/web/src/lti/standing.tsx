import { Notice } from '../layout/notice.tsx';
import type { Ui } from '../ui.ts';
import { toolHref } from './paths.ts';
import type { LtiToolView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly tool: LtiToolView;
}

/** Why learners cannot open the tool, for its provider; nothing while they can. */
export function ToolStanding({ ui, tool }: Props) {
  if (tool.status === 'active') return null;
  return (
    <div class="mb-5">
      <Notice tone="warning">
        <p>{noteOf({ ui, tool })}</p>
        {tool.status === 'disabled' && <Reason ui={ui} tool={tool} />}
      </Notice>
    </div>
  );
}

function noteOf({ ui, tool }: Props): string {
  const words = ui.t.lti;
  const { status, decision, mayReturn } = tool;
  if (status === 'pending') return words.waitingNote;
  if (!decision) return words.disabledNote;
  const at = ui.format.dateTime(decision.at);
  if (decision.by === 'operator') return words.offByOperator(at);
  return mayReturn ? words.offByYou(at) : words.offAndChanged(at);
}

/** What an operator has written when the tool was last turned off. */
function Reason({ ui, tool: { decision } }: Props) {
  if (decision?.reason === undefined) return null;
  return (
    <p class="mt-1 whitespace-pre-wrap break-words">
      {ui.t.lti.reasonGiven} {decision.reason}
    </p>
  );
}

/** What was decided before, for whoever decides anew. */
export function LastDecision({ ui, tool }: Props) {
  const words = ui.t.lti;
  const { status, decision } = tool;
  if (!decision || status === 'active') return null;
  const at = ui.format.dateTime(decision.at);
  return (
    <div class="mb-6">
      <Notice tone="info">
        <p>
          {decision.by === 'provider' && decision.to === 'disabled'
            ? words.lastByProvider(at)
            : decision.to === 'active'
              ? words.lastApproved(at)
              : words.lastByOperator(at)}
        </p>
        <Reason ui={ui} tool={tool} />
      </Notice>
    </div>
  );
}

/** The way off, and the ways back. */
export function TurningButtons({ ui, tool }: Props) {
  const words = ui.t.lti;
  const base = toolHref(tool.clientId);
  if (tool.status !== 'disabled') {
    return (
      <p>
        <a href={`${base}/disable`} class="btn btn-ghost text-error">
          {words.disable}
        </a>
      </p>
    );
  }
  return (
    <form method="post" action={`${base}/${tool.mayReturn ? 'enable' : 'submit'}`}>
      <button type="submit" class="btn btn-primary">
        {tool.mayReturn ? words.enable : words.submit}
      </button>
    </form>
  );
}
