import type { Child } from 'hono/jsx';
import type { NoticeName } from '../i18n/problem.ts';
import { Notice } from '../layout/notice.tsx';
import { Block, Figure, PageHeading, Paging, Table, Trail } from '../layout/parts.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { PushFrame } from './frame.tsx';
import { type PushPlace, pushHref } from './place.tsx';
import type { PushLetter, PushSubscription, PushTest, PushTry, PushView } from './ports.ts';
import { FailureText, LagText, StateTag, stateText } from './state.tsx';

export interface PushPageProps {
  readonly ui: Ui;
  readonly place: PushPlace;
  readonly view: PushView;
  readonly isFirst: boolean;
  readonly notice?: NoticeName | undefined;
  /** What a test that was just sent came to. */
  readonly test?: PushTest;
  /** What sending again came to. */
  readonly replayed?: { readonly delivered: number; readonly failed: number };
}

/** One receiver: how it goes, what it is set to, and what it did not take. */
export function PushPage(props: PushPageProps) {
  const { ui, place, view, notice } = props;
  const { subscription } = view;
  return (
    <PushFrame ui={ui} place={place} title={subscription.name} notice={notice}>
      <PageHeading
        title={subscription.name}
        lead={stateText(ui, subscription, place.words(ui).active)}
        trail={<Trail ui={ui} links={[[place.path, place.words(ui).title]]} />}
        actions={<StateTag ui={ui} subscription={subscription} />}
      />
      <Answers {...props} />
      <Figures ui={ui} subscription={subscription} />
      <Actions ui={ui} place={place} subscription={subscription} />
      <Settings ui={ui} place={place} subscription={subscription} />
      {subscription.recent && <Log ui={ui} recent={subscription.recent} />}
      <Letters {...props} />
    </PushFrame>
  );
}

function Answers({ ui, test, replayed }: PushPageProps) {
  const { t, format } = ui;
  const seconds = (milliseconds: number) => format.number(milliseconds / 1000);
  return (
    <>
      {test && (
        <div class="mb-5">
          <Notice tone={test.ok ? 'success' : 'error'} live>
            {test.ok
              ? t.push.testOk(test.status ?? 200, seconds(test.milliseconds))
              : t.push.testFailed(
                  t.push.failure(test.reason ?? 'broken', test.status),
                  seconds(test.milliseconds),
                )}
          </Notice>
        </div>
      )}
      {replayed && (
        <div class="mb-5">
          <Notice tone={replayed.failed > 0 ? 'warning' : 'success'} live>
            {t.push.replayed(format.number(replayed.delivered), format.number(replayed.failed))}
          </Notice>
        </div>
      )}
    </>
  );
}

function Figures({ ui, subscription }: { readonly ui: Ui; readonly subscription: PushSubscription }) {
  const { t } = ui;
  const { delivered, lastSuccessAt, lastFailure, nextTryAt, state } = subscription;
  return (
    <dl class="mb-6 grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
      <Figure label={t.push.delivered} value={ui.format.number(delivered)} />
      <Fact label={t.push.lag}>
        <LagText ui={ui} subscription={subscription} />
      </Fact>
      <Fact label={t.push.lastSuccess}>
        {lastSuccessAt ? <When ui={ui} at={lastSuccessAt} /> : t.shell.never}
      </Fact>
      {lastFailure && (
        <Fact label={t.push.lastFailure}>
          <FailureText ui={ui} failure={lastFailure} />
        </Fact>
      )}
      {state === 'waiting' && nextTryAt && (
        <Fact label={t.push.nextTry}>
          <When ui={ui} at={nextTryAt} />
        </Fact>
      )}
    </dl>
  );
}

function Fact(props: { readonly label: string; readonly children?: Child }) {
  return (
    <div class="panel px-4 py-3">
      <dt class="quiet text-sm">{props.label}</dt>
      <dd class="font-medium">{props.children}</dd>
    </div>
  );
}

interface PartProps {
  readonly ui: Ui;
  readonly place: PushPlace;
  readonly subscription: PushSubscription;
}

function Actions({ ui, place, subscription }: PartProps) {
  const { t } = ui;
  const base = pushHref(place, subscription.subscriptionId);
  const running = subscription.state === 'active' || subscription.state === 'waiting';
  return (
    <div class="no-print mb-8 flex flex-wrap gap-2">
      <form method="post" action={`${base}/test`}>
        <button type="submit" class="btn btn-primary">
          {t.push.test}
        </button>
      </form>
      <form method="post" action={`${base}/${running ? 'pause' : 'resume'}`}>
        <button type="submit" class="btn">
          {running ? t.push.pause : t.push.resume}
        </button>
      </form>
      <a href={`${base}/change`} class="btn">
        {t.push.change}
      </a>
      {subscription.receiver.kind === 'webhook' && (
        <a href={`${base}/rotate`} class="btn">
          {t.push.rotate}
        </a>
      )}
      <a href={`${base}/delete`} class="btn btn-ghost text-error">
        {t.push.delete}
      </a>
    </div>
  );
}

