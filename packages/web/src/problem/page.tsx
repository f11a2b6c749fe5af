import type { ErrorCode } from '@sinau/kernel';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';

export interface ProblemView {
  readonly status: number;
  readonly code: string;
  readonly requestId: string;
}

/** An error in plain words with what to do next; no detail of the fault, only the id that finds it in the logs. */
export function ProblemPage(props: { readonly ui: Ui; readonly problem: ProblemView }) {
  const { ui, problem } = props;
  const { t } = ui;
  const kind = kindOf(problem.status);
  const firstPage = kind === 400 ? firstPageOf(ui.path) : undefined;
  const text = t.problem.code[problem.code as ErrorCode] ?? t.problem.text[kind];
  return (
    <Shell ui={ui} title={t.problem.title[kind]}>
      <div class="panel mx-auto max-w-xl p-6 md:p-8">
        <p class="text-sm font-semibold text-primary">{problem.status}</p>
        <h1 class="mt-1 text-2xl font-bold">{t.problem.title[kind]}</h1>
        <p class="mt-3">{text}</p>
        <div class="mt-6 flex flex-wrap gap-3">
          {kind === 401 ? (
            <a
              href={`/sign-in?returnTo=${encodeURIComponent(ui.path)}`}
              target="_top"
              class="btn btn-primary"
            >
              {t.shell.signIn}
            </a>
          ) : (
            <>
              {firstPage !== undefined && (
                <a href={firstPage} target="_top" class="btn btn-primary">
                  {t.problem.firstPage}
                </a>
              )}
              <a href="/" target="_top" class={firstPage === undefined ? 'btn btn-primary' : 'btn'}>
                {t.problem.goHome}
              </a>
            </>
          )}
          {kind === 500 && (
            <a href={ui.path} target="_top" class="btn">
              {t.problem.tryAgain}
            </a>
          )}
        </div>
        <p class="quiet mt-8 border-t border-base-300 pt-4 text-sm">
          {t.problem.reference} <code class="font-mono select-all">{problem.requestId}</code>
          <br />
          {t.problem.referenceHint}
        </p>
      </div>
    </Shell>
  );
}

/** Names of places in lists; the rest of an address, as filters, stays. */
const places = ['page', 'after', 'before'];

/** The same list from its beginning; undefined for an address that names no place in one. */
function firstPageOf(path: string): string | undefined {
  const [at = '', query = ''] = path.split('?');
  const parameters = new URLSearchParams(query);
  if (!places.some((name) => parameters.has(name))) return undefined;
  for (const name of places) parameters.delete(name);
  return parameters.size === 0 ? at : `${at}?${parameters}`;
}

function kindOf(status: number): 400 | 401 | 403 | 404 | 409 | 500 {
  if (status === 400 || status === 401 || status === 403 || status === 404) return status;
  return status >= 500 ? 500 : 409;
}
