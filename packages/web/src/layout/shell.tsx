import type { Role } from '@sinau/kernel';
import type { Child } from 'hono/jsx';
import { type NoticeName, refusedNotices } from '../i18n/problem.ts';
import type { Ui, Viewer } from '../ui.ts';
import { Document, type DocumentProps } from './document.tsx';
import { Icon } from './icon.tsx';
import { Notice } from './notice.tsx';

export type Section =
  | 'home'
  | 'catalogue'
  | 'events'
  | 'paths'
  | 'records'
  | 'team'
  | 'studio'
  | 'reviews'
  | 'agency'
  | 'talent'
  | 'plans'
  | 'operator'
  | 'inbox'
  | 'account';

export interface ShellProps extends DocumentProps {
  readonly section?: Section;
  readonly notice?: NoticeName | undefined;
  /** Full-width band under the navigation; it holds the page's heading when given. */
  readonly hero?: Child;
  /** Menu of the section, outside main. */
  readonly menu?: Child;
}

/** The frame of every page: skip link, header with navigation, main, footer. */
export function Shell(props: ShellProps) {
  const { ui } = props;
  return (
    <Document {...props}>
      <a
        href="#main"
        class="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:m-2 focus:rounded focus:bg-base-100 focus:px-4 focus:py-3 focus:text-base-content"
      >
        {ui.t.shell.skipToContent}
      </a>
      {ui.viewer?.viewedBy && <ViewedBanner ui={ui} viewer={ui.viewer} viewedBy={ui.viewer.viewedBy} />}
      <header class="band">
        <Header {...props} />
      </header>
      {props.menu && <div class="shell no-print pt-4">{props.menu}</div>}
      <main id="main" tabindex={-1} class="grow outline-none">
        {props.hero && (
          <div class={`band band-pattern motif-kawung`}>
            <div class="shell py-6 md:py-8">{props.hero}</div>
          </div>
        )}
        <div class="shell py-6 md:py-8">
          {props.notice && (
            <div class="mb-5">
              <Notice tone={refusedNotices.has(props.notice) ? 'warning' : 'success'} live>
                {ui.t.notice[props.notice]}
              </Notice>
            </div>
          )}
          {props.children}
        </div>
      </main>
      <Footer ui={ui} />
    </Document>
  );
}

/** Above every page: who looks, as whom, until when, and the way out. */
function ViewedBanner(props: {
  readonly ui: Ui;
  readonly viewer: Viewer;
  readonly viewedBy: NonNullable<Viewer['viewedBy']>;
}) {
  const { ui, viewer, viewedBy } = props;
  const words = ui.t.shell.viewed;
  return (
    <aside
      aria-label={words.label}
      class="sticky top-0 z-30 border-b-4 border-warning bg-base-100 text-base-content"
    >
      <div class="shell flex flex-wrap items-center gap-x-4 gap-y-2 py-2 text-sm">
        <p class="min-w-0 grow">
          <strong>{words.names(viewedBy.name, viewer.name)}</strong>{' '}
          {words.rest(ui.format.time(viewedBy.until))}
        </p>
        <form method="post" action="/view-as/end">
          <button type="submit" class="btn btn-sm">
            {words.end}
          </button>
        </form>
      </div>
    </aside>
  );
}

function Header(props: ShellProps) {
  const { ui } = props;
  const { t, viewer } = ui;
  return (
    <div class="shell">
      <div class="flex flex-wrap items-center gap-x-2 gap-y-1 py-2">
        <a
          href="/"
          class="me-auto inline-flex min-h-11 items-center gap-2.5 text-lg font-bold tracking-tight"
        >
          <Logo />
          {t.shell.appName}
          <span class="hidden text-sm font-normal text-white/80 md:inline">{t.shell.tagline}</span>
        </a>
        <LanguageSwitch ui={ui} />
        {viewer ? (
          <>
            <a
              href="/inbox"
              class="relative inline-flex size-11 items-center justify-center rounded-lg hover:bg-white/10"
              aria-current={props.section === 'inbox' ? 'page' : undefined}
            >
              <Icon name="bell" class="size-6" />
              <span class="sr-only">
                {t.shell.inbox}
                {viewer.unreadCount > 0 && `, ${t.shell.unread(viewer.unreadCount)}`}
              </span>
              {viewer.unreadCount > 0 && (
                <span
                  aria-hidden="true"
                  class="absolute end-0.5 top-0.5 min-w-5 rounded-full bg-accent px-1 text-center text-xs font-bold text-accent-content"
                >
                  {viewer.unreadCount > 99 ? '99+' : viewer.unreadCount}
                </span>
              )}
            </a>
            <AccountMenu ui={ui} />
          </>
        ) : (
          <a href={`/sign-in?returnTo=${encodeURIComponent(ui.path)}`} class="btn btn-accent">
            {t.shell.signIn}
          </a>
        )}
      </div>
      {viewer && <MainNavigation {...props} />}
    </div>
  );
}

