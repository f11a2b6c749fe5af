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
}

/** The file goes from the browser straight to the store; that takes script, and the page says so without. */
export function UploadPage(props: UploadProps) {
  const { ui, course } = props;
  const { t } = ui;
  return (
    <Shell ui={ui} title={t.studio.uploadTitle} section="studio" islands={['upload']}>
      <PageHeading
        title={t.studio.uploadTitle}
        lead={course ? t.studio.uploadVersionText(plainText(ui, course.title)) : t.studio.uploadNewText}
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

function UploadForm({ ui, maxBytes, course }: UploadProps) {
  const { t } = ui;
  return (
    <form
      class="panel mt-4 max-w-2xl p-5"
      data-upload="/studio/uploads"
      data-course={course?.courseId}
      data-max-bytes={String(maxBytes)}
      data-say-uploading={t.studio.uploading}
      data-say-stopped={t.studio.uploadStopped}
      data-say-failed={t.studio.uploadFailed}
      data-say-refused={t.studio.uploadRefused}
      data-say-too-large={t.studio.uploadTooLarge}
      data-say-done={t.studio.uploadDone}
      data-say-retry={t.studio.uploadRetry}
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
          accept=".zip,.xml,application/zip,text/xml,application/xml"
          class="file-input w-full max-w-md"
          aria-describedby="file-hint"
        />
        <p id="file-hint" class="quiet text-sm">
          {t.studio.fileHint(ui.format.bytes(maxBytes))}
        </p>
      </div>
      <div class="mt-4" data-progress hidden>
        <progress class="bar" max="100" value="0" aria-label={t.studio.uploading}></progress>
      </div>
      <p class="mt-3 min-h-6 font-medium" role="status" data-status></p>
      <div class="mt-2 flex flex-wrap gap-3">
        <button type="submit" class="btn btn-primary" data-start>
          <Icon name="upload" />
          <span data-start-label>{t.studio.uploadStart}</span>
        </button>
        <button type="button" class="btn" data-cancel hidden>
          {t.studio.uploadCancel}
        </button>
      </div>
      <p class="quiet mt-4 text-sm">{t.studio.uploadSafe}</p>
    </form>
  );
}
