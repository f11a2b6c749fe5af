import { csvRecord } from '@sinau/kernel';
import * as z from 'zod';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { plainText } from '../layout/text.tsx';
import { postFamilyNames } from '../people/ports.ts';
import { answerPage, attempt, choices, goTo, type PersonVisit, readForm, withWords } from '../visit.ts';
import { PoolPage } from './pool-page.tsx';
import { type PoolGroupView, type PoolOrder, type PoolPorts, type PoolRow, poolKinds } from './pool-ports.ts';
import { PoolsPage } from './pools-page.tsx';
import { poolsPath } from './pools-path.ts';

interface AtPools {
  readonly visit: PersonVisit;
  readonly ports: PoolPorts;
}

const quotaIdIn = ({ visit }: AtPools): string => visit.context.req.param('quotaId') ?? '';
const placeIn = (given: AtPools) => ({
  quotaId: quotaIdIn(given),
  poolId: given.visit.context.req.param('poolId') ?? '',
});

export async function showPools(
  given: AtPools,
  asked?: { readonly form: FormState; readonly poolId: string | undefined },
): Promise<Response> {
  const { context, ui, person, notice } = given.visit;
  const view = await given.ports.poolsOf(person, quotaIdIn(given));
  const form = asked?.form ?? { values: { kind: 'unit' }, errors: {} };
  const page = <PoolsPage ui={ui} view={view} form={form} poolId={asked?.poolId} notice={notice} />;
  return answerPage(context, page, asked ? 422 : 200);
}

const seats = z
  .string()
  .trim()
  .regex(/^\d{1,7}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(1_000_000));
const optionalText = z.string().trim().max(100).optional();

const poolsForm = z.object({
  do: z.enum(['add', 'set', 'remove']),
  rev: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
  poolId: z.string().max(64).optional(),
  kind: z.enum(poolKinds).optional(),
  unitId: optionalText,
  families: z.union([z.undefined(), choices(postFamilyNames)]),
  province: z.union([z.literal(''), z.string().regex(/^\d{2}$/)]).optional(),
  name: optionalText,
  seats,
  openFrom: z.union([z.literal(''), z.iso.date()]).optional(),
});
type PoolsForm = z.output<typeof poolsForm>;

/** Adds a group, changes its seats and its day, or removes it. */
export async function savePools(given: AtPools): Promise<Response> {
  const { visit, ports } = given;
  const { ui, context, person } = visit;
  const { wrong } = ui.t.quotas.pools;
  const read = await readForm(context, poolsForm, { ...wrong, other: ui.t.shell.fieldWrong });
  if (!read.ok) return showPools(given, { form: read.form, poolId: read.form.values.poolId });
  const quotaId = quotaIdIn(given);
  const { pools } = await ports.poolsOf(person, quotaId);
  const order = orderOf(read.data, pools);
  const { poolId } = read.data;
  if (!order) {
    const form = { ...read.form, errors: { kind: wrong.group } };
    return showPools(given, { form, poolId });
  }
  // What the domain calls by other names than the form.
  const named = { ...read.form, values: { ...read.form.values, group: '', pools: '' } };
  const done = await attempt(visit, named, () =>
    ports.setPools(person, quotaId, { rev: read.data.rev, pools: order }),
  );
  if (done.ok) return goTo(context, poolsPath(quotaId), 'saved');
  const form = withWords(ui, done.form, { ...wrong, pools: wrong.seats });
  return showPools(given, {
    form: { ...form, values: read.form.values, errors: ofFields(form.errors) },
    poolId,
  });
}

/** The one field that is wrong. */
function ofFields({ group, openFrom, seats: many, pools = many }: FormState['errors']): FormState['errors'] {
  if (group !== undefined) return { kind: group };
  if (openFrom !== undefined) return { openFrom };
  return pools === undefined ? {} : { seats: pools };
}

/** All pools as they are to be; undefined: the group is not named. */
function orderOf(form: PoolsForm, pools: readonly PoolRow[]): readonly PoolOrder[] | undefined {
  const kept = pools.map(({ poolId, group, seats: many, openFrom }) => ({
    ...{ poolId, group, seats: many },
    ...(openFrom !== undefined && { openFrom }),
  }));
  const terms = { seats: form.seats, ...(form.openFrom && { openFrom: form.openFrom }) };
  if (form.do === 'remove') return kept.filter(({ poolId }) => poolId !== form.poolId);
  if (form.do === 'set')
    return kept.map(({ poolId, group, ...was }) => {
      return { poolId, group, ...(poolId === form.poolId ? terms : was) };
    });
  const group = groupOf(form);
  return group && [...kept, { group, ...terms }];
}

function groupOf({ kind, unitId, families, province, name }: PoolsForm): PoolGroupView | undefined {
  switch (kind) {
    case 'unit':
      return unitId ? { kind, unitId, name: '' } : undefined;
    case 'posts':
      return families && families.length > 0 ? { kind, families } : undefined;
    case 'region':
      return province ? { kind, province } : undefined;
    case 'list':
      return name && name.length > 1 ? { kind, name } : undefined;
    default:
      return kind && { kind };
  }
}

export async function showPool(given: AtPools, form?: FormState): Promise<Response> {
  const { context, ui, person, notice } = given.visit;
  const after = context.req.query('page');
  const view = await given.ports.poolOf(person, placeIn(given), after === undefined ? {} : { after });
  const page = (
    <PoolPage ui={ui} view={view} form={form ?? emptyForm} isFirst={after === undefined} notice={notice} />
  );
  return answerPage(context, page, form ? 422 : 200);
}

const listForm = z.object({ do: z.enum(['put', 'off']), person: z.string().trim().min(1).max(254) });

/** Puts somebody on the list, or takes them off. */
export async function saveList(given: AtPools): Promise<Response> {
  const { visit, ports } = given;
  const { ui, context, person } = visit;
  const { wrong } = ui.t.quotas.pools;
  const read = await readForm(context, listForm, { ...wrong, other: ui.t.shell.fieldWrong });
  if (!read.ok) return showPool(given, read.form);
  const at = placeIn(given);
  if (read.data.do === 'off') {
    await ports.takeOffList(person, at, read.data.person);
  } else {
    const put = await ports.putOnList(person, at, read.data.person);
    const failure = put === 'own' ? wrong.own : wrong.person;
    if (put !== 'listed') return showPool(given, { ...read.form, errors: { person: failure } });
  }
  return goTo(context, `${poolsPath(at.quotaId)}/${encodeURIComponent(at.poolId)}`, 'saved');
}

/** Names and titles are other people's words: no cell of them begins as a formula (case F1). */
export async function sendPoolSeats(given: AtPools): Promise<Response> {
  const { context, ui, person } = given.visit;
  const words = ui.t.quotas.pools;
  const { seats: all } = await given.ports.poolOf(person, placeIn(given), { all: true });
  const rows = all.map((seat) =>
    csvRecord([seat.person, plainText(ui, seat.course), words.state[seat.state], seat.at]),
  );
  return context.body(`\ufeff${csvRecord(words.csvColumns)}${rows.join('')}`, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="sinau-kursi-kelompok.csv"',
  });
}
