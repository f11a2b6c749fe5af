import type { Child } from 'hono/jsx';
import { Block } from '../layout/parts.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { LtiPlatformView, LtiToolView } from './ports.ts';

const tones = { pending: 'tag tag-warning', active: 'tag tag-success', disabled: 'tag' } as const;

export function StatusTag({ ui, tool }: { readonly ui: Ui; readonly tool: LtiToolView }) {
  const { lti } = ui.t;
  return (
    <>
      <span class={tones[tool.status]}>{lti.status[tool.status]}</span>
      {tool.health?.down && <span class="tag tag-warning ms-2">{lti.health.tag}</span>}
    </>
  );
}

function Facts(props: { readonly rows: readonly (readonly [string, Child])[] }) {
  return (
    <dl class="panel divide-y divide-base-300 px-5">
      {props.rows.map(([term, text]) => (
        <div class="gap-4 py-3 sm:grid sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
          <dt class="quiet">{term}</dt>
          <dd class="min-w-0 break-words">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

const Code = ({ text }: { readonly text: string }) => <code class="break-all text-sm">{text}</code>;

const Lines = ({ texts }: { readonly texts: readonly string[] }) => (
  <>
    {texts.map((text) => (
      <p>
        <Code text={text} />
      </p>
    ))}
  </>
);

/** Where its keys are read, and how that went last. */
function KeysAt({ ui, tool }: { readonly ui: Ui; readonly tool: LtiToolView }) {
  const words = ui.t.lti;
  const { jwksUri = '', keyReading } = tool;
  const { read, failedAt } = keyReading ?? {};
  return (
    <>
      <Code text={jwksUri} />
      {failedAt !== undefined && (
        <p class="text-error mt-1 text-sm">{words.keysFailed(ui.format.dateTime(failedAt))}</p>
      )}
      <p class="quiet mt-1 text-sm">
        {read ? words.keysRead(ui.format.dateTime(read.at), read.keys) : words.keysNeverRead}
      </p>
      <p class="quiet text-sm">{words.keysKept}</p>
    </>
  );
}

/** Where it leads, whose keys count, and what it may do: what an operator looks at. */
export function ToolFacts({ ui, tool }: { readonly ui: Ui; readonly tool: LtiToolView }) {
  const words = ui.t.lti;
  const { jwksUri, services, messages } = tool;
  const custom = Object.entries(tool.custom).map(([name, value]) => `${name} = ${value}`);
  const asks =
    services.length === 0 ? words.noServices : services.map((one) => words.service[one]).join(', ');
  return (
    <Block id="facts" title={words.details}>
      <Facts
        rows={[
          [words.provider, tool.provider],
          [words.registered, <When ui={ui} at={tool.createdAt} />],
          [words.initiateLoginUri, <Code text={tool.initiateLoginUri} />],
          [words.redirectUris, <Lines texts={tool.redirectUris} />],
          [words.targetLinkUri, <Code text={tool.targetLinkUri} />],
          ...(tool.otherAddresses.length > 0
            ? [[words.otherAddresses, <Lines texts={tool.otherAddresses} />] as const]
            : []),
          [words.keys, jwksUri === undefined ? words.pastedKeys : <KeysAt ui={ui} tool={tool} />],
          [words.messages, messages.map((message) => words.message[message]).join(', ')],
          [words.asks, asks],
          ...(custom.length > 0 ? [[words.custom, <Lines texts={custom} />] as const] : []),
        ]}
      />
      <p class="quiet mt-3 max-w-[65ch] text-sm">{words.personal}</p>
    </Block>
  );
}

/** What the other side must be told. */
export function PlatformFacts(props: {
  readonly ui: Ui;
  readonly tool: LtiToolView;
  readonly platform: LtiPlatformView;
}) {
  const { ui, tool, platform } = props;
  const words = ui.t.lti;
  return (
    <Block id="platform" title={words.forTool}>
      <p class="quiet mb-3 max-w-[65ch]">{words.forToolText}</p>
      <Facts
        rows={[
          [words.issuer, <Code text={platform.issuer} />],
          [words.clientId, <Code text={tool.clientId} />],
          [words.authorization, <Code text={platform.authorization} />],
          [words.token, <Code text={platform.token} />],
          [words.jwks, <Code text={platform.jwks} />],
        ]}
      />
    </Block>
  );
}
