import type { Child } from 'hono/jsx';
import type { Ui } from '../ui.ts';
import { Icon, type IconName } from './icon.tsx';

/** The heading of a page with an optional line below and actions beside it. */
export function PageHeading(props: {
  readonly title: Child;
  readonly lead?: Child;
  readonly actions?: Child;
  readonly trail?: Child;
}) {
  return (
    <div class="mb-6">
      {props.trail}
      <div class="flex flex-wrap items-end justify-between gap-4">
        <div class="min-w-0">
          <h1 class="text-2xl font-bold md:text-3xl">{props.title}</h1>
          {props.lead && <p class="quiet mt-1.5 max-w-[65ch]">{props.lead}</p>}
        </div>
        {props.actions && <div class="no-print flex flex-wrap gap-2">{props.actions}</div>}
      </div>
    </div>
  );
}

/** Where the page lies; the last entry is the page itself and stands in the heading. */
export function Trail(props: { readonly ui: Ui; readonly links: readonly (readonly [string, Child])[] }) {
  return (
    <nav aria-label={props.ui.t.shell.breadcrumbs} class="no-print mb-2 text-sm">
      <ol class="flex flex-wrap items-center gap-x-2">
        {props.links.map(([href, label], index) => (
          <li class="inline-flex items-center gap-2">
            {index === 0 ? <Icon name="left" class="size-4" /> : <span aria-hidden="true">/</span>}
            <a href={href} class="text-link inline-flex min-h-8 items-center">
              {label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Says that there is nothing and what to do about it. */
export function EmptyState(props: {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly children?: Child;
}) {
  return (
    <div class="panel flex flex-col items-center px-6 py-10 text-center">
      <span class="mb-4 inline-flex size-14 items-center justify-center rounded-full bg-base-200 text-primary">
        <Icon name={props.icon} class="size-7" />
      </span>
      <p class="text-lg font-semibold">{props.title}</p>
      <p class="quiet mt-1 max-w-[50ch]">{props.text}</p>
      {props.children && <div class="mt-5 flex flex-wrap justify-center gap-2">{props.children}</div>}
    </div>
  );
}

/** A section with its heading; `quietNote` stands in for empty content. */
export function Block(props: {
  readonly id: string;
  readonly title: Child;
  readonly aside?: Child;
  readonly children?: Child;
}) {
  return (
    <section aria-labelledby={props.id} class="mb-8">
      <div class="mb-3 flex flex-wrap items-baseline justify-between gap-2">
        <h2 id={props.id} class="text-lg font-semibold">
          {props.title}
        </h2>
        {props.aside}
      </div>
      {props.children}
    </section>
  );
}

/** Links to the first and the next page of a list read by tokens. */
export function Paging(props: {
  readonly ui: Ui;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly next: string | undefined;
  readonly isFirst: boolean;
}) {
  const { t } = props.ui;
  if (props.next === undefined && props.isFirst) return null;
  return (
    <nav aria-label={t.shell.paging} class="no-print mt-5 flex flex-wrap gap-2">
      {!props.isFirst && (
        <a class="btn" href={hrefOf(props.path, props.query ?? {})}>
          {t.shell.newest}
        </a>
      )}
      {props.next !== undefined && (
        <a class="btn" href={hrefOf(props.path, { ...props.query, page: props.next })}>
          {t.shell.older}
          <Icon name="arrow" />
        </a>
      )}
    </nav>
  );
}

export function hrefOf(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) parameters.set(name, value);
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}

/** A bar with its number beside it in words, so that nothing hangs on colour or length. */
export function ProgressBar(props: {
  readonly percent: number;
  readonly label: string;
  readonly done?: boolean;
}) {
  return (
    <progress
      class={props.done ? 'bar bar-done' : 'bar'}
      max="100"
      value={String(Math.round(props.percent))}
      aria-label={props.label}
    ></progress>
  );
}

/** A table that scrolls sideways on a phone; focusable, so that a keyboard can scroll it too. */
export function Table(props: {
  readonly caption: string;
  readonly columns: readonly Child[];
  /** On a phone each row is a card; its cells say in `data-label` what they are. */
  readonly cards?: boolean;
  readonly children?: Child;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls, and this is a table that scrolls
    <div class="panel overflow-x-auto" role="group" aria-label={props.caption} tabindex={0}>
      <table class={props.cards ? 'table table-cards' : 'table'}>
        <caption class="sr-only">{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th scope="col" class="whitespace-nowrap">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </div>
  );
}

/** An amount of money is not broken within itself: on a phone it has its row, beside many others it is smaller. */
const isLong = (value: Child): boolean => typeof value === 'string' && value.length > 9;

/** A number with its meaning. */
export function Figure(props: { readonly label: Child; readonly value: Child; readonly note?: Child }) {
  return (
    <div class={`panel px-4 py-3${isLong(props.value) ? ' max-sm:col-span-full' : ''}`}>
      <dt class="quiet text-sm">{props.label}</dt>
      <dd class={`${isLong(props.value) ? 'text-xl lg:text-lg' : 'text-2xl'} font-bold tabular-nums`}>
        {props.value}
      </dd>
      {props.note && <dd class="quiet text-xs">{props.note}</dd>}
    </div>
  );
}

/** So many still stand in two rows on a phone; a longer menu is folded there. */
const mostUnfolded = 3;

/** Menu of a section with several pages. A long one is a line on a phone that names where one is, and unfolds without script. */
export function SectionMenu(props: {
  readonly label: string;
  readonly links: readonly (readonly [string, string])[];
  readonly current: string;
}) {
  const { label, links, current } = props;
  const here = links.find(([href]) => href === current)?.[1];
  const items = links.map(([href, name]) => (
    <a href={href} class="tab-link" aria-current={href === current ? 'page' : undefined}>
      {name}
    </a>
  ));
  return (
    <nav aria-label={label} class="panel p-1">
      {links.length > mostUnfolded ? (
        <details class="section-menu">
          <summary>
            <Icon name="list" />
            <span>
              {here === undefined ? label : `${label}: `}
              {here !== undefined && <strong>{here}</strong>}
            </span>
          </summary>
          <div class="section-links">{items}</div>
        </details>
      ) : (
        <div class="section-links">{items}</div>
      )}
    </nav>
  );
}
