import type { Ui } from '../ui.ts';

/** An address to give to others: a field from which it can be copied without script, and with script a button that does. */
export function Address(props: {
  readonly ui: Ui;
  readonly id: string;
  readonly label: string;
  readonly url: string;
}) {
  const { t } = props.ui;
  const words = t.certificates;
  return (
    <>
      <label for={props.id} class="block font-medium">
        {props.label}
      </label>
      <input id={props.id} class="input w-full font-mono text-sm" value={props.url} readonly />
      <div class="flex flex-wrap gap-2">
        <button type="button" hidden class="btn" data-copy={props.id} data-copied={words.copied}>
          {words.copy}
          <span class="sr-only">: {props.label}</span>
        </button>
        <a href={props.url} class="btn">
          {words.openAddress}
          <span class="sr-only">: {props.label}</span>
        </a>
      </div>
    </>
  );
}
