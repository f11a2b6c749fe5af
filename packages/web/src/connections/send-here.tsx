import type { Ui } from '../ui.ts';

/** What the system that sends results has to know besides its secret. */
export function SendHere({ ui, url }: { readonly ui: Ui; readonly url: string | undefined }) {
  if (url === undefined) return null;
  const words = ui.t.connections;
  return (
    <div>
      <p class="font-medium">{words.sendHere}</p>
      <p class="mt-1 font-mono text-sm break-all select-all">{url}</p>
      <p class="quiet mt-1 text-sm">{words.sendHow}</p>
    </div>
  );
}
