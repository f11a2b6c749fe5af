import { provinceCodes, provinceName } from '@sinau/kernel';
import { noonOf } from '../course/standing.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { CheckboxGroup, FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Block, PageHeading, ProgressBar, Table, Trail } from '../layout/parts.tsx';
import { plainText } from '../layout/text.tsx';
import { postFamilyNames } from '../people/ports.ts';
import { familyTerms } from '../people/post-terms.ts';
import { unitPaths } from '../people/unit-paths.ts';
import type { Ui } from '../ui.ts';
import { homeOf, QuotaFrame } from './place.tsx';
import { poolName } from './pool-name.ts';
import { type PoolRow, type PoolsView, poolKinds } from './pool-ports.ts';
import { poolsPath } from './pools-path.ts';
import type { QuotaRow } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly view: PoolsView;
  readonly form: FormState;
  /** The pool whose form it is; absent: that of a new one. */
  readonly poolId?: string | undefined;
  readonly notice?: NoticeName | undefined;
}

export const quotaName = (ui: Ui, { course, provider }: QuotaRow): string =>
  course ? plainText(ui, course.title) : ui.t.quotas.allOf(provider);

/** For which groups seats of a quota are kept, what is taken of each, and the ways to change it. */
export function PoolsPage(props: Props) {
  const { ui, view } = props;
  const words = ui.t.quotas.pools;
  return (
    <QuotaFrame ui={ui} place="agency" title={words.title} notice={props.notice}>
      <PageHeading
        title={`${words.title}: ${quotaName(ui, view.quota)}`}
        lead={words.lead}
        trail={<Trail ui={ui} links={[[homeOf.agency, ui.t.quotas.title]]} />}
      />
      <Block id="pools" title={words.kept}>
        {view.pools.length === 0 && <p class="mb-4">{words.none}</p>}
        <Table caption={words.kept} columns={words.columns} cards>
          {view.pools.map((pool) => (
            <Pool {...props} pool={pool} />
          ))}
          <Everybody {...props} />
        </Table>
      </Block>
      <Block id="add" title={words.add}>
        <Add {...props} />
      </Block>
    </QuotaFrame>
  );
}

function Taken(props: {
  readonly ui: Ui;
  readonly name: string;
  readonly taken: number;
  readonly seats: number;
}) {
  const { ui, name, taken, seats } = props;
  const words = ui.t.quotas.pools;
  const { number } = ui.format;
  return (
    <>
      <p class="tabular-nums">{words.taken(number(taken), number(seats))}</p>
      <ProgressBar
        percent={seats === 0 ? 100 : Math.min(100, (taken / seats) * 100)}
        label={`${words.columns[1]}: ${name}`}
      />
      <p class="quiet text-sm tabular-nums">{words.left(number(Math.max(0, seats - taken)))}</p>
    </>
  );
}

function Pool(props: Props & { readonly pool: PoolRow }) {
  const { ui, view, pool } = props;
  const words = ui.t.quotas.pools;
  const [, taken, waiting, from, action] = words.columns;
  const name = poolName(ui, pool.group);
  const path = poolsPath(view.quota.quotaId);
  const isOpen = props.poolId === pool.poolId;
  return (
    <tr>
      <th scope="row" class="font-medium">
        {name}
        <p class="quiet text-sm font-normal">{words.kinds[pool.group.kind]}</p>
        {pool.asked > 0 && <p class="text-sm font-normal">{words.askedBy(ui.format.number(pool.asked))}</p>}
      </th>
      <td data-label={taken} class="min-w-40">
        <Taken ui={ui} name={name} taken={pool.taken} seats={pool.seats} />
      </td>
      <td data-label={waiting} class="tabular-nums">
        {ui.format.number(pool.waiting)}
      </td>
      <td data-label={from}>
        {pool.openFrom === undefined ? words.never : ui.format.date(noonOf(pool.openFrom))}
        {pool.opened && <p class="quiet text-sm">{words.opened}</p>}
      </td>
      <td data-label={action}>
        <a
          class="btn btn-sm mb-2"
          href={`${path}/${encodeURIComponent(pool.poolId)}`}
          aria-label={words.whoOf(name)}
        >
          {words.who}
        </a>
        <details open={isOpen}>
          <summary class="btn btn-sm" aria-label={words.changeOf(name)}>
            {words.change}
          </summary>
          <Change {...props} name={name} path={path} isOpen={isOpen} />
        </details>
      </td>
    </tr>
  );
}

