/** A file that must be chosen, with what is said of it. One a form. */
export function FileField(props: {
  readonly label: string;
  readonly hint: string;
  readonly accept: string;
  /** What is wrong with the one that came. */
  readonly error?: string | undefined;
}) {
  const { error } = props;
  return (
    <>
      <label for="field-file" class="mb-1 block font-medium">
        {props.label}
      </label>
      <input
        id="field-file"
        name="file"
        type="file"
        accept={props.accept}
        required
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? 'hint-file error-file' : 'hint-file'}
        class="file-input w-full"
      />
      <p id="hint-file" class="quiet mt-1 mb-4 text-sm">
        {props.hint}
      </p>
      {error && (
        <p id="error-file" class="mb-4 text-sm font-medium text-error">
          {error}
        </p>
      )}
    </>
  );
}
