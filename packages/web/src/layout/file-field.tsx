/** A file that must be chosen, with what is said of it. One a form. */
export function FileField(props: { readonly label: string; readonly hint: string; readonly accept: string }) {
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
        aria-describedby="hint-file"
        class="file-input w-full"
      />
      <p id="hint-file" class="quiet mt-1 mb-4 text-sm">
        {props.hint}
      </p>
    </>
  );
}
