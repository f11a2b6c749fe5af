import { homeWords } from '../i18n/home.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { Icon, type IconName } from '../layout/icon.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';

const icons: readonly IconName[] = ['clock', 'chart', 'building'];

/** What visitors see before they sign in. */
export function LandingPage(props: { readonly ui: Ui; readonly notice?: NoticeName | undefined }) {
  const { ui } = props;
  const { t } = ui;
  const words = homeWords[ui.locale];
  return (
    <Shell
      ui={ui}
      title={t.shell.appName}
      notice={props.notice}
      hero={
        <div class="max-w-2xl py-6 md:py-14">
          <h1 class="text-3xl font-bold md:text-5xl">{words.landingTitle}</h1>
          <p class="mt-4 text-lg text-white/90">{words.landingLead}</p>
          <a href="/sign-in" class="btn btn-accent btn-lg mt-8">
            {words.landingSignIn}
            <Icon name="arrow" />
          </a>
        </div>
      }
    >
      <ul class="grid gap-4 md:grid-cols-3">
        {words.landingPoints.map((point, index) => (
          <li class="panel p-5">
            <span class="inline-flex size-10 items-center justify-center rounded-full bg-base-200 text-primary">
              <Icon name={icons[index] ?? 'check'} />
            </span>
            <h2 class="mt-3 font-semibold">{point.title}</h2>
            <p class="quiet mt-1">{point.text}</p>
          </li>
        ))}
      </ul>
    </Shell>
  );
}
