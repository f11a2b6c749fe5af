import type { Child } from 'hono/jsx';
import type { NoticeName } from '../i18n/problem.ts';
import { Confirmation, FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, EmptyState, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { Shell, type ShellProps } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import { OperatorMenu } from '../operator/menu.tsx';
import { StudioMenu } from '../studio/menu.tsx';
import type { Ui } from '../ui.ts';
import { Deployments, LmsFacts, OwnToolFacts, Placements, StateTag } from './parts.tsx';
import { lmsHref, lmsPaths } from './paths.ts';
import type { LmsDesk, LmsPlacementView, LmsScoreView, LmsView, OwnToolView } from './ports.ts';
import { Scores } from './scores.tsx';

type FrameProps = Pick<ShellProps, 'ui' | 'title' | 'notice'> & {
  readonly desk: LmsDesk;
  readonly children?: Child;
};

function Frame({ desk, ...props }: FrameProps) {
  const menu =
    desk === 'studio' ? (
      <StudioMenu ui={props.ui} current={lmsPaths.studio} />
    ) : (
      <OperatorMenu ui={props.ui} current={lmsPaths.operator} />
    );
  return <Shell {...props} section={desk} menu={menu} />;
}

interface PageProps {
  readonly ui: Ui;
  readonly desk: LmsDesk;
}

const trailOf = ({ ui, desk }: PageProps) => <Trail ui={ui} links={[[lmsPaths[desk], ui.t.lms.title]]} />;

/** Every learning system of this owner, and how to get another one. */
export function LmsListPage(
  props: PageProps & { readonly found: readonly LmsView[]; readonly notice?: NoticeName | undefined },
) {
  const { ui, desk, found, notice } = props;
  const words = ui.t.lms;
  const { name, state, last } = words.columns;
  return (
    <Frame ui={ui} desk={desk} title={words.title} notice={notice}>
      <PageHeading title={words.title} lead={desk === 'studio' ? words.lead : words.leadOperator} />
      {found.length === 0 ? (
        <EmptyState icon="window" title={words.emptyTitle} text={words.emptyText} />
      ) : (
        <Table caption={words.list} columns={[name, state, last]} cards>
          {found.map((lms) => (
            <tr>
              <th scope="row" class="font-medium">
                <a href={lmsHref(desk, lms.platformId)} class="text-link inline-flex min-h-8 items-center">
                  {lms.name}
                </a>
                <span class="quiet block text-sm font-normal break-all">{lms.issuer}</span>
              </th>
              <td data-label={state}>
                <StateTag ui={ui} lms={lms} />
              </td>
              <td data-label={last}>
                {lms.lastLaunchAt === undefined ? words.never : <When ui={ui} at={lms.lastLaunchAt} />}
              </td>
            </tr>
          ))}
        </Table>
      )}
      <div class="mt-8">
        <Block id="register" title={words.registerTitle}>
          <div class="panel max-w-3xl p-5">
            <p class="quiet mb-4">{words.registerText}</p>
            <div class="flex flex-wrap gap-2">
              <form method="post" action={`${lmsPaths[desk]}/address`}>
                <button type="submit" class="btn btn-primary">
                  {words.makeAddress}
                </button>
              </form>
              <a href={`${lmsPaths[desk]}/new`} class="btn">
                {words.byHand}
              </a>
            </div>
          </div>
        </Block>
      </div>
      <p class="quiet mt-6 max-w-[68ch] text-sm">{words.privacy}</p>
    </Frame>
  );
}

/** The address, this once. */
export function AddressPage(
  props: PageProps & { readonly made: { readonly address: string; readonly validUntil: string } },
) {
  const { ui, desk, made } = props;
  const words = ui.t.lms;
  return (
    <Frame ui={ui} desk={desk} title={words.addressTitle}>
      <PageHeading title={words.addressTitle} lead={words.addressText} trail={trailOf(props)} />
      <div class="panel max-w-3xl p-5">
        <label class="block font-medium" for="address">
          {words.address}
        </label>
        <textarea id="address" readonly rows={3} class="textarea mt-1 w-full font-mono text-sm break-all">
          {made.address}
        </textarea>
        <p class="mt-3">{words.validUntil(ui.format.dateTime(made.validUntil))}</p>
        <div class="mt-3">
          <Notice tone="warning">{words.addressSecret}</Notice>
        </div>
        <a href={lmsPaths[desk]} class="btn mt-4">
          {words.toList}
        </a>
      </div>
    </Frame>
  );
}

export function ByHandPage(props: PageProps & { readonly form: FormState; readonly tool: OwnToolView }) {
  const { ui, desk, form, tool } = props;
  const words = ui.t.lms;
  const shared = { ui, form };
  const address = { ...shared, maxlength: 2000, required: true } as const;
  return (
    <Frame ui={ui} desk={desk} title={words.byHandTitle}>
      <PageHeading title={words.byHandTitle} lead={words.byHandLead} trail={trailOf(props)} />
      <OwnToolFacts ui={ui} tool={tool} />
      <form method="post" action={`${lmsPaths[desk]}/new`} class="panel mt-6 max-w-3xl p-5 md:p-6">
        <FormProblem ui={ui} form={form} />
        <TextField {...shared} name="name" label={words.name} required maxlength={200} />
        <TextField {...address} name="issuer" label={words.issuer} hint={words.issuerHint} />
        <TextField {...shared} name="clientId" label={words.clientId} required maxlength={255} />
        <TextField {...address} name="authorizationUrl" label={words.authorizationUrl} />
        <TextField {...address} name="tokenUrl" label={words.tokenUrl} />
        <TextField {...address} name="jwksUri" label={words.jwksUri} />
        <TextField
          {...{ ...shared, maxlength: 20_000, multiline: true, rows: 2 }}
          {...{ name: 'deployments', label: words.deployments, hint: words.deploymentsHint }}
        />
        <TextField
          {...{ ...shared, maxlength: 1000 }}
          {...{ name: 'tokenAudience', label: words.tokenAudience, hint: words.tokenAudienceHint }}
        />
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
    </Frame>
  );
}

type Lms = LmsView & {
  readonly placements: readonly LmsPlacementView[];
  readonly scores: readonly LmsScoreView[];
};

/** One learning system: what it is, what it opens, and what may be done with it. */
export function LmsPage(
  props: PageProps & {
    readonly lms: Lms;
    readonly tool: OwnToolView;
    readonly form: FormState;
    readonly notice?: NoticeName | undefined;
  },
) {
  const { ui, desk, lms, form, notice } = props;
  const words = ui.t.lms;
  const base = lmsHref(desk, lms.platformId);
  return (
    <Frame ui={ui} desk={desk} title={lms.name} notice={notice}>
      <PageHeading title={lms.name} lead={<StateTag ui={ui} lms={lms} />} trail={trailOf(props)} />
      <FormProblem ui={ui} form={form} />
      <div class="space-y-8">
        {lms.status === 'waiting' && <Confirming {...props} />}
        {lms.status === 'off' && <Notice tone="warning">{words.offText}</Notice>}
        {lms.status !== 'waiting' && <Placements ui={ui} placements={lms.placements} />}
        {lms.status !== 'waiting' && <Scores ui={ui} base={base} scores={lms.scores} />}
        <Deployments ui={ui} lms={lms} base={base} form={form} />
        <LmsFacts ui={ui} lms={lms} />
        <OwnToolFacts ui={ui} tool={props.tool} />
        <div class="flex flex-wrap gap-3">
          {lms.status !== 'waiting' && (
            <form method="post" action={base}>
              <input type="hidden" name="step" value={lms.status === 'off' ? 'on' : 'off'} />
              <button type="submit" class="btn">
                {lms.status === 'off' ? words.turnOn : words.turnOff}
              </button>
            </form>
          )}
          <a href={`${base}/remove`} class="btn btn-ghost text-error">
            {words.remove}
          </a>
        </div>
      </div>
    </Frame>
  );
}

function Confirming({ ui, desk, lms, form }: PageProps & { readonly lms: Lms; readonly form: FormState }) {
  const words = ui.t.lms;
  const named = { ...form, values: { name: lms.name, ...form.values } };
  return (
    <Block id="confirm" title={words.waitingTitle}>
      <form method="post" action={lmsHref(desk, lms.platformId)} class="panel max-w-3xl p-5">
        <p class="mb-3">{words.waitingText}</p>
        <p class="mb-4">
          <span class="quiet block text-sm">{words.issuer}</span>
          <code class="break-all">{lms.issuer}</code>
        </p>
        <input type="hidden" name="step" value="confirm" />
        <input type="hidden" name="rev" value={String(lms.rev)} />
        <TextField ui={ui} form={named} name="name" label={words.name} required maxlength={200} />
        <button type="submit" class="btn btn-primary">
          {words.confirm}
        </button>
      </form>
    </Block>
  );
}

export function RemovePage(props: PageProps & { readonly lms: LmsView; readonly failure?: string }) {
  const { ui, desk, lms, failure } = props;
  const words = ui.t.lms;
  const base = lmsHref(desk, lms.platformId);
  return (
    <Frame ui={ui} desk={desk} title={words.removeTitle(lms.name)}>
      <Confirmation
        ui={ui}
        title={words.removeTitle(lms.name)}
        text={words.removeText}
        action={`${base}/remove`}
        confirm={words.removeConfirm}
        back={base}
        danger
        failure={failure}
      />
    </Frame>
  );
}
