import type { NoticeName } from '../i18n/problem.ts';
import { Confirmation, FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { Shell, type ShellProps } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import { OperatorMenu } from '../operator/menu.tsx';
import type { Ui } from '../ui.ts';
import { keysPath, rotateHref, withdrawHref, withdrawPath } from './paths.ts';
import type { KeyActor, SigningKeyView, SigningRole } from './ports.ts';

const Frame = (props: Pick<ShellProps, 'ui' | 'title' | 'notice' | 'children'>) => (
  <Shell {...props} section="operator" menu={<OperatorMenu ui={props.ui} current={keysPath} />} />
);

/** Every key by what it is for, and what may be done with it. */
export function KeysPage(props: {
  readonly ui: Ui;
  readonly keys: readonly (readonly [SigningRole, readonly SigningKeyView[]])[];
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, notice } = props;
  const words = ui.t.signingKeys;
  return (
    <Frame ui={ui} title={words.title} notice={notice}>
      <PageHeading title={words.title} lead={words.lead} />
      <div class="space-y-8">
        {props.keys.map(([role, keys]) => (
          <RoleKeys ui={ui} role={role} keys={keys} />
        ))}
      </div>
    </Frame>
  );
}

function RoleKeys({
  ui,
  role,
  keys,
}: {
  readonly ui: Ui;
  readonly role: SigningRole;
  readonly keys: readonly SigningKeyView[];
}) {
  const words = ui.t.signingKeys;
  const { columns } = words;
  const next = keys.find(({ state }) => state === 'next');
  return (
    <Block id={role} title={words.role[role]}>
      <p class="quiet mb-3 max-w-[65ch]">{words.roleText[role]}</p>
      <Table
        cards
        caption={words.role[role]}
        columns={[columns.key, columns.state, columns.signsFrom, columns.until, columns.actions]}
      >
        {keys.map((key) => (
          <KeyRow ui={ui} role={role} item={key} />
        ))}
      </Table>
      <p class="mt-3">
        {next ? (
          <span class="quiet">{words.waiting(ui.format.dateTime(next.signsFrom))}</span>
        ) : (
          <a href={rotateHref(role)} class="btn">
            {words.rotate}
            <span class="sr-only"> ({words.role[role]})</span>
          </a>
        )}
      </p>
    </Block>
  );
}

const tones = {
  current: 'tag tag-success',
  next: 'tag tag-warning',
  retired: 'tag',
  withdrawn: 'tag tag-error',
} as const;

const nameOf = (ui: Ui, { id, name }: KeyActor): string => name ?? ui.t.signingKeys.account(id);

function KeyRow({
  ui,
  role,
  item,
}: {
  readonly ui: Ui;
  readonly role: SigningRole;
  readonly item: SigningKeyView;
}) {
  const words = ui.t.signingKeys;
  const { columns } = words;
  const { kid, state, madeBy, withdrawn } = item;
  return (
    <tr>
      <th scope="row" class="font-medium">
        <code class="text-sm break-all">{kid}</code>
        <span class="quiet block text-sm font-normal">
          {words.made(ui.format.dateTime(item.createdAt), madeBy && nameOf(ui, madeBy))}
        </span>
      </th>
      <td data-label={columns.state}>
        <span class={tones[state]}>{words.state[state]}</span>
      </td>
      <td data-label={columns.signsFrom}>
        <When ui={ui} at={item.signsFrom} />
      </td>
      <td data-label={columns.until}>
        <Until ui={ui} item={item} />
      </td>
      <td data-label={columns.actions}>
        {withdrawn ? (
          `${nameOf(ui, withdrawn.by)}: ${withdrawn.reason}`
        ) : (
          <a href={withdrawHref(role, kid)} class="text-link inline-flex min-h-8 items-center">
            {words.withdraw}
            <span class="sr-only"> {kid}</span>
          </a>
        )}
      </td>
    </tr>
  );
}

function Until({ ui, item }: { readonly ui: Ui; readonly item: SigningKeyView }) {
  const words = ui.t.signingKeys;
  const { withdrawn, publishedUntil, rotatesAt } = item;
  if (withdrawn) return <span>{words.outSince(ui.format.dateTime(withdrawn.at))}</span>;
  if (publishedUntil !== undefined) return <When ui={ui} at={publishedUntil} />;
  return <span>{rotatesAt === undefined ? words.noEnd : words.untilNext(ui.format.date(rotatesAt))}</span>;
}

export function RotatePage(props: {
  readonly ui: Ui;
  readonly role: SigningRole;
  readonly failure?: string | undefined;
}) {
  const { ui, role, failure } = props;
  const words = ui.t.signingKeys;
  return (
    <Frame ui={ui} title={words.rotateTitle}>
      <Confirmation
        ui={ui}
        title={`${words.rotateTitle} (${words.role[role]})`}
        text={words.rotateText[role]}
        action={rotateHref(role)}
        confirm={words.rotateConfirm}
        back={keysPath}
        failure={failure}
      />
    </Frame>
  );
}

/** What it means for those on the other side is said before, and a reason is kept. */
export function WithdrawPage(props: {
  readonly ui: Ui;
  readonly role: SigningRole;
  readonly item: SigningKeyView;
  /** Another one is known to the other sides already. */
  readonly hasNext: boolean;
  readonly form: FormState;
}) {
  const { ui, role, item, hasNext, form } = props;
  const words = ui.t.signingKeys;
  const signs = item.state === 'current';
  return (
    <Frame ui={ui} title={words.withdrawTitle}>
      <PageHeading
        title={words.withdrawTitle}
        lead={<code class="text-sm break-all">{item.kid}</code>}
        trail={<Trail ui={ui} links={[[keysPath, words.title]]} />}
      />
      <form method="post" action={withdrawPath(role)} class="panel max-w-xl p-5 md:p-6">
        <FormProblem ui={ui} form={form} />
        <div class="mb-5">
          <Notice tone="warning">
            <p class="font-medium">{words.effect[signs ? 'current' : 'other']}</p>
            <ul class="mt-2 list-disc space-y-1 ps-5">
              {signs && <li>{words.otherSide[role][hasNext ? 'known' : 'unknown']}</li>}
              <li>{words.stillBelieved[role]}</li>
              <li>{words.forGood}</li>
            </ul>
          </Notice>
        </div>
        <input type="hidden" name="kid" value={item.kid} />
        <TextField
          {...{ ui, form, name: 'reason', label: words.reason, hint: words.reasonHint, maxlength: 500 }}
          required
        />
        <div class="flex flex-wrap gap-3">
          <button type="submit" class="btn btn-error">
            {words.withdrawConfirm}
          </button>
          <a href={keysPath} class="btn btn-ghost">
            {ui.t.shell.cancel}
          </a>
        </div>
      </form>
    </Frame>
  );
}
