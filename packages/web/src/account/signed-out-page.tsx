import { Document } from '../layout/document.tsx';
import { Logo } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';

/**
 * Leads on to where the issuer ends its own session. A page rather than a redirect: the policy lets forms end on the
 * portal alone, redirects of theirs included.
 */
export function SignedOutPage(props: { readonly ui: Ui; readonly next: string }) {
  const { ui, next } = props;
  const { t } = ui;
  return (
    <Document ui={ui} title={t.notice['signed-out']} onwardTo={next}>
      <main class="m-auto max-w-md p-6 text-center">
        <span class="band inline-flex rounded-box p-3">
          <Logo />
        </span>
        <h1 class="mt-4 text-2xl font-bold">{t.notice['signed-out']}</h1>
        <p class="mt-2">{t.account.leavingIssuer}</p>
        <a href={next} class="btn btn-primary mt-6">
          {t.account.leaveIssuer}
        </a>
      </main>
    </Document>
  );
}