function Settings({ ui, place, subscription }: PartProps) {
  const { t } = ui;
  const { receiver, filter, createdAt } = subscription;
  const list = (iris: readonly string[]) =>
    iris.length === 0 ? (
      t.push.everything
    ) : (
      <ul>
        {iris.map((iri) => (
          <li class="break-all">{iri}</li>
        ))}
      </ul>
    );
  return (
    <Block id="settings" title={t.push.settings}>
      <dl class="panel grid gap-x-6 gap-y-3 p-5 sm:grid-cols-[12rem_1fr]">
        <Row label={t.push.url[receiver.kind]}>
          <span class="break-all">{receiver.url}</span>
        </Row>
        {receiver.kind === 'lrs' ? (
          <>
            <Row label={t.push.version}>{receiver.version}</Row>
            <Row label={t.push.auth}>{t.push.authKind[receiver.auth.kind]}</Row>
            <Row label={t.push.account}>
              <span class="break-all">
                {receiver.auth.kind === 'basic' ? receiver.auth.key : receiver.auth.clientId}
              </span>
            </Row>
          </>
        ) : (
          <>
            <Row label={t.push.events}>{receiver.events.map((event) => t.push.event[event]).join(', ')}</Row>
            {place.hasFilters && <Row label={t.push.payload}>{t.push.payloads[receiver.payload]}</Row>}
          </>
        )}
        {place.hasFilters && (
          <>
            <Row label={t.push.verbs}>{list(filter.verbs)}</Row>
            <Row label={t.push.activities}>{list(filter.activities)}</Row>
          </>
        )}
        <Row label={t.operator.columns.created}>
          <When ui={ui} at={createdAt} />
        </Row>
      </dl>
    </Block>
  );
}

function Row(props: { readonly label: string; readonly children?: Child }) {
  return (
    <>
      <dt class="quiet">{props.label}</dt>
      <dd class="min-w-0">{props.children}</dd>
    </>
  );
}

/** The last tries, so that whoever sets a receiver up sees what it answered. */
function Log({ ui, recent }: { readonly ui: Ui; readonly recent: readonly PushTry[] }) {
  const { t } = ui;
  const { when, event, outcome } = t.push.logColumns;
  return (
    <Block id="log" title={t.push.log}>
      <Table caption={t.push.log} columns={[when, event, outcome]}>
        {recent.map(({ at, type, id, reason, status }) => (
          <tr>
            <td class="whitespace-nowrap">
              <When ui={ui} at={at} />
            </td>
            <th scope="row" class="font-normal">
              {t.push.event[type]}
              <span class="quiet block font-mono text-sm whitespace-nowrap">{id}</span>
            </th>
            <td>
              {reason === undefined ? (
                <span class="tag tag-success">{t.push.delivered}</span>
              ) : (
                t.push.failure(reason, status)
              )}
            </td>
          </tr>
        ))}
      </Table>
    </Block>
  );
}

function Letters({ ui, place, view, isFirst }: PushPageProps) {
  const { t } = ui;
  const { letters, subscription, next } = view;
  const base = pushHref(place, subscription.subscriptionId);
  const columns = t.push.letterColumns;
  if (letters.length === 0) {
    return (
      <Block id="letters" title={t.push.letters}>
        <p class="quiet">{t.push.lettersEmpty}</p>
      </Block>
    );
  }
  const all = (
    <form method="post" action={`${base}/replay`}>
      <button type="submit" class="btn">
        {t.push.replayAll}
      </button>
    </form>
  );
  return (
    <Block id="letters" title={t.push.letters} aside={all}>
      <p class="quiet mb-3">{t.push.lettersLead}</p>
      <Table
        caption={t.push.letters}
        columns={[columns.line, columns.stored, columns.reason, columns.tried, columns.action]}
      >
        {letters.map((letter) => (
          <Letter ui={ui} letter={letter} base={base} />
        ))}
      </Table>
      <Paging ui={ui} path={base} next={next} isFirst={isFirst} />
    </Block>
  );
}

function Letter(props: { readonly ui: Ui; readonly letter: PushLetter; readonly base: string }) {
  const { ui, letter, base } = props;
  const { t } = ui;
  return (
    <tr>
      <th scope="row" class="font-normal">
        {letter.event ? t.push.event[letter.event] : t.push.letterKind[letter.kind]}
        {letter.kind === 'event' ? (
          <span class="block font-mono text-sm whitespace-nowrap">{letter.id}</span>
        ) : (
          <a
            class="text-link block font-mono text-sm whitespace-nowrap"
            href={`/agency/statements/${encodeURIComponent(letter.id)}`}
          >
            {letter.id}
          </a>
        )}
      </th>
      <td class="whitespace-nowrap">
        <When ui={ui} at={letter.stored} />
      </td>
      <td>{t.push.failure(letter.reason, letter.status)}</td>
      <td>
        <When ui={ui} at={letter.at} />
        {letter.replays > 0 && (
          <span class="quiet block text-sm">{t.push.replays(ui.format.number(letter.replays))}</span>
        )}
      </td>
      <td>
        <form method="post" action={`${base}/replay`}>
          <input type="hidden" name="letter" value={letter.letterId} />
          <button
            type="submit"
            class="btn btn-sm min-h-10 whitespace-nowrap"
            aria-label={`${t.push.replay}: ${letter.id}`}
          >
            {t.push.replay}
          </button>
        </form>
      </td>
    </tr>
  );
}
