import type { NoticeName } from '../i18n/problem.ts';
import { CheckboxGroup, FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Block, EmptyState, PageHeading, SectionMenu, Table, Trail } from '../layout/parts.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { OperatorFrame, StudioFrame } from './frames.tsx';
import { ToolHealthBlock } from './health-block.tsx';
import { operatorToolHref, toolHref, toolsPath, waitingToolsPath } from './paths.ts';
import type { LtiPlatformView, LtiToolView } from './ports.ts';
import { LastDecision, ToolStanding, TurningButtons } from './standing.tsx';
import { PlatformFacts, StatusTag, ToolFacts } from './tool-parts.tsx';

/** Every tool of the provider, and how to get another one. */
export function ToolListPage(props: {
  readonly ui: Ui;
  readonly tools: readonly LtiToolView[];
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, tools, form, notice } = props;
  const words = ui.t.lti;
  return (
    <StudioFrame ui={ui} title={words.title} notice={notice}>
      <PageHeading title={words.title} lead={words.lead} />
      {tools.length === 0 ? (
        <EmptyState icon="window" title={words.emptyTitle} text={words.emptyText} />
      ) : (
        <ul class="space-y-3">
          {tools.map((tool) => (
            <li class="panel flex flex-wrap items-baseline justify-between gap-2 p-5">
              <span class="min-w-0">
                <a href={toolHref(tool.clientId)} class="text-link font-semibold">
                  {tool.name}
                </a>
                <span class="quiet block text-sm break-all">{tool.targetLinkUri}</span>
              </span>
              <StatusTag ui={ui} tool={tool} />
            </li>
          ))}
        </ul>
      )}
      <div class="mt-8">
        <Block id="register" title={words.registerTitle}>
          <form method="post" action={toolsPath} class="panel max-w-3xl p-5">
            <p class="quiet mb-4">{words.registerText}</p>
            <FormProblem ui={ui} form={form} />
            <TextField ui={ui} form={form} name="address" label={words.address} required maxlength={2000} />
            <div class="flex flex-wrap gap-2">
              <button type="submit" class="btn btn-primary">
                {words.continue}
              </button>
              <a href={`${toolsPath}/new`} class="btn">
                {words.byHand}
              </a>
            </div>
          </form>
        </Block>
      </div>
    </StudioFrame>
  );
}

/** The tool opens in a window of its own, and says when it is done. */
export function OpenRegistrationPage({ ui, url }: { readonly ui: Ui; readonly url: string }) {
  const words = ui.t.lti;
  return (
    <StudioFrame ui={ui} title={words.openTitle} islands={['tool-registration']}>
      <PageHeading title={words.openTitle} trail={<Trail ui={ui} links={[[toolsPath, words.title]]} />} />
      <div class="panel max-w-3xl p-5">
        <p class="mb-4">{words.openText}</p>
        <div class="flex flex-wrap gap-2">
          <a
            href={url}
            target="_blank"
            rel="noreferrer"
            data-registers={`${toolsPath}?notice=created`}
            class="btn btn-primary"
          >
            {words.open}
          </a>
          <a href={toolsPath} class="btn">
            {words.toList}
          </a>
        </div>
      </div>
    </StudioFrame>
  );
}