function Change(
  props: Props & {
    readonly pool: PoolRow;
    readonly name: string;
    readonly path: string;
    readonly isOpen: boolean;
  },
) {
  const { ui, view, pool, path, isOpen } = props;
  const words = ui.t.quotas.pools;
  const own = { seats: String(pool.seats), openFrom: pool.openFrom ?? '' };
  const form: FormState = isOpen ? props.form : { values: own, errors: {} };
  const id = (name: string) => `field-${name}-${pool.poolId}`;
  return (
    <form method="post" action={path} class="mt-3 min-w-56 space-y-3">
      {isOpen && <FormProblem ui={ui} form={form} />}
      <input type="hidden" name="rev" value={view.quota.rev} />
      <input type="hidden" name="poolId" value={pool.poolId} />
      <div>
        <label class="block font-medium" for={id('seats')}>
          {words.seats}
        </label>
        <input
          {...{ id: id('seats'), name: 'seats', inputmode: 'numeric', class: 'input w-full', maxlength: 7 }}
          value={form.values.seats}
          required
        />
        {form.errors.seats && <p class="text-error text-sm">{form.errors.seats}</p>}
      </div>
      <div>
        <label class="block font-medium" for={id('openFrom')}>
          {words.openFrom}
        </label>
        <input
          {...{ id: id('openFrom'), name: 'openFrom', type: 'date', class: 'input w-full' }}
          value={form.values.openFrom}
        />
        {form.errors.openFrom && <p class="text-error text-sm">{form.errors.openFrom}</p>}
      </div>
      <button type="submit" name="do" value="set" class="btn btn-primary btn-sm">
        {words.save}
      </button>
      {pool.taken === 0 && (
        <div>
          <button type="submit" name="do" value="remove" class="btn btn-sm">
            {words.remove}
          </button>
          <p class="quiet mt-1 text-sm">{words.removeHint}</p>
        </div>
      )}
    </form>
  );
}

function Everybody({ ui, view }: Props) {
  const words = ui.t.quotas.pools;
  const [, taken, waiting, from, action] = words.columns;
  return (
    <tr>
      <th scope="row" class="font-medium">
        {words.everybody}
        <p class="quiet text-sm font-normal">{words.everybodyText}</p>
      </th>
      <td data-label={taken} class="min-w-40">
        <Taken ui={ui} name={words.everybody} {...view.everybody} />
      </td>
      <td data-label={waiting} class="tabular-nums">
        {ui.format.number(view.quota.waiting)}
      </td>
      <td data-label={from}>–</td>
      <td data-label={action}>–</td>
    </tr>
  );
}

function Add({ ui, view, form: given, poolId }: Props) {
  const words = ui.t.quotas.pools;
  const form = poolId === undefined ? given : { values: { kind: 'unit' }, errors: {} };
  const field = { ui, form };
  const choose = ['', words.choose] as const;
  return (
    <form method="post" action={poolsPath(view.quota.quotaId)} class="panel max-w-2xl p-5 md:p-6">
      <FormProblem ui={ui} form={form} />
      <input type="hidden" name="rev" value={view.quota.rev} />
      <SelectField
        {...field}
        name="kind"
        label={words.kind}
        hint={words.kindHint}
        required
        options={poolKinds.map((kind) => [kind, words.kinds[kind]])}
      />
      <SelectField {...field} name="unitId" label={words.unit} options={[choose, ...unitPaths(view.units)]} />
      <CheckboxGroup
        {...field}
        name="families"
        label={words.families}
        options={postFamilyNames.map((family) => [family, familyTerms[family]])}
      />
      <SelectField
        {...field}
        name="province"
        label={words.province}
        hint={words.provinceHint}
        options={[choose, ...provinceCodes.map((code) => [code, provinceName(code) ?? code] as const)]}
      />
      <TextField {...field} name="name" label={words.name} hint={words.nameHint} maxlength={100} />
      <TextField
        {...field}
        name="seats"
        inputmode="numeric"
        label={words.seats}
        hint={words.seatsHint(ui.format.number(view.everybody.seats))}
        required
        maxlength={7}
      />
      <TextField
        {...field}
        name="openFrom"
        type="date"
        label={words.openFrom}
        hint={words.openFromHint}
        maxlength={10}
      />
      <button type="submit" name="do" value="add" class="btn btn-primary">
        {words.add}
      </button>
    </form>
  );
}
