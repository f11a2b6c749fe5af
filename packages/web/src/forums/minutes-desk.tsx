import { forumWords } from '../i18n/forums.ts';
import type { FormState } from '../layout/form.tsx';
import { FormProblem } from '../layout/form.tsx';
import { Block } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { forumPath } from './paths.ts';
import type { ForumView, MinutesFileView } from './ports.ts';

/** Minutes as a file, with what one downloads. */
export function MinutesLink(props: {
  readonly ui: Ui;
  readonly href: string;
  readonly file: MinutesFileView;
}) {
  const { ui, href, file } = props;
  const { number } = ui.format;
  const kilobytes = number(Math.max(1, Math.round(file.sizeBytes / 1024)));
  return (
    <p class="break-words">
      <a class="text-link inline-flex min-h-8 items-center" href={href}>
        {file.name}
      </a>{' '}
      <span class="quiet text-sm">{forumWords[ui.locale].fileSize(kilobytes, number(file.pages))}</span>
    </p>
  );
}

/** Minutes of a forum that was held as a PDF that everybody reads. */
export function MinutesDesk(props: { readonly ui: Ui; readonly forum: ForumView; readonly form: FormState }) {
  const { ui, forum, form } = props;
  const words = forumWords[ui.locale];
  const here = `${forumPath(forum.forumId)}/minutes`;
  const [error, cleanError] = [form.errors.file, form.errors.clean];
  return (
    <Block id="minutes-file" title={words.minutesFile}>
      {forum.minutesFile && (
        <div class="panel mb-3 flex max-w-2xl flex-wrap items-center justify-between gap-3 p-4">
          <MinutesLink ui={ui} href={here} file={forum.minutesFile} />
          <form method="post" action={`${here}/remove`}>
            <button type="submit" class="btn btn-sm">
              {words.removeMinutes}
            </button>
          </form>
        </div>
      )}
      <form method="post" action={here} enctype="multipart/form-data" class="panel max-w-2xl p-5">
        <FormProblem ui={ui} form={form} />
        <label for="field-file" class="mb-1 block font-medium">
          {forum.minutesFile ? words.otherMinutes : words.sendMinutes}
        </label>
        <input
          id="field-file"
          name="file"
          type="file"
          required
          accept="application/pdf,.pdf"
          class="file-input w-full"
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={error ? 'hint-file error-file' : 'hint-file'}
        />
        <p id="hint-file" class="quiet mt-1 text-sm">
          {words.minutesFileHint}
        </p>
        {error && (
          <p id="error-file" class="mt-1 text-sm font-medium text-error">
            {error}
          </p>
        )}
        <label class="mt-3 flex min-h-9 items-start gap-3 py-1">
          <input
            type="checkbox"
            name="clean"
            value="yes"
            required
            class="checkbox checkbox-primary"
            aria-describedby={cleanError ? 'error-clean' : undefined}
          />
          <span>{words.minutesClean}</span>
        </label>
        {cleanError && (
          <p id="error-clean" class="mt-1 text-sm font-medium text-error">
            {cleanError}
          </p>
        )}
        <button type="submit" class="btn mt-3">
          {words.keepMinutes}
        </button>
      </form>
    </Block>
  );
}