/** A new tool, or what one that is there is to be. */
export function ByHandPage(props: {
  readonly ui: Ui;
  readonly form: FormState;
  readonly tool?: LtiToolView;
}) {
  const { ui, form, tool } = props;
  const words = ui.t.lti;
  const title = tool ? words.editTitle : words.byHandTitle;
  const trail = [
    [toolsPath, words.title] as const,
    ...(tool ? [[toolHref(tool.clientId), tool.name] as const] : []),
  ];
  const shared = { ui, form };
  const address = { ...shared, maxlength: 2000 };
  const services = Object.entries(words.service);
  return (
    <StudioFrame ui={ui} title={title}>
      <PageHeading
        title={title}
        lead={tool ? words.editLead : words.byHandLead}
        trail={<Trail ui={ui} links={trail} />}
      />
      <form
        method="post"
        action={tool ? `${toolHref(tool.clientId)}/edit` : `${toolsPath}/new`}
        class="panel max-w-3xl p-5 md:p-6"
      >
        <FormProblem ui={ui} form={form} />
        {tool && <input type="hidden" name="rev" value={form.values.rev ?? String(tool.rev)} />}
        <TextField {...shared} name="name" label={words.name} required maxlength={200} />
        <TextField {...address} name="initiateLoginUri" label={words.initiateLoginUri} required />
        <TextField
          {...{ ...shared, maxlength: 20_000, multiline: true, rows: 3 }}
          {...{ name: 'redirectUris', label: words.redirectUris, hint: words.redirectUrisHint }}
          required
        />
        <TextField {...address} name="targetLinkUri" label={words.targetLinkUri} required />
        <TextField
          {...address}
          name="deepLinkingUri"
          label={words.deepLinkingUri}
          hint={words.deepLinkingHint}
        />
        <TextField {...address} name="jwksUri" label={words.jwksUri} hint={words.jwksHint} />
        <TextField
          {...{ ...shared, maxlength: 20_000, multiline: true, rows: 4 }}
          {...{ name: 'publicKey', label: words.publicKey }}
          hint={tool && tool.jwksUri === undefined ? words.publicKeyKept : words.publicKeyHint}
        />
        <TextField
          {...{ ...shared, maxlength: 2_000, multiline: true, rows: 2 }}
          {...{ name: 'contacts', label: words.contactsLabel, hint: words.contactsHint }}
        />
        <CheckboxGroup
          {...shared}
          name="services"
          label={words.services}
          hint={words.servicesHint}
          options={services}
        />
        <TextField
          {...{ ...shared, maxlength: 20_000, multiline: true, rows: 3 }}
          {...{ name: 'custom', label: words.custom, hint: words.customHint }}
        />
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
    </StudioFrame>
  );
}

/** One tool of the provider: everything about it, and what may be done with it. */
export function ToolPage(props: {
  readonly ui: Ui;
  readonly tool: LtiToolView;
  readonly platform: LtiPlatformView;
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, tool, platform, form, notice } = props;
  const words = ui.t.lti;
  const base = toolHref(tool.clientId);
  return (
    <StudioFrame ui={ui} title={tool.name} notice={notice}>
      <PageHeading
        title={tool.name}
        lead={<StatusTag ui={ui} tool={tool} />}
        trail={<Trail ui={ui} links={[[toolsPath, words.title]]} />}
      />
      <FormProblem ui={ui} form={form} />
      <ToolStanding ui={ui} tool={tool} />
      <div class="space-y-8">
        {tool.status === 'active' && (
          <div class="panel p-5">
            <p class="mb-4">{words.testText}</p>
            <a href={`${base}/test`} target="_blank" rel="noopener opener" class="btn btn-primary">
              {words.test}
            </a>
          </div>
        )}
        <PlatformFacts ui={ui} tool={tool} platform={platform} />
        <ToolHealthBlock ui={ui} tool={tool} checkAt={`${base}/check`} />
        <Deployments ui={ui} tool={tool} form={form} />
        <ToolFacts ui={ui} tool={tool} />
        <p>
          <a href={`${base}/edit`} class="btn">
            {words.edit}
          </a>{' '}
          <a href={`${base}/reconciliation`} class="btn">
            {words.compare}
          </a>
        </p>
        <TurningButtons ui={ui} tool={tool} />
      </div>
    </StudioFrame>
  );
}

function Deployments({
  ui,
  tool,
  form,
}: {
  readonly ui: Ui;
  readonly tool: LtiToolView;
  readonly form: FormState;
}) {
  const words = ui.t.lti;
  return (
    <Block id="deployments" title={words.deployments}>
      <p class="quiet mb-3">{words.deploymentsText}</p>
      <Table caption={words.deployments} columns={[words.place, words.deploymentId, words.removal]} cards>
        {tool.deployments.map(({ deploymentId, name }) => (
          <tr>
            <th scope="row" class="font-medium">
              {name}
            </th>
            <td data-label={words.deploymentId}>
              <code class="text-sm break-all">{deploymentId}</code>
            </td>
            <td data-label={words.removal}>
              {tool.deployments.length > 1 ? (
                <RemoveDeployment ui={ui} tool={tool} place={{ deploymentId, name }} />
              ) : (
                <span class="quiet text-sm">{words.onlyPlace}</span>
              )}
            </td>
          </tr>
        ))}
      </Table>
      <form method="post" action={`${toolHref(tool.clientId)}/deployments`} class="panel mt-3 max-w-2xl p-5">
        <TextField ui={ui} form={form} name="name" label={words.deploymentName} required maxlength={200} />
        <button type="submit" class="btn">
          {words.addDeployment}
        </button>
      </form>
    </Block>
  );
}

