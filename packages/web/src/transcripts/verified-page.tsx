import { Compare } from '../certificates/compare.tsx';
import { Fact } from '../certificates/fact.tsx';
import { verifyPath } from '../certificates/paths.ts';
import { Notice } from '../layout/notice.tsx';
import { PageHeading } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import { SealedNotice } from '../seals/seal-note.tsx';
import type { Ui } from '../ui.ts';
import type { VerifiedTranscriptView } from './ports.ts';

/** What the QR code of a transcript opens: what it says, and whether a later one does. */
export function VerifiedTranscriptPage(props: { readonly ui: Ui; readonly found: VerifiedTranscriptView }) {
  const { ui, found } = props;
  const { t, format } = ui;
  const words = t.transcripts;
  return (
    <Shell ui={ui} title={words.verifiedTitle} islands={['compare-file']}>
      <PageHeading title={words.verifiedTitle} lead={words.verifiedText} />
      <div class="max-w-2xl">
        <div class="mb-5">
          <Notice tone={found.newer ? 'warning' : 'success'}>
            <p class="text-lg font-semibold">{words.verified}</p>
            {found.newer && <p>{words.newer(format.dateTime(found.newer.asOf))}</p>}
          </Notice>
        </div>
        <dl class="panel mb-8 divide-y divide-base-300 px-5 py-1">
          <Fact label={t.certificates.holder}>{found.holderName}</Fact>
          <Fact label={words.year}>{String(found.year)}</Fact>
          <Fact label={t.credit.recognised}>{format.jp(found.recognised)}</Fact>
          <Fact label={words.asOf}>
            <When ui={ui} at={found.asOf} />
          </Fact>
          <Fact label={words.number}>
            <span class="font-mono">{found.number}</span>
          </Fact>
        </dl>
        {found.seal && <SealedNotice ui={ui} seal={found.seal} />}
        <Compare ui={ui} sha256={found.pdfSha256} sealedSha256={found.seal?.sha256} />
        <p>
          <a href={verifyPath} class="text-link inline-flex min-h-8 items-center">
            {t.certificates.another}
          </a>
        </p>
      </div>
    </Shell>
  );
}
