import { Block } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';

/** The file stays on the device of whoever checks it. */
export function Compare({ ui, sha256 }: { readonly ui: Ui; readonly sha256: string }) {
  const words = ui.t.certificates;
  return (
    <Block id="file" title={words.file}>
      <div class="panel space-y-3 p-5">
        <p>{words.fileText}</p>
        <p class="font-mono text-sm break-all">{sha256}</p>
        <div
          hidden
          data-compare={sha256}
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
