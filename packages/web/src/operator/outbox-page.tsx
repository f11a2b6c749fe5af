import { EmptyState, PageHeading } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { OperatorMenu } from './menu.tsx';
import type { MailView } from './ports.ts';

/** Mail that one machine keeps instead of sending. */
export function OutboxPage(props: { readonly ui: Ui; readonly mails: readonly MailView[] }) {
  const { ui, mails } = props;
  const { t } = ui;
  const path = '/outbox';
  return (
    <Shell
      ui={ui}
      title={t.operator.outboxTitle}
      section="operator"
      menu={<OperatorMenu ui={ui} current={path} />}
    >
      <PageHeading title={t.operator.outboxTitle} lead={t.operator.outboxLead} />
      {mails.length === 0 ? (
        <EmptyState icon="inbox" title={t.operator.outboxEmptyTitle} text={t.operator.outboxEmptyText} />
      ) : (
        <ul class="space-y-4">
          {mails.map((mail) => (
            <li class="panel p-5">
              <div class="flex flex-wrap items-baseline justify-between gap-x-4">
                <h2 class="font-semibold">{mail.subject}</h2>
                <p class="quiet text-sm">
                  <When ui={ui} at={mail.at} />
                </p>
              </div>
              <p class="quiet text-sm">{t.operator.to(mail.to)}</p>
              <p class="mt-3 whitespace-pre-line">{mail.text}</p>
            </li>
          ))}
        </ul>
      )}
    </Shell>
  );
}