function MainNavigation({ ui, section }: ShellProps) {
  const { t, viewer } = ui;
  const roles = viewer?.roles ?? [];
  const links: readonly (readonly [Section, string, string])[] = [
    ['home', '/', t.shell.home],
    ['catalogue', '/catalogue', t.shell.catalogue],
    ['paths', '/paths', t.shell.paths],
    ['events', '/events', t.shell.events],
    ['records', '/my-records', t.shell.myRecords],
    ...(roles.includes('supervisor') ? ([['team', '/team', t.shell.team]] as const) : []),
    ...(roles.includes('provider-author') ? ([['studio', '/studio', t.shell.studio]] as const) : []),
    ...(roles.includes('reviewer') ? ([['reviews', '/reviews', t.shell.reviews]] as const) : []),
    ...(roles.includes('agency-admin') ? ([['agency', '/agency', t.shell.agency]] as const) : []),
    ...(decidesPlans(roles) ? ([['plans', '/agency/annual-plan', t.shell.plans]] as const) : []),
    ...(roles.includes('talent-officer') ? ([['talent', '/talent', t.shell.talent]] as const) : []),
    ...(roles.includes('operator') ? ([['operator', '/operator', t.shell.operator]] as const) : []),
    ...(roles.includes('auditor') && !roles.includes('operator')
      ? ([['operator', '/operator/privacy/audit', t.shell.audit]] as const)
      : []),
  ];
  return (
    <nav aria-label={t.shell.mainNavigation} class="-mx-3 flex flex-wrap">
      {links.map(([name, href, label]) => (
        <a href={href} class="nav-link" aria-current={name === section ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}

/** The officials who agree to plans and set them; administrators find plans in the menu of their agency. */
const decidesPlans = (roles: readonly Role[]): boolean =>
  !roles.includes('agency-admin') &&
  (roles.includes('authorised-official') || roles.includes('appointing-official'));

/** A plain form, so that it works without script; the other language is named in itself. */
export function LanguageSwitch({ ui }: { readonly ui: Ui }) {
  const other = ui.locale === 'id' ? 'en' : 'id';
  return (
    <form method="post" action="/language">
      <input type="hidden" name="returnTo" value={ui.path} />
      <button
        type="submit"
        name="language"
        value={other}
        class="inline-flex min-h-11 items-center gap-1.5 rounded-lg px-2 text-sm hover:bg-white/10"
      >
        <Icon name="globe" />
        <span lang={other}>{other === 'en' ? 'English' : 'Indonesia'}</span>
      </button>
    </form>
  );
}

function AccountMenu({ ui }: { readonly ui: Ui }) {
  const { t, viewer } = ui;
  if (!viewer) return null;
  return (
    <details class="relative">
      <summary class="inline-flex min-h-11 list-none items-center gap-2 rounded-lg px-1.5 hover:bg-white/10">
        <span class="sr-only">{t.shell.accountOf(viewer.name)}</span>
        <span
          aria-hidden="true"
          class="inline-flex size-8 items-center justify-center rounded-full bg-white/15 text-sm font-bold"
        >
          {initials(viewer.name)}
        </span>
      </summary>
      <div class="panel absolute end-0 z-20 mt-1 w-64 p-2 text-base-content shadow-lg">
        <p class="px-3 pt-2 font-semibold">{viewer.name}</p>
        {viewer.memberOf && <p class="quiet px-3 pb-2 text-sm">{viewer.memberOf}</p>}
        <a href="/account" class="block rounded-lg px-3 py-2.5 hover:bg-base-200">
          {t.account.title}
        </a>
        <a href="/certificates" class="block rounded-lg px-3 py-2.5 hover:bg-base-200">
          {t.shell.certificates}
        </a>
        <form method="post" action="/sign-out">
          <button type="submit" class="w-full rounded-lg px-3 py-2.5 text-start hover:bg-base-200">
            {t.shell.signOut}
          </button>
        </form>
      </div>
    </details>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word) && !word.endsWith('.'));
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('');
}

export function Logo() {
  return (
    <svg
      class="size-8"
      width="32"
      height="32"
      viewBox="0 0 32 32"
      aria-hidden="true"
      focusable="false"
      fill="none"
    >
      <g stroke="#f0b35a" stroke-width="2">
        <path d="M16 16C10 15 6 11 5 5c6 1 10 5 11 11Zm0 0c6-1 10-5 11-11-6 1-10 5-11 11Z" />
      </g>
      <g stroke="#fff" stroke-width="2">
        <path d="M16 16c-6 1-10 5-11 11 6-1 10-5 11-11Zm0 0c6 1 10 5 11 11-6-1-10-5-11-11Z" />
      </g>
    </svg>
  );
}

function Footer({ ui }: { readonly ui: Ui }) {
  return (
    <footer class="mt-8 border-t border-base-300 bg-base-100">
      <div class="shell quiet flex flex-wrap justify-between gap-x-8 gap-y-1 py-5 text-sm">
        <p>{ui.t.shell.footer}</p>
        <p>{ui.t.shell.footerData}</p>
      </div>
    </footer>
  );
}
