import type { LanguageMap } from '@sinau/kernel';
import { Icon } from '../layout/icon.tsx';
import { Notice } from '../layout/notice.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';

export interface UploadProps {
  readonly ui: Ui;
  readonly maxBytes: number;
  /** Given: the package becomes a new version of this course. */
  readonly course?: { readonly courseId: string; readonly title: LanguageMap };
  /** The module of that course whose package it replaces, or `new`. */
  readonly module?: string;
}

/** The file goes from the browser straight to the store; that takes script, and the page says so without. */
export function UploadPage(props: UploadProps) {
  const { ui, course } = props;
  const { t } = ui;
  return (
    <Shell ui={ui} title={t.studio.uploadTitle} section="studio" islands={['upload']}>
      <PageHeading
        title={t.studio.uploadTitle}
        lead={leadOf(props)}
        trail={
          <Trail
            ui={ui}
            links={[
              ['/studio', t.studio.title],
              ...(course
                ? ([[`/studio/courses/${course.courseId}`, plainText(ui, course.title)]] as const)
                : []),
            ]}
          />
        }
      />
      <noscript>
        <Notice tone="warning">{t.shell.needsScript}</Notice>
      </noscript>
      <UploadForm {...props} />
    </Shell>
  );
}

function leadOf({ ui, course, module }: UploadProps): string {
  const { t } = ui;
  if (!course) return t.studio.uploadNewText;
  const title = plainText(ui, course.title);
  if (module === undefined) return t.studio.uploadVersionText(title);
  return module === 'new' ? t.studio.uploadModuleNewText(title) : t.studio.uploadModuleText(title);
}

const accepted =
  '.zip,.xml,.mp4,.webm,.mp3,.m4a,.ogg,.pdf,.md,application/zip,application/xml,video/mp4,video/webm,audio/mpeg,audio/mp4,audio/ogg,application/pdf,text/markdown,.json,application/json';

function UploadForm({ ui, maxBytes, course, module }: UploadProps) {
  const { t } = ui;
  const { say } = t.studio.upload;
  return (
    <form
      class="panel mt-4 max-w-2xl p-5"
      data-upload="/studio/uploads"
      data-course={course?.courseId}
      data-module={module}
      data-max-bytes={String(maxBytes)}
      data-say-uploading={say.uploading}
      data-say-progress={say.progress}
      data-say-minutes={say.minutes}
      data-say-moment={say.moment}
      data-say-waiting={say.waiting}
      data-say-paused={say.paused}
      data-say-broken={say.broken}
      data-say-choose={say.choose}
      data-say-same={say.same}
      data-say-other={say.other}
      data-say-stopped={say.stopped}
      data-say-failed={say.failed}
      data-say-refused={say.refused}
      data-say-too-large={say.tooLarge}
      data-say-done={say.done}
      data-say-start={t.studio.uploadStart}
      data-say-retry={say.retry}
      data-say-go-on={say.goOn}
    >
      <div class="drop flex flex-col items-center gap-3 px-4 py-8 text-center" data-drop>
        <Icon name="upload" class="size-10 text-primary" />
        <label for="file" class="font-medium">
          {t.studio.dropHere}
        </label>
        <input
          id="file"
          name="file"
          type="file"
          required
          accept={accepted}
          class="file-input w-full max-w-md"
          aria-describedby="file-hint"
        />
        <p id="file-hint" class="quiet text-sm">
          {t.studio.fileHint(ui.format.bytes(maxBytes))}
        </p>
      </div>
      <div class="mt-4" data-progress hidden>
        <progress class="bar" max="100" value="0" aria-label={t.studio.upload.bar}></progress>
        <p class="quiet mt-2 text-sm tabular-nums" data-words></p>
      </div>
      <p class="mt-3 min-h-6 font-medium break-words" role="status" data-status></p>
      <Buttons ui={ui} />
      <p class="quiet mt-4 text-sm">{t.studio.uploadSafe}</p>
    </form>
  );
}

function Buttons({ ui }: Pick<UploadProps, 'ui'>) {
  const { t } = ui;
  return (
    <div class="mt-2 flex flex-wrap gap-3">
      <button type="submit" class="btn btn-primary" data-start>
        <Icon name="upload" />
        <span data-start-label>{t.studio.uploadStart}</span>
      </button>
      <button type="button" class="btn" data-pause hidden>
        {t.studio.upload.pause}
      </button>
      <button type="button" class="btn" data-cancel hidden>
        {t.studio.uploadCancel}
      </button>
    </div>
  );
}
