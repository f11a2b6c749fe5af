import { Block } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';

/** The file stays on the device of whoever checks it. */
export function Compare(props: {
  readonly ui: Ui;
  readonly sha256: string;
  readonly sealedSha256?: string | undefined;
}) {
  const { ui, sha256, sealedSha256 } = props;
  const words = ui.t.certificates;
  return (
    <Block id="file" title={words.file}>
      <div class="panel space-y-3 p-5">
        <p>{words.fileText}</p>
        {sealedSha256 !== undefined && (
          <>
            <p class="text-sm font-medium">{ui.t.seals.sealedFile}</p>
            <p class="font-mono text-sm break-all">{sealedSha256}</p>
            <p class="text-sm font-medium">{ui.t.seals.unsealedFile}</p>
          </>
        )}
        <p class="font-mono text-sm break-all">{sha256}</p>
        <div
          hidden
          data-compare={sealedSha256 === undefined ? sha256 : `${sha256} ${sealedSha256}`}
          data-same={words.same}
          data-different={words.different}
          data-failed={words.unreadable}
        >
          <label for="field-file" class="mb-1 block font-medium">
            {words.chooseFile}
          </label>
          <input id="field-file" type="file" accept="application/pdf" class="file-input w-full" />
          <p role="status" class="mt-2 font-medium"></p>
        </div>
      </div>
    </Block>
  );
}
