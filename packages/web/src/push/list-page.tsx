import type { NoticeName } from '../i18n/problem.ts';
import { EmptyState, PageHeading } from '../layout/parts.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { PushFrame } from './frame.tsx';
import { type PushPlace, pushHref } from './place.tsx';
import type { PushSubscription } from './ports.ts';
import { FailureText, LagText, StateTag } from './state.tsx';

/** Every receiver with its state, how far it is behind, and how it went last. */
export function PushListPage(props: {
  readonly ui: Ui;
  readonly place: PushPlace;
  readonly subscriptions: readonly PushSubscription[];
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, place, subscriptions } = props;
  const { t } = ui;
  const words = place.words(ui);
  const actions = (
    <>
      {place.kinds.map((kind, n) => (
        <a href={`${place.path}/new/${kind}`} class={n === 0 ? 'btn btn-primary' : 'btn'}>
          {t.push.add[kind]}
        </a>
      ))}
    </>
  );
  const empty = subscriptions.length === 0;
  return (
    <PushFrame ui={ui} place={place} title={words.title} notice={props.notice}>
      <PageHeading title={words.title} lead={words.lead} actions={empty ? undefined : actions} />
      {empty ? (
        <EmptyState icon="arrow" title={t.push.emptyTitle} text={words.emptyText}>
          {actions}
        </EmptyState>
      ) : (
        <div class="space-y-4">
          {subscriptions.map((subscription) => (
            <Subscription ui={ui} place={place} subscription={subscription} />
          ))}
        </div>
      )}
    </PushFrame>
  );
}

function Subscription(props: {
  readonly ui: Ui;
  readonly place: PushPlace;
  readonly subscription: PushSubscription;
}) {
  const { ui, place, subscription } = props;
  const { t } = ui;
  const { subscriptionId, name, receiver, state, deadLetters, lastSuccessAt, lastFailure, nextTryAt } =
    subscription;
  const id = `push-${subscriptionId}`;
  const failed = lastFailure && (lastSuccessAt === undefined || lastFailure.at > lastSuccessAt);
  return (
    <section class="panel p-5" aria-labelledby={id}>
      <div class="flex flex-wrap items-baseline justify-between gap-2">
        <h2 id={id} class="font-semibold">
          <a href={pushHref(place, subscriptionId)} class="text-link">
            {name}
          </a>
        </h2>
        <StateTag ui={ui} subscription={subscription} />
      </div>
      <p class="quiet mt-1 text-sm break-all">
        {t.push.kind[receiver.kind]} · {receiver.url}
      </p>
      <dl class="mt-3 grid gap-3 sm:grid-cols-3">
        <div>
          <dt class="quiet text-sm">{t.push.lag}</dt>
          <dd>
            <LagText ui={ui} subscription={subscription} />
          </dd>
        </div>
        <div>
          <dt class="quiet text-sm">{t.push.lastSuccess}</dt>
          <dd>{lastSuccessAt ? <When ui={ui} at={lastSuccessAt} /> : t.shell.never}</dd>
        </div>
        {failed && (
          <div>
            <dt class="quiet text-sm">{t.push.lastFailure}</dt>
            <dd>
              <FailureText ui={ui} failure={lastFailure} />
            </dd>
          </div>
        )}
        {deadLetters.count > 0 && (
          <div>
            <dt class="quiet text-sm">{t.push.letters}</dt>
            <dd>
              <a href={`${pushHref(place, subscriptionId)}#letters`} class="text-link">
                {t.push.lettersCount(ui.format.number(deadLetters.count), deadLetters.atLeast)}
              </a>
            </dd>
          </div>
        )}
        {state === 'waiting' && nextTryAt && (
          <div>
            <dt class="quiet text-sm">{t.push.nextTry}</dt>
            <dd>
              <When ui={ui} at={nextTryAt} />
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
