import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Block, EmptyState, PageHeading } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import { mayDecide } from '../privacy/parts.tsx';
import type { Ui } from '../ui.ts';
import { deskFrame } from './desk-page.tsx';
import { holdsPath } from './paths.ts';
import type { LegalHoldView } from './ports.ts';

/** What keeps records from being erased, and the form that places one more. */
export function HoldsPage(props: {
  readonly ui: Ui;
  readonly holds: readonly LegalHoldView[];
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, holds, form } = props;
  const { requests } = ui.t;
  const { menu, parts } = deskFrame(ui, { path: holdsPath, section: 'operator' });
  return (
    <Shell ui={ui} title={requests.holds} section="operator" notice={props.notice} menu={menu}>
      <PageHeading title={requests.holds} lead={requests.holdsLead} />
      {parts}
      <div class={mayDecide(ui) ? 'grid items-start gap-8 lg:grid-cols-[1fr_22rem]' : undefined}>
        <div class="min-w-0">
          {holds.length === 0 ? (
            <EmptyState icon="list" title={requests.holdsEmptyTitle} text={requests.holdsEmptyText} />
          ) : (
            <ul class="grid gap-3">
              {holds.map((hold) => (
                <Hold ui={ui} hold={hold} />
              ))}
            </ul>
          )}
        </div>
        {mayDecide(ui) && <HoldForm ui={ui} form={form} />}
      </div>
    </Shell>
  );
}

function Hold({ ui, hold }: { readonly ui: Ui; readonly hold: LegalHoldView }) {
  const { requests } = ui.t;
  return (
    <li class="panel p-4">
      <div class="flex flex-wrap items-baseline justify-between gap-2">
        <h2 class="font-semibold">{hold.person}</h2>
        <span class={hold.holds ? 'tag tag-warning' : 'tag'}>
          {hold.holds ? requests.holding : requests.holdEnded}
        </span>
      </div>
      <p class="mt-2 break-words">{hold.ground}</p>
      <p class="quiet mt-1 text-sm">
        {hold.placedBy}, <When ui={ui} at={hold.placedAt} />
        {' · '}
        {hold.until ? requests.holdUntil(ui.format.date(hold.until)) : requests.holdWithoutEnd}
        {hold.liftedAt && (
          <>
            {' · '}
            {requests.liftedBy} {hold.liftedBy}, <When ui={ui} at={hold.liftedAt} />
          </>
        )}
      </p>
      {hold.holds && mayDecide(ui) && (
        <form method="post" action={`${holdsPath}/lift`} class="mt-3">
          <input type="hidden" name="personId" value={hold.personId} />
          <input type="hidden" name="holdId" value={hold.holdId} />
          <button type="submit" class="btn btn-sm">
            {requests.lift}
          </button>
        </form>
      )}
    </li>
  );
}

function HoldForm({ ui, form }: { readonly ui: Ui; readonly form: FormState }) {
  const { requests, privacy } = ui.t;
  return (
    <Block id="place" title={requests.placeTitle}>
      <form method="post" action={holdsPath} class="panel p-5">
        <FormProblem ui={ui} form={form} />
        <TextField
          {...{ ui, form, name: 'who', label: privacy.who, hint: privacy.whoHint, required: true }}
          maxlength={254}
        />
        <TextField
          {...{ ui, form, name: 'ground', label: requests.holdGround, hint: requests.holdGroundHint }}
          required
          multiline
          maxlength={500}
        />
        <TextField
          {...{ ui, form, name: 'until', label: requests.holdLast, hint: requests.holdLastHint }}
          type="date"
          maxlength={10}
        />
        <button type="submit" class="btn btn-primary">
          {requests.place}
        </button>
      </form>
    </Block>
  );
}
