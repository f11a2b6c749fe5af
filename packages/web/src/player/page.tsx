import type { Child } from 'hono/jsx';
import { foldOutline, type ShownNode } from '../course/fold.ts';
import { criterionText, GroupName, GroupState, needsText, openedId, PartState } from '../course/outline.tsx';
import { courseBase } from '../course/paths.ts';
import type { CourseView, PartView, PreviewPlace } from '../course/ports.ts';
import { isDone, nextAfter, partsOf, progressOf } from '../course/progress.ts';
import { progressWords } from '../course/progress-words.ts';
import { Document } from '../layout/document.tsx';
import { Icon } from '../layout/icon.tsx';
import { Notice } from '../layout/notice.tsx';
import { ProgressBar } from '../layout/parts.tsx';
import { LanguageSwitch } from '../layout/shell.tsx';
import { plainText, Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { TrialStatement } from './ports.ts';

export interface PlayerProps {
  readonly ui: Ui;
  readonly course: CourseView;
  readonly part: PartView;
  /** Id of the part around which a long outline is unfolded. @default the one that is open */
  readonly outlineAt?: string | undefined;
  readonly preview?: PreviewPlace | undefined;
  /** Shown in the place of the part. */
  readonly instead?: Child | undefined;
  /** Shown below the progress: what another system has said of the learner's work. */
  readonly work?: Child | undefined;
}

/**
 * The part fills the page; the outline stands beside it, or folds above it on a phone. Everything works by links and
 * frames; islands keep the outline fresh and let the part end its session before the next one begins.
 */
export function PlayerPage(props: PlayerProps) {
  const { ui, course, part } = props;
  const { t } = ui;
  const base = courseBase(course, props.preview);
  const title = plainText(ui, part.title);
  return (
    <Document ui={ui} title={`${title} – ${plainText(ui, course.title)}`} islands={islandsOf(part)}>
      <a
        href="#content"
        class="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:m-2 focus:rounded focus:bg-base-100 focus:px-4 focus:py-3 focus:text-base-content"
      >
        {t.shell.skipToContent}
      </a>
      <div class="stage lg:h-dvh">
        <header class="band">
          <div class="flex items-center gap-x-3 px-3 py-1 md:px-4">
            <a
              href={base}
              class="inline-flex min-h-11 min-w-0 items-center gap-2 rounded-lg px-2 hover:bg-white/10"
            >
              <Icon name="left" />
              <span class="md:hidden">{t.shell.back}</span>
              <span class="hidden md:inline">{t.player.backToCourse}</span>
            </a>
            <p class="min-w-0 grow basis-0 truncate font-semibold md:text-center">
              <Text ui={ui} map={course.title} />
            </p>
            <div class="hidden md:block">
              <LanguageSwitch ui={ui} />
            </div>
          </div>
        </header>
        {props.preview && <Notice tone="warning">{t.player.preview}</Notice>}
        <div class="flex min-h-0 grow flex-col lg:flex-row">
          <aside
            class="border-base-300 bg-base-100 max-lg:border-b lg:w-80 lg:overflow-y-auto lg:border-e"
            aria-label={t.player.outline}
          >
            <div
              data-refresh={`${base}/learn/${encodeURIComponent(part.id)}/progress`}
              data-refresh-seconds="4"
            >
              <PlayerProgress {...props} />
            </div>
            {props.work}
            {props.preview && <TrialPanel ui={ui} base={base} />}
          </aside>
          <main id="content" tabindex={-1} class="flex min-h-0 grow flex-col outline-none">
            <div data-offline hidden>
              <Notice tone="warning" live>
                <p class="font-semibold">{t.player.offline}</p>
                <p>{t.player.offlineText}</p>
                <button type="button" class="btn btn-sm mt-2 min-h-11" data-retry>
                  {t.player.tryAgain}
                </button>
              </Notice>
            </div>
            <h1 class="sr-only">{title}</h1>
            <Stage {...props} />
          </main>
        </div>
      </div>
    </Document>
  );
}

/** A tool in a frame has no cookies of its own in most browsers; one in a window has. */
const islandsOf = (part: PlayerProps['part']): NonNullable<Parameters<typeof Document>[0]['islands']> =>
  part.content === 'lti' && !part.ownWindow
    ? ['refresh', 'leave-part', 'lti-storage']
    : ['refresh', 'leave-part'];

function Stage(props: PlayerProps) {
  const { ui, course, part } = props;
  const { t } = ui;
  const launch = `${courseBase(course, props.preview)}/learn/${encodeURIComponent(part.id)}/launch`;
  const title = plainText(ui, part.title);
  const isElsewhere = part.content === 'lti' || part.content === 'external';
  if (part.needs || (isElsewhere && course.awaitsProvider)) {
    return (
      <div class="shell max-w-xl! py-12 text-center">
        <p class="text-xl font-bold">
          <Text ui={ui} map={part.title} />
        </p>
        <p class="quiet mt-2">
          {part.needs ? needsText(ui, part.needs) : t.player.elsewhereNotYet(course.provider)}
        </p>
        <a href={courseBase(course, props.preview)} class="btn btn-primary btn-lg mt-6">
          {t.player.backToCourse}
        </a>
      </div>
    );
  }
  if (props.instead !== undefined) return <>{props.instead}</>;
  if (!part.ownWindow) {
    return (
      // Another name each time: else the browser's back button brings the frame back at the address of a session that is over.
      <iframe
        name={crypto.randomUUID()}
        data-part=""
        src={launch}
        title={`${t.player.content}: ${title}`}
        // The address leads to the origin of the content; without the star only our own would be allowed.
        allow="fullscreen *; autoplay *; unload *"
        referrerpolicy="no-referrer"
      ></iframe>
    );
  }
  return (
    <div class="shell max-w-xl! py-12 text-center">
      <p class="text-xl font-bold">
        <Text ui={ui} map={part.title} />
      </p>
      {isElsewhere ? (
        <ElsewhereWords ui={ui} course={course} part={part} />
      ) : (
        <p class="quiet mt-2">{t.player.ownWindowText}</p>
      )}
      <a href={launch} target="_blank" rel="noreferrer" class="btn btn-primary btn-lg mt-6">
        {t.player.openInWindow}
        <Icon name="window" />
      </a>
    </div>
  );
}

/** What learners wonder about before they leave for another system. */
function ElsewhereWords({ ui, course, part }: Pick<PlayerProps, 'ui' | 'course' | 'part'>) {
  const { player } = ui.t;
  const { provider, providerDownSince: since } = course;
  return (
    <>
      {since !== undefined && (
        <div class="mt-4 text-start">
          <Notice tone="warning">{player.elsewhereDown(provider, ui.format.dateTime(since))}</Notice>
        </div>
      )}
      <p class="mt-2">
        {part.content === 'lti' ? player.elsewhere(provider) : player.elsewhereOwnAccount(provider)}
      </p>
      <ul class="quiet mt-4 list-disc space-y-1 ps-6 text-start text-sm">
        <li>{player.elsewhereResults(provider)}</li>
        <li>{player.elsewhereTrouble(provider)}</li>
      </ul>
    </>
  );
}

/** The part of the player that changes while one learns; also answered alone to the refreshing island. */
export function PlayerProgress(props: PlayerProps) {
  const { ui, course, part } = props;
  const { t, format } = ui;
  const progress = progressOf(course);
  const courseDone = course.enrolment?.state === 'completed' || progress.missing.length === 0;
  return (
    <>
      <div class="p-4">
        <p class="flex items-baseline justify-between gap-3 text-sm font-medium">
          {t.course.progressOf(progress.done, progress.total)}
          <span class="whitespace-nowrap tabular-nums">{progressWords(ui, progress)}</span>
        </p>
        <div class="mt-1.5">
          <ProgressBar percent={progress.percent} label={t.course.progress} done={courseDone} />
        </div>
        <p class="quiet mt-1.5 inline-flex items-center gap-1.5 text-sm" role="status">
          <Icon name={part.savedAt ? 'check' : 'clock'} class="size-4" />
          {part.savedAt ? t.player.saved(format.time(part.savedAt)) : t.player.nothingSaved}
        </p>
        {!isDone(part) && !part.needs && <p class="quiet mt-1 text-sm">{criterionText(ui, part)}</p>}
        <Outcome {...props} courseDone={courseDone} />
      </div>
      <details class="unfold border-t border-base-300">
        <summary class="flex min-h-11 items-center gap-2 px-4 py-2 font-semibold">
          <Icon name="list" />
          {t.player.outline}
        </summary>
        <nav aria-label={t.player.outline} class="pb-4">
          <Outline {...props} nodes={foldOutline(course.outline, props.outlineAt ?? part.id)} />
        </nav>
      </details>
    </>
  );
}

function Outcome(props: PlayerProps & { readonly courseDone: boolean }) {
  const { ui, course, part } = props;
  const { t } = ui;
  const base = courseBase(course, props.preview);
  if (props.courseDone) {
    return (
      <div class="mt-3" role="status">
        <Notice tone="success">
          <p class="font-semibold">{t.player.courseDone}</p>
          <a href={base} class="text-link">
            {t.player.continueCourse}
          </a>
          {!props.preview && (
            <>
              {' · '}
              <a href={`${base}#rating`} class="text-link">
                {t.course.rate}
              </a>
            </>
          )}
        </Notice>
      </div>
    );
  }
  const current = partsOf(course.outline).find(({ id }) => id === part.id);
  const next = nextAfter(course, part.id);
  if (!current || !isDone(current) || !next) return null;
  return (
    <div class="mt-3" role="status">
      <Notice tone="success">
        <p class="font-semibold">{t.player.partDone}</p>
        <a href={`${base}/learn/${encodeURIComponent(next.id)}`} class="btn btn-primary btn-sm mt-2 min-h-11">
          {t.player.next}
          <Icon name="arrow" />
        </a>
      </Notice>
    </div>
  );
}

function Outline(props: PlayerProps & { readonly nodes: readonly ShownNode[] }) {
  const { ui, course, part } = props;
  const base = courseBase(course, props.preview);
  return (
    <ol>
      {props.nodes.map((node) => (
        <li>
          {node.kind === 'group' && node.nodes ? (
            <>
              <p
                id={node.here ? openedId : undefined}
                tabindex={node.here ? -1 : undefined}
                class="quiet px-4 pt-3 pb-1 text-sm font-semibold"
              >
                <GroupName ui={ui} group={node} />
              </p>
              <Outline {...props} nodes={node.nodes} />
            </>
          ) : node.kind === 'group' ? (
            // Unfolds in place where there is script; else the page of the course shows these parts.
            <a
              href={`${base}?at=${encodeURIComponent(node.firstId ?? '')}#${openedId}`}
              data-refresh-to={`${base}/learn/${encodeURIComponent(part.id)}/progress?at=${encodeURIComponent(node.firstId ?? '')}`}
              class="flex min-h-11 flex-wrap items-center gap-x-3 px-4 py-2 hover:bg-base-200"
            >
              <span class="min-w-0 grow font-semibold">
                <GroupName ui={ui} group={node} />
              </span>
              <GroupState ui={ui} group={node} />
            </a>
          ) : (
            <a
              href={`${base}/learn/${encodeURIComponent(node.id)}`}
              aria-current={node.id === part.id ? 'page' : undefined}
              class="flex min-h-11 items-center gap-3 border-s-4 border-transparent px-3 py-2 hover:bg-base-200 aria-[current]:border-accent aria-[current]:bg-base-200 aria-[current]:font-semibold"
            >
              <PartState ui={ui} part={node} wordless />
              <span class="min-w-0">
                <Text ui={ui} map={node.title} />
              </span>
            </a>
          )}
        </li>
      ))}
    </ol>
  );
}

/** In the preview: what the part sends, as it comes in, and the way to begin anew. */
function TrialPanel(props: { readonly ui: Ui; readonly base: string }) {
  const { ui, base } = props;
  const { t } = ui;
  return (
    <details class="border-t border-base-300">
      <summary class="flex min-h-11 items-center gap-2 px-4 py-2 font-semibold">
        <Icon name="chart" />
        {t.player.trialStatements}
      </summary>
      <div class="px-4 pb-4">
        <div data-refresh={`${base}/statements`} data-refresh-seconds="3">
          <p class="quiet text-sm">{t.player.trialEmpty}</p>
        </div>
        <form method="post" action={`${base}/restart`} class="mt-3">
          <button type="submit" class="btn btn-sm min-h-11">
            {t.player.trialRestart}
          </button>
        </form>
      </div>
    </details>
  );
}

/** Statements of a test session; answered alone to the refreshing island. */
export function TrialStatements(props: { readonly ui: Ui; readonly statements: readonly TrialStatement[] }) {
  const { ui, statements } = props;
  if (statements.length === 0) return <p class="quiet text-sm">{ui.t.player.trialEmpty}</p>;
  return (
    <ol class="space-y-1">
      {statements.map((statement) => (
        <li>
          <details>
            <summary class="min-h-8 cursor-pointer text-sm break-words">
              <span class="quiet tabular-nums">{ui.format.time(statement.storedAt)}</span>{' '}
              <strong>{statement.verb}</strong> {statement.object}
            </summary>
            <pre class="overflow-x-auto rounded bg-base-200 p-2 text-xs">{statement.json}</pre>
          </details>
        </li>
      ))}
    </ol>
  );
}

/** Where a part leads when it is closed: inside the frame, or in the window it was given. */
export function ReturnedPage(props: { readonly ui: Ui; readonly target: string }) {
  const { ui, target } = props;
  const { t } = ui;
  return (
    <Document ui={ui} title={t.player.returned} islands={['leave-frame']}>
      <main class="m-auto max-w-md p-6 text-center">
        <h1 class="text-2xl font-bold">{t.player.returned}</h1>
        <p class="mt-2">{t.player.returnedText}</p>
        <a href={target} target="_top" class="btn btn-primary btn-lg mt-6" data-leave-frame>
          {t.player.continueCourse}
        </a>
      </main>
    </Document>
  );
}
