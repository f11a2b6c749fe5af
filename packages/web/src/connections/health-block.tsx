import type { Child } from 'hono/jsx';
import { Notice } from '../layout/notice.tsx';
import { Block } from '../layout/parts.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { HealthLight } from './light.tsx';
import type { CapabilityHealth, ConnectionCapability, ConnectionHealth } from './ports.ts';

const capabilities: readonly ConnectionCapability['name'][] = [
  'sign-in',
  'catalogue',
  'enrolment',
  'results',
];

/** How the provider answered lately. */
export function HealthBlock({ ui, health }: { readonly ui: Ui; readonly health: ConnectionHealth }) {
  const words = ui.t.connections;
  return (
    <Block id="health" title={words.healthTitle} aside={<HealthLight ui={ui} health={health} />}>
      {health.away && <Away ui={ui} away={health.away} />}
      <dl class="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {capabilities.map((name) => (
          <Fact label={words.capability[name]}>
            <LastAnswer ui={ui} last={health.last[name] ?? {}} />
          </Fact>
        ))}
        <Fact label={words.budget}>
          <BudgetText ui={ui} budget={health.budget} />
        </Fact>
        {health.statements && (
          <Fact label={words.statements}>
            {words.statementsCount(
              ui.format.number(health.statements.results),
              ui.format.number(health.statements.others),
            )}
          </Fact>
        )}
      </dl>
    </Block>
  );
}

function Away({ ui, away }: { readonly ui: Ui; readonly away: NonNullable<ConnectionHealth['away']> }) {
  const words = ui.t.connections;
  const { since, nextTryAt, reason } = away;
  return (
    <div class="mb-3">
      <Notice tone="error">
        <p class="font-semibold">{words.awayTitle}</p>
        {reason && <p>{`${words.failure[reason]} ${words.advice[reason]}`}</p>}
        <p>
          {words.awaySince} <When ui={ui} at={since} />. {words.nextTry} <When ui={ui} at={nextTryAt} />.
        </p>
      </Notice>
    </div>
  );
}

function LastAnswer({ ui, last }: { readonly ui: Ui; readonly last: CapabilityHealth }) {
  const words = ui.t.connections;
  const { successAt, failureAt, reason } = last;
  if (successAt === undefined && failureAt === undefined) return <span class="quiet">{words.notYet}</span>;
  const failing = failureAt !== undefined && failureAt > (successAt ?? '');
  return (
    <>
      {successAt && (
        <span class="block">
          {words.lastSuccess} <When ui={ui} at={successAt} />
        </span>
      )}
      {failing && (
        <span class="block text-sm font-medium text-error">
          {words.lastFailure} <When ui={ui} at={failureAt} />
          {reason && `: ${words.failure[reason]}`}
        </span>
      )}
    </>
  );
}

function BudgetText({ ui, budget }: { readonly ui: Ui; readonly budget: ConnectionHealth['budget'] }) {
  const words = ui.t.connections;
  const { ok, failed, spent } = budget;
  if (ok + failed === 0) return <span class="quiet">{words.noCalls}</span>;
  return (
    <>
      {words.calls(ui.format.number(ok), ui.format.number(failed))}
      {spent !== undefined && (
        <span class={spent > 1 ? 'block text-sm font-medium text-error' : 'quiet block text-sm'}>
          {spent > 1 ? words.overspent : words.spent(ui.format.number(Math.round(spent * 100)))}
        </span>
      )}
    </>
  );
}

function Fact(props: { readonly label: string; readonly children?: Child }) {
  return (
    <div class="panel px-4 py-3">
      <dt class="quiet text-sm">{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
