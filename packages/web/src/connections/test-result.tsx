import { Notice } from '../layout/notice.tsx';
import type { Ui } from '../ui.ts';
import type { ConnectionCapability, ConnectionKindName, ConnectionTestView } from './ports.ts';

/** What a test came to, and what to ask the administrator over there for, by its exact names. */
export function TestResult(props: {
  readonly ui: Ui;
  readonly kind: ConnectionKindName;
  readonly test: ConnectionTestView;
}) {
  const { ui, kind, test } = props;
  const words = { ...ui.t.connections, ...(kind === 'oneroster-csv' && ui.t.packages.test) };
  const { capabilities, milliseconds } = test;
  // Who is not let in is asked nothing else: that is the finding.
  const [only, ...others] = capabilities;
  const signIn =
    capabilities.find(({ name, state }) => name === 'sign-in' && state === 'failed') ??
    (others.length === 0 ? only : undefined);
  const reason = test.reason ?? signIn?.reason;
  const seconds = ui.format.number(Math.max(0.1, milliseconds / 1000));
  const good =
    reason === undefined && capabilities.every(({ state }) => state === 'works' || state === 'not-offered');
  const missing = capabilities.flatMap((capability) => capability.missing ?? []);
  return (
    <section class="mb-6" aria-label={words.testTitle}>
      <Notice tone={good ? 'success' : reason === undefined ? 'warning' : 'error'} live>
        <p class="font-semibold">
          {reason === undefined ? (good ? words.testGood(seconds) : words.testPartly) : words.failure[reason]}
        </p>
        {reason !== undefined && <p>{words.advice[reason]}</p>}
      </Notice>
      {capabilities.length > 0 && (
        <ul class="panel mt-3 divide-y divide-base-300">
          {capabilities.map((capability) => (
            <Capability words={words} capability={capability} />
          ))}
        </ul>
      )}
      {missing.length > 0 && (
        <div class="panel mt-3 p-5">
          <p class="font-medium">{words.askFor}</p>
          <ul class="mt-2 space-y-1">
            {[...new Set(missing)].map((name) => (
              <li class="font-mono text-sm break-all">{name}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

const tones = {
  works: 'tag tag-success',
  missing: 'tag tag-warning',
  failed: 'tag tag-error',
  'not-offered': 'tag',
};

function Capability(props: {
  readonly words: Pick<Ui['t']['connections'], 'capability' | 'capabilityState' | 'failure'>;
  readonly capability: ConnectionCapability;
}) {
  const { words, capability } = props;
  const { name, state, reason } = capability;
  return (
    <li class="flex flex-wrap items-baseline justify-between gap-2 px-5 py-3">
      <span>
        {words.capability[name]}
        {reason && <span class="quiet block text-sm">{words.failure[reason]}</span>}
      </span>
      <span class={tones[state]}>{words.capabilityState[state]}</span>
    </li>
  );
}
