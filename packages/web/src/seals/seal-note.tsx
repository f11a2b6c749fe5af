import { Notice } from '../layout/notice.tsx';
import type { Ui } from '../ui.ts';
import type { SealDocumentName, SealStandingView, SealToldView } from './ports.ts';

/** For whoever holds the document: whether it is sealed, and if not, that it counts nevertheless. */
export function SealNote(props: {
  readonly ui: Ui;
  readonly seal: SealStandingView | undefined;
  readonly of: SealDocumentName;
}) {
  const { ui, seal } = props;
  const words = ui.t.seals;
  if (!seal || seal.state === 'dropped') return null;
  if (seal.seal)
    return <p class="text-sm">{words.sealedBy(nameOf(seal.seal), ui.format.date(seal.seal.at))}</p>;
  const isStuck = seal.state === 'refused' || seal.state === 'unsure';
  return <p class="text-sm">{(isStuck ? words.holderStuck : words.holderWaits)[props.of]}</p>;
}

/** For whoever checks a document. */
export function SealedNotice({ ui, seal }: { readonly ui: Ui; readonly seal: SealToldView }) {
  const words = ui.t.seals;
  return (
    <div class="mb-6">
      <Notice tone="info">
        <p class="font-medium">{words.sealedBy(nameOf(seal), ui.format.date(seal.at))}</p>
        <p>{words.vouchedBy(seal.issuer)}</p>
      </Notice>
    </div>
  );
}

const nameOf = ({ name, organisation }: SealToldView): string =>
  organisation === undefined || organisation === name ? name : `${name} (${organisation})`;
