import { Icon } from '../layout/icon.tsx';
import { Notice } from '../layout/notice.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { PushFrame } from './frame.tsx';
import { type PushPlace, pushHref } from './place.tsx';
import type { IssuedPushSecret } from './ports.ts';

/** Answers the POST itself, so that the secret is in no address, no cookie and no store that can be read. */
export function PushSecretPage(props: {
  readonly ui: Ui;
  readonly place: PushPlace;
  readonly issued: IssuedPushSecret;
}) {
  const { ui, place, issued } = props;
  const { t } = ui;
  return (
    <PushFrame ui={ui} place={place} title={t.push.secretTitle}>
      <PageHeading
        title={issued.name}
        trail={<Trail ui={ui} links={[[place.path, place.words(ui).title]]} />}
      />
      <div class="panel max-w-2xl space-y-5 p-5 md:p-6">
        <Notice tone="warning" live>
          <p class="font-semibold">{t.push.secretTitle}</p>
          <p>{t.push.secretText}</p>
        </Notice>
        <div>
          <p class="font-medium" id="push-secret-label">
            {t.push.secretLabel}
          </p>
          <div class="mt-1 flex flex-wrap items-center gap-2">
            <code
              id="push-secret"
              class="min-w-0 grow rounded-field border border-base-300 bg-base-200 px-3 py-2 break-all select-all"
            >
              {issued.secret}
            </code>
            <button
              type="button"
              class="btn"
              hidden
              data-copy="push-secret"
              data-copied={t.shell.copied}
              aria-describedby="push-secret-label"
            >
              {t.shell.copy}
            </button>
          </div>
        </div>
        <a href={pushHref(place, issued.subscriptionId)} class="btn btn-primary">
          {t.push.secretSaved}
          <Icon name="check" />
        </a>
      </div>
    </PushFrame>
  );
}
