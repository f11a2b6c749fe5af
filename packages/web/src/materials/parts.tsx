import { materialWords } from '../i18n/materials.ts';
import { FileField } from '../layout/file-field.tsx';
import { Block } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import type { MaterialView } from './ports.ts';

/** A file by its name, with what one downloads. */
export function MaterialLink(props: {
  readonly ui: Ui;
  readonly href: string;
  readonly material: MaterialView;
}) {
  const { ui, href, material } = props;
  const { number } = ui.format;
  const kilobytes = number(Math.max(1, Math.round(material.sizeBytes / 1024)));
  return (
    <>
      <a class="text-link inline-flex min-h-8 items-center break-all" href={href}>
        {material.name}
      </a>{' '}
      <span class="quiet text-sm">{materialWords[ui.locale].size(kilobytes, number(material.pages))}</span>
    </>
  );
}

/** Files for whoever keeps them: each with its removal, folded so that it is not done by the way, and a form for one more. */
export function MaterialDesk(props: {
  readonly ui: Ui;
  readonly title: string;
  readonly materials: readonly MaterialView[];
  readonly hrefOf: (material: MaterialView) => string;
  /** Where files are sent to; below it, by their id, they are removed. */
  readonly action: string;
  readonly empty: string;
  readonly hint: string;
  readonly error: string | undefined;
  readonly mayAdd: boolean;
}) {
  const { ui, materials, action } = props;
  const words = materialWords[ui.locale];
  return (
    <Block id="materials" title={props.title}>
      {materials.length === 0 ? (
        <p class="quiet mb-3">{props.empty}</p>
      ) : (
        <ul class="mb-3 grid max-w-3xl gap-2">
          {materials.map((material) => (
            <li class="panel min-w-0 p-4">
              <MaterialLink ui={ui} href={props.hrefOf(material)} material={material} />
              <Removal ui={ui} action={action} material={material} />
            </li>
          ))}
        </ul>
      )}
      {props.mayAdd && (
        <form
          method="post"
          action={action}
          enctype="multipart/form-data"
          class="panel no-print max-w-2xl p-5"
        >
          <FileField label={words.file} hint={props.hint} accept="application/pdf,.pdf" error={props.error} />
          <button type="submit" class="btn">
            {words.add}
          </button>
        </form>
      )}
    </Block>
  );
}

function Removal(props: { readonly ui: Ui; readonly action: string; readonly material: MaterialView }) {
  const { ui, action, material } = props;
  const words = materialWords[ui.locale];
  return (
    <details class="no-print mt-1 text-sm">
      <summary class="min-h-8 cursor-pointer py-1">
        {words.remove}
        <span class="sr-only"> {material.name}</span>
      </summary>
      <form method="post" action={`${action}/${encodeURIComponent(material.materialId)}/remove`}>
        <p class="my-2 break-words">{words.reallyRemove(material.name)}</p>
        <button type="submit" class="btn btn-sm btn-error" aria-label={words.removeOf(material.name)}>
          {words.remove}
        </button>
      </form>
    </details>
  );
}
