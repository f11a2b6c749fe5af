import type { NoticeName } from '../i18n/problem.ts';
import { EmptyState, PageHeading, Paging } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { InboxItem } from './ports.ts';

export interface InboxProps {
  readonly ui: Ui;
  readonly items: readonly InboxItem[];
  readonly next: string | undefined;
  readonly isFirst: boolean;
  readonly notice?: NoticeName | undefined;
}

export function InboxPage(props: InboxProps) {
  const { ui, items } = props;
  const { t } = ui;
  return (
    <Shell ui={ui} title={t.inbox.title} section="inbox" notice={props.notice}>
      <PageHeading
        title={t.inbox.title}
        actions={
          items.some((item) => !item.read) && (
            <form method="post" action="/inbox/read">
              <button type="submit" class="btn">
                {t.inbox.markAllRead}
              </button>
            </form>
          )
        }
      />
      {items.length === 0 ? (
        <EmptyState icon="bell" title={t.inbox.emptyTitle} text={t.inbox.emptyText} />
      ) : (
        <ul class="panel divide-y divide-base-300">
          {items.map((item) => (
            <Item ui={ui} item={item} />
          ))}
        </ul>
      )}
      <Paging ui={ui} path="/inbox" next={props.next} isFirst={props.isFirst} />
    </Shell>
  );
}

function Item(props: { readonly ui: Ui; readonly item: InboxItem }) {
  const { ui, item } = props;
  return (
    <li class={`px-4 py-4 ${item.read ? '' : 'border-s-4 border-s-accent'}`}>
      <div class="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 class="font-semibold">
          {item.title} {!item.read && <span class="tag tag-info ms-1">{ui.t.inbox.new}</span>}
        </h2>
        <p class="quiet text-sm">
          <When ui={ui} at={item.at} />
        </p>
      </div>
      <p class="mt-1 whitespace-pre-line">{item.text}</p>
      {item.href && (
        <a
          href={item.href}
          class="text-link mt-1 inline-flex min-h-8 items-center"
          aria-label={`${ui.t.inbox.open}: ${item.title}`}
        >
          {ui.t.inbox.open}
        </a>
      )}
    </li>
  );
}
