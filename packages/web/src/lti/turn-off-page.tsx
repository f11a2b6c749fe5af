import type { Child } from 'hono/jsx';
import { FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { OperatorFrame, StudioFrame } from './frames.tsx';
import { operatorToolHref, toolHref, toolsPath, waitingToolsPath } from './paths.ts';
import type { LtiToolView, ToolImpact } from './ports.ts';

interface TurnOffProps {
  readonly ui: Ui;
  readonly tool: LtiToolView;
  readonly impact: ToolImpact;
}

/** Before a provider turns its tool off: what stops, what stays, and how it comes back. */
export function TurnOffPage({ ui, tool, impact }: TurnOffProps) {
  const words = ui.t.lti;
  const back = toolHref(tool.clientId);
  const title = words.offTitle(tool.name);
  const trail = [[toolsPath, words.title] as const, [back, tool.name] as const];
  return (
    <StudioFrame ui={ui} title={title}>
      <PageHeading title={title} trail={<Trail ui={ui} links={trail} />} />
      <form method="post" action={`${back}/disable`} class="panel max-w-3xl p-5 md:p-6">
        <Impact ui={ui} impact={impact} />
        <p class="mt-3">{tool.status === 'active' ? words.offReturn : words.offNoReturn}</p>
        <Buttons ui={ui} back={back}>
          {words.disable}
        </Buttons>
      </form>
    </StudioFrame>
  );
}

/** Before an operator rejects a tool or turns it off: what stops, and why, for the provider. */
export function RejectPage({ ui, tool, impact, form }: TurnOffProps & { readonly form: FormState }) {
  const words = ui.t.lti;
  const back = operatorToolHref(tool.clientId);
  const isOff = tool.status === 'active';
  const title = isOff ? words.offTitle(tool.name) : words.rejectTitle(tool.name);
  const trail = [[waitingToolsPath, words.operatorTitle] as const, [back, tool.name] as const];
  return (
    <OperatorFrame ui={ui} title={title}>
      <PageHeading title={title} trail={<Trail ui={ui} links={trail} />} />
      <form method="post" action={`${back}/reject`} class="panel max-w-3xl p-5 md:p-6">
        <FormProblem ui={ui} form={form} />
        <Impact ui={ui} impact={impact} />
        <div class="mt-4">
          <TextField
            {...{ ui, form, multiline: true, rows: 3, maxlength: 500, required: true }}
            name="reason"
            label={words.reason}
            hint={words.reasonHint(tool.provider)}
          />
        </div>
        <Buttons ui={ui} back={back}>
          {isOff ? words.disable : words.reject}
        </Buttons>
      </form>
    </OperatorFrame>
  );
}

function Impact({ ui, impact }: Pick<TurnOffProps, 'ui' | 'impact'>) {
  const words = ui.t.lti;
  const { courses, learners, isMore } = impact;
  if (courses === 0 && !isMore) return <p>{words.stopsNothing}</p>;
  const [inCourses, taking] = [ui.format.number(courses), ui.format.number(learners)];
  return (
    <Notice tone="warning">
      <p class="font-semibold">
        {isMore ? words.stopsMore(inCourses, taking) : words.stops(inCourses, taking)}
      </p>
      <p>{words.stopsStays}</p>
    </Notice>
  );
}

const Buttons = (props: { readonly ui: Ui; readonly back: string; readonly children?: Child }) => (
  <div class="mt-5 flex flex-wrap gap-3">
    <button type="submit" class="btn btn-error">
      {props.children}
    </button>
    <a href={props.back} class="btn btn-ghost">
      {props.ui.t.shell.cancel}
    </a>
  </div>
);
