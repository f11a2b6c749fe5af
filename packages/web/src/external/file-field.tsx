import type { FormState } from '../layout/form.tsx';
import type { Ui } from '../ui.ts';

/** A PDF as evidence. A browser fills no file in again, so that it is chosen anew after an error. */
export function FileField({ ui, form }: { readonly ui: Ui; readonly form: FormState }) {
  const { fields, hints } = ui.t.external;
  const error = form.errors.file;
  return (
    <div class="mb-4">
      <label for="field-file" class="mb-1 block font-medium">
        {fields.file}
      </label>
      <input
        id="field-file"
        name="file"
        type="file"
        accept="application/pdf,.pdf"
        class="file-input w-full"
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? 'hint-file error-file' : 'hint-file'}
      />
      <p id="hint-file" class="quiet mt-1 text-sm">
        {hints.file}
      </p>
      {error && (
        <p id="error-file" class="mt-1 text-sm font-medium text-error">
          {error}
        </p>
      )}
    </div>
  );
}
