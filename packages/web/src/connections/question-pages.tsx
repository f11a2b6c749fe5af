import { Confirmation, FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Icon } from '../layout/icon.tsx';
import { Notice } from '../layout/notice.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { ConnectionsFrame } from './frame.tsx';
import type { ConnectionView } from './ports.ts';
import { SendHere } from './send-here.tsx';
import { StatementAddress } from './statement-fields.tsx';
import { connectionHref, connectionsPath, isOpened, isSending, tabHref } from './tabs.ts';

interface QuestionProps {
  readonly ui: Ui;
  readonly connection: ConnectionView;
  readonly failure?: string | undefined;
}

export function RemoveConnectionPage({ ui, connection, failure }: QuestionProps) {
  const words = ui.t.connections;
  const base = connectionHref(connection.connectionId);
  return (
    <ConnectionsFrame ui={ui} title={words.removeTitle}>
      <Confirmation
        ui={ui}
        title={`${words.removeTitle} (${connection.name})`}
        text={words.removeText}
        action={`${base}/remove`}
        confirm={words.removeConfirm}
        back={tabHref(connection.connectionId, 'settings')}
        danger
        failure={failure}
      />
    </ConnectionsFrame>
  );
}

/** A new token of the provider, or the question before a new secret of ours. */
export function RotateSecretPage(props: QuestionProps & { readonly form: FormState }) {
  const { ui, connection, form, failure } = props;
  const words = ui.t.connections;
  const base = connectionHref(connection.connectionId);
  const back = tabHref(connection.connectionId, 'settings');
  if (isSending(connection.kind)) {
    return (
      <ConnectionsFrame ui={ui} title={words.rotateTitle}>
        <Confirmation
          ui={ui}
          title={`${words.rotateTitle} (${connection.name})`}
          text={words.rotateMadeText}
          action={`${base}/rotate`}
          confirm={words.rotateConfirm}
          back={back}
          failure={failure}
        />
      </ConnectionsFrame>
    );
  }
  return (
    <ConnectionsFrame ui={ui} title={words.rotateTitle}>
      <PageHeading
        title={words.rotateTitle}
        lead={words.rotateGivenText}
        trail={<Trail ui={ui} links={[[back, connection.name]]} />}
      />
      <form method="post" action={`${base}/rotate`} class="panel max-w-xl p-5 md:p-6">
        <FormProblem ui={ui} form={form} />
        <TextField
          ui={ui}
          form={form}
          name="secret"
          type="password"
          label={words.secretLabel[isOpened(connection.kind) ? connection.kind : 'moodle']}
          required
          maxlength={1000}
        />
        <button type="submit" class="btn btn-primary">
          {words.rotateConfirm}
        </button>
      </form>
    </ConnectionsFrame>
  );
}

/** Answers the POST itself, so that the secret is in no address, no cookie and no store that can be read. */
export function ConnectionSecretPage(props: {
  readonly ui: Ui;
  readonly connection: Pick<ConnectionView, 'connectionId' | 'name' | 'resultsUrl' | 'statementsUrl'>;
  readonly secret: string;
}) {
  const { ui, connection, secret } = props;
  const words = ui.t.connections;
  return (
    <ConnectionsFrame ui={ui} title={words.secretTitle}>
      <PageHeading
        title={connection.name}
        trail={<Trail ui={ui} links={[[connectionsPath, words.title]]} />}
      />
      <div class="panel max-w-2xl space-y-5 p-5 md:p-6">
        <Notice tone="warning" live>
          <p class="font-semibold">{words.secretTitle}</p>
          <p>{words.secretText}</p>
        </Notice>
        <div class="flex flex-wrap items-center gap-2">
          <code
            id="connection-secret"
            class="min-w-0 grow rounded-field border border-base-300 bg-base-200 px-3 py-2 break-all select-all"
          >
            {secret}
          </code>
          <button
            type="button"
            class="btn"
            hidden
            data-copy="connection-secret"
            data-copied={ui.t.shell.copied}
          >
            {ui.t.shell.copy}
          </button>
        </div>
        <SendHere ui={ui} url={connection.resultsUrl} />
        <StatementAddress ui={ui} connection={connection} />
        <a href={connectionHref(connection.connectionId)} class="btn btn-primary">
          {words.secretSaved}
          <Icon name="check" />
        </a>
      </div>
    </ConnectionsFrame>
  );
}
