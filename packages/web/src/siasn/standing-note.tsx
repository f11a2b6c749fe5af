import type { Ui } from '../ui.ts';
import type { SiasnStanding } from './ports.ts';
import { reasonsOf } from './reasons.ts';

/** How far SIASN knows of something that was learned, for whoever learned it. */
export function SiasnNote({ ui, standing }: { readonly ui: Ui; readonly standing: SiasnStanding }) {
  const words = ui.t.siasn;
  const why = reasonsOf(ui, standing);
  return (
    <p class="mt-3">
      <span class="quiet">{words.title}:</span>{' '}
      <span class="font-medium">
        {standing.isTrial && `${words.trial}: `}
        {words.learnerState[standing.state]}
      </span>
      {standing.isTrial && <span class="quiet block text-sm">{words.trialOnly}</span>}
      {why && <span class="quiet block text-sm">{why}</span>}
    </p>
  );
}
