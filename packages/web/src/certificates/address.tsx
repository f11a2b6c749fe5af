import type { Ui } from '../ui.ts';

/** An address to give to others: as a link, and with script a button that copies it. */
export function Address(props: { readonly ui: Ui; readonly id: string; readonly url: string }) {
  const { t } = props.ui;
  return (
    <>
      <a id={props.id} href={props.url} class="text-link block font-mono text-sm break-all">
        {props.url}
      </a>
      <button
        type="button"
        hidden
        class="btn"
        data-copy={props.id}
        data-copied={t.certificates.copied}
        aria-describedby={props.id}
      >
        {t.certificates.copy}
      </button>
    </>
  );
}
