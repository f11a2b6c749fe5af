import { noonOf } from '../course/standing.tsx';
import { pathWords } from '../i18n/learning-paths.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState } from '../layout/form.tsx';
import { Icon } from '../layout/icon.tsx';
import { Notice } from '../layout/notice.tsx';
import { PageHeading, ProgressBar, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText, Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { learningPathPath, learningPathsPath } from './paths.ts';
import type { PathGroupView, PathStepView, PathView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly path: PathView;
}

/** A learning path: how far one is, what comes next, and why something is still closed. */
export function PathPage(
  props: Props & { readonly form: FormState; readonly notice?: NoticeName | undefined },
) {
  const { ui, path, form, notice } = props;
  const words = pathWords[ui.locale];
  return (
    <Shell ui={ui} title={path.title} section="paths" notice={notice}>
      <PageHeading
        title={path.title}
        lead={path.organiser}
        trail={<Trail ui={ui} links={[[learningPathsPath, words.title]]} />}
      />
      <FormProblem ui={ui} form={form} />
      {path.about && <p class="mb-6 max-w-[65ch] whitespace-pre-line">{path.about}</p>}
      {path.required && <Required ui={ui} required={path.required} />}
      <Standing {...props} />
      <ol class="grid gap-6">
        {path.groups.map((group, n) => (
          <li>
            <Group ui={ui} path={path} group={group} n={n} />
          </li>
        ))}
      </ol>
      {path.isMember && path.completedAt === undefined && !path.required && (
        <p class="mt-8">
          <a class="btn btn-ghost" href={`${learningPathPath(path.pathId)}/leave`}>
            {words.leave}
          </a>
        </p>
      )}
    </Shell>
  );
}

function Required({
  ui,
  required,
}: {
  readonly ui: Ui;
  readonly required: NonNullable<PathView['required']>;
}) {
  const { obligation, dueOn, isOverdue, isYearly } = required;
  const { required: words } = pathWords[ui.locale];
  return (
    <div class="mb-6 max-w-3xl">
      <Notice tone={isOverdue ? 'warning' : 'info'}>
        <p class="font-semibold">{words.by(obligation, ui.format.date(noonOf(dueOn)))}</p>
        {isYearly && <p>{words.yearly(dueOn.slice(0, 4))}</p>}
        <p>{words.noLeaving}</p>
      </Notice>
    </div>
  );
}

function Standing({ ui, path }: Props) {
  const words = pathWords[ui.locale];
  const { number } = ui.format;
  const label = words.progress(number(path.done), number(path.needed));
  if (!path.isMember) {
    return (
      <section aria-label={words.begin} class="panel mb-8 max-w-3xl p-5">
        <p>{words.beginText(number(path.needed))}</p>
        {path.done > 0 && <p class="mt-1">{words.alreadyDone(number(path.done))}</p>}
        {path.strict && <p class="quiet mt-1 text-sm">{words.strictText}</p>}
        <form method="post" action={`${learningPathPath(path.pathId)}/join`} class="mt-4">
          <button type="submit" class="btn btn-primary">
            {words.begin}
          </button>
        </form>
      </section>
    );
  }
  return (
    <section aria-label={words.yourProgress} class="panel mb-8 max-w-3xl p-5">
      <ProgressBar
        percent={path.needed === 0 ? 0 : (100 * path.done) / path.needed}
        label={label}
        done={path.completedAt !== undefined}
      />
      <p class="mt-1 font-semibold">{label}</p>
      {path.completedAt !== undefined ? (
        <Finished ui={ui} path={path} at={path.completedAt} />
      ) : (
        <div class="mt-4">
          {path.next ? (
            <>
              <p class="mb-2">
                {words.nextIs} <Text ui={ui} map={path.next.title} />
              </p>
              <Go ui={ui} path={path} step={path.next} primary />
            </>
          ) : (
            <p>{words.nothingOpen}</p>
          )}
        </div>
      )}
      {path.hasNewer && path.completedAt === undefined && <p class="quiet mt-3 text-sm">{words.newerText}</p>}
      <p class="quiet mt-3 text-sm">{words.jpText}</p>
    </section>
  );
}

function Finished({ ui, path, at }: Props & { readonly at: string }) {
  const words = pathWords[ui.locale];
  return (
    <>
      <p class="mt-2">
        {words.finishedOn} <When ui={ui} at={at} />
      </p>
      {path.certificate === undefined ? (
        <p class="mt-1">{words.certificateSoon}</p>
      ) : (
        <p class="mt-3">
          <a class="btn btn-primary" href={`/certificates/${path.certificate}`}>
            {words.certificate}
          </a>
        </p>
      )}
    </>
  );
}

function Group({ ui, path, group, n }: Props & { readonly group: PathGroupView; readonly n: number }) {
  const words = pathWords[ui.locale];
  const { number } = ui.format;
  const id = `part-${n + 1}`;
  return (
    <section aria-labelledby={id}>
      <div class="mb-3 flex flex-wrap items-baseline justify-between gap-2">
        <h2 id={id} class="text-lg font-semibold">
          {`${n + 1}. ${group.title}`}
        </h2>
        <p class="quiet text-sm">
          {group.needs === 'all'
            ? words.needsAll
            : words.needsSome(number(group.needed), number(group.steps.length))}
          {path.isMember && ` · ${words.progress(number(group.done), number(group.needed))}`}
        </p>
      </div>
      <ol class="grid gap-3">
        {group.steps.map((step) => (
          <li class="panel p-4">
            <Step ui={ui} path={path} step={step} />
          </li>
        ))}
      </ol>
    </section>
  );
}

const icons = { done: 'check', open: 'circle', locked: 'lock' } as const;

function Step({ ui, path, step }: Props & { readonly step: PathStepView }) {
  const words = pathWords[ui.locale];
  return (
    <div class="flex flex-wrap items-center justify-between gap-3">
      <div class="flex min-w-0 items-start gap-3">
        <span class={step.state === 'done' ? 'text-success' : 'quiet'}>
          <Icon name={icons[step.state]} class="mt-0.5 size-5" />
        </span>
        <div class="min-w-0">
          <p class="font-medium">
            <Text ui={ui} map={step.title} />
          </p>
          <p class="quiet text-sm">
            {[
              words.kind[step.kind],
              ...(step.jp === undefined ? [] : [ui.format.jp(step.jp)]),
              stepWord(ui, step),
            ].join(' · ')}
          </p>
          {step.state === 'locked' && (
            <p class="mt-1 text-sm">
              {words.finishFirst(step.waitsFor.map((one) => plainText(ui, one)).join(', '))}
            </p>
          )}
          {step.isClosed && step.state !== 'done' && <Notice tone="warning">{words.closedStep}</Notice>}
        </div>
      </div>
      {path.isMember && step.state !== 'locked' && !step.isClosed && <Go ui={ui} path={path} step={step} />}
    </div>
  );
}

function stepWord(ui: Ui, { state, progress }: PathStepView): string {
  const { stepState } = pathWords[ui.locale];
  if (state === 'done' || progress === 'done') return stepState.done;
  return progress === 'none' ? stepState[state] : stepState[progress];
}

/** One click to where the step goes on. */
function Go(props: Props & { readonly step: PathStepView; readonly primary?: boolean }) {
  const { ui, path, step, primary } = props;
  const words = pathWords[ui.locale];
  const tone = primary ? 'btn btn-primary' : 'btn btn-sm';
  const name = plainText(ui, step.title);
  if (step.kind === 'course' && step.progress === 'none' && step.state === 'open') {
    const action = `${learningPathPath(path.pathId)}/steps/${encodeURIComponent(step.stepId)}/start`;
    return (
      <form method="post" action={action}>
        <button type="submit" class={tone} aria-label={`${words.start}: ${name}`}>
          {words.start}
        </button>
      </form>
    );
  }
  const page = `${step.kind === 'course' ? '/courses' : '/events'}/${encodeURIComponent(step.of)}`;
  const goesOn = step.kind === 'course' && step.progress === 'active';
  const label = goesOn ? words.goOn : words.look;
  return (
    <a class={tone} href={goesOn ? `${page}/continue` : page} aria-label={`${label}: ${name}`}>
      {label}
    </a>
  );
}
