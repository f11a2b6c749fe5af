import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import { privacyPath } from '../privacy/paths.ts';
import type { Ui } from '../ui.ts';
import { type Desk, deskFrame } from './desk-page.tsx';
import { AnswerText, KindOf, RequestState } from './parts.tsx';
import { type DeskRequestView, erasureModes, refusalGrounds, requestOutcomes } from './ports.ts';

/** One request, with what can be done about it. */
export function RequestPage(props: {
  readonly ui: Ui;
  readonly desk: Desk;
  readonly request: DeskRequestView;
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, desk, request, form } = props;
  const { requests } = ui.t;
  const { menu, parts } = deskFrame(ui, desk);
  const mayAct = request.state === 'open' && !request.own && ui.viewer?.roles.some(isAnswering);
  return (
    <Shell
      ui={ui}
      title={requests.kinds[request.kind]}
      section={desk.section}
      notice={props.notice}
      menu={menu}
    >
      <PageHeading
        title={<KindOf ui={ui} request={request} />}
        trail={<Trail ui={ui} links={[[desk.path, requests.title]]} />}
      />
      {parts}
      <div class="panel mb-6 max-w-3xl p-5">
        <div class="flex flex-wrap items-baseline justify-between gap-2">
          <p class="font-semibold">
            {request.person}
            {request.agency && <span class="quiet font-normal"> · {request.agency}</span>}
          </p>
          <RequestState ui={ui} request={request} />
        </div>
        <p class="quiet mt-1 text-sm">
          {requests.openedOn} <When ui={ui} at={request.openedAt} /> · {requests.dueOn}{' '}
          <When ui={ui} at={request.dueAt} />
        </p>
        {request.text && <p class="mt-3 whitespace-pre-line break-words">{request.text}</p>}
        <AnswerText ui={ui} request={request} />
      </div>
      {request.own && <Notice tone="info">{requests.ownText}</Notice>}
      {mayAct && <Actions ui={ui} desk={desk} request={request} form={form} />}
    </Shell>
  );
}

const isAnswering = (role: string) => role === 'operator' || role === 'agency-admin';

interface ActionProps {
  readonly ui: Ui;
  readonly desk: Desk;
  readonly request: DeskRequestView;
  readonly form: FormState;
}

function Actions(props: ActionProps) {
  const { ui, desk, request } = props;
  const { requests } = ui.t;
  return (
    <div class="grid max-w-3xl gap-6">
      <FormProblem ui={ui} form={props.form} />
      {request.kind === 'correction' && (
        <p>
          {requests.correctionText}{' '}
          <a class="text-link" href={personHref(desk, request)}>
            {requests.correctionLink}
          </a>
        </p>
      )}
      {request.kind === 'erasure' && <Erasure {...props} />}
      <Answer {...props} />
    </div>
  );
}

const personHref = (desk: Desk, { personId }: DeskRequestView) =>
  `${desk.section === 'agency' ? '/agency' : '/operator'}/people/${encodeURIComponent(personId)}`;

function Erasure({ ui, desk, request, form }: ActionProps) {
  const { requests, privacy } = ui.t;
  if (request.jobId !== undefined && !request.jobOver) {
    return (
      <Notice tone="info">
        {requests.erasureBegun}{' '}
        <a class="text-link" href={`${privacyPath}/jobs/${encodeURIComponent(request.jobId)}`}>
          {requests.erasureLink}
        </a>
      </Notice>
    );
  }
  if (request.held) return <Notice tone="warning">{requests.heldText}</Notice>;
  return (
    <Block id="erase" title={requests.erasureTitle}>
      <form
        method="post"
        action={`${desk.path}/${encodeURIComponent(request.requestId)}/erase`}
        class="panel p-5"
      >
        <p class="mb-4">
          {privacy.requestText} {privacy.kept}
        </p>
        <SelectField
          {...{ ui, form, name: 'mode', label: privacy.mode, required: true }}
          options={erasureModes.map((mode) => [mode, privacy.modes[mode]])}
        />
        <button type="submit" class="btn btn-primary">
          {privacy.request}
        </button>
      </form>
    </Block>
  );
}

function Answer({ ui, desk, request, form }: ActionProps) {
  const { requests } = ui.t;
  return (
    <Block id="answer" title={requests.answerTitle}>
      <form method="post" action={`${desk.path}/${encodeURIComponent(request.requestId)}`} class="panel p-5">
        <SelectField
          {...{ ui, form, name: 'outcome', label: requests.outcome, required: true }}
          options={requestOutcomes.map((outcome) => [outcome, requests.outcomes[outcome]])}
        />
        <SelectField
          {...{ ui, form, name: 'ground', label: requests.ground, hint: requests.groundHint }}
          options={[
            ['', requests.noGround],
            ...refusalGrounds.map((ground) => [ground, requests.grounds[ground]] as const),
          ]}
        />
        <TextField
          {...{ ui, form, name: 'answer', label: requests.answer, hint: requests.answerHint, required: true }}
          multiline
          maxlength={2000}
        />
        <button type="submit" class={`btn ${request.kind === 'erasure' ? '' : 'btn-primary'}`}>
          {requests.send}
        </button>
      </form>
    </Block>
  );
}