/** What becomes of its modules is said before. */
function RemoveDeployment(props: {
  readonly ui: Ui;
  readonly tool: LtiToolView;
  readonly place: LtiToolView['deployments'][number];
}) {
  const { ui, tool, place } = props;
  const words = ui.t.lti;
  return (
    <details>
      <summary class="text-link inline-flex min-h-9 cursor-pointer items-center">
        {words.remove}
        <span class="sr-only"> {place.name}</span>
      </summary>
      <form method="post" action={`${toolHref(tool.clientId)}/deployments/remove`} class="max-w-prose py-2">
        <p class="mb-3 text-sm">{words.removeText}</p>
        <input type="hidden" name="deploymentId" value={place.deploymentId} />
        <button type="submit" class="btn btn-ghost text-error">
          {words.removePlace}
        </button>
      </form>
    </details>
  );
}

/** Tools of all providers: those that wait for an operator, or those that one has decided on. */
export function WaitingToolsPage(props: {
  readonly ui: Ui;
  readonly list: 'waiting' | 'decided';
  readonly tools: readonly LtiToolView[];
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, list, tools, notice } = props;
  const words = ui.t.lti;
  const { columns } = words;
  const hrefs = { waiting: waitingToolsPath, decided: `${waitingToolsPath}?list=decided` } as const;
  return (
    <OperatorFrame ui={ui} title={words.operatorTitle} notice={notice}>
      <PageHeading title={words.operatorTitle} lead={words.operatorLead} />
      <div class="no-print mb-4">
        <SectionMenu
          label={words.listsLabel}
          current={hrefs[list]}
          links={[
            [hrefs.waiting, words.lists.waiting],
            [hrefs.decided, words.lists.decided],
          ]}
        />
      </div>
      {tools.length === 0 ? (
        <EmptyState
          icon="check"
          title={list === 'waiting' ? words.noneWaitingTitle : words.noneDecidedTitle}
          text={words.noneWaitingText}
        />
      ) : (
        <Table
          caption={words.lists[list]}
          columns={[columns.tool, columns.provider, columns.status, columns.registered]}
        >
          {tools.map((tool) => (
            <tr>
              <th scope="row" class="font-medium">
                <a href={operatorToolHref(tool.clientId)} class="text-link inline-flex min-h-8 items-center">
                  {tool.name}
                </a>
              </th>
              <td>{tool.provider}</td>
              <td>
                <StatusTag ui={ui} tool={tool} />
              </td>
              <td>
                <When ui={ui} at={tool.createdAt} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </OperatorFrame>
  );
}

export function ApprovalPage(props: {
  readonly ui: Ui;
  readonly tool: LtiToolView;
  readonly form: FormState;
}) {
  const { ui, tool, form } = props;
  const words = ui.t.lti;
  const base = operatorToolHref(tool.clientId);
  return (
    <OperatorFrame ui={ui} title={tool.name}>
      <PageHeading
        title={tool.name}
        lead={<StatusTag ui={ui} tool={tool} />}
        trail={<Trail ui={ui} links={[[waitingToolsPath, words.operatorTitle]]} />}
      />
      <FormProblem ui={ui} form={form} />
      <LastDecision ui={ui} tool={tool} />
      {tool.status !== 'pending' && (
        <div class="mb-8">
          <ToolHealthBlock ui={ui} tool={tool} checkAt={`${base}/check`} />
        </div>
      )}
      <ToolFacts ui={ui} tool={tool} />
      <div class="mt-6 flex flex-wrap gap-3">
        {tool.status !== 'active' && (
          <form method="post" action={`${base}/approve`}>
            <input type="hidden" name="rev" value={String(tool.rev)} />
            <button type="submit" class="btn btn-primary">
              {words.approve}
            </button>
          </form>
        )}
        {tool.status !== 'disabled' && (
          <a href={`${base}/reject`} class="btn btn-ghost text-error">
            {tool.status === 'active' ? words.disable : words.reject}
          </a>
        )}
      </div>
    </OperatorFrame>
  );
}
