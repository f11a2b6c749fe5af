import { TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { PageHeading } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { Text, When } from '../layout/text.tsx';
import { SealedNotice } from '../seals/seal-note.tsx';
import type { Ui } from '../ui.ts';
import { Compare } from './compare.tsx';
import { Fact } from './fact.tsx';
import { Hours } from './hours.tsx';
import { verifyPath } from './paths.ts';
import type { VerifiedView } from './ports.ts';

/** Takes a number from paper. `typed`: nobody knows that one. */
export function AskPage({ ui, typed }: { readonly ui: Ui; readonly typed?: string }) {
  const words = ui.t.certificates;
  return (
    <Shell ui={ui} title={words.verifyTitle}>
      <PageHeading title={words.verifyTitle} lead={words.verifyLead} />
      {typed !== undefined && (
        <div class="mb-5 max-w-2xl">
          <Notice tone="error" live>
            <p class="font-medium">{words.unknown}</p>
            <p>{words.unknownText}</p>
          </Notice>
        </div>
      )}
      <NumberForm ui={ui} typed={typed} />
    </Shell>
  );
}

function NumberForm({ ui, typed }: { readonly ui: Ui; readonly typed?: string | undefined }) {
  const words = ui.t.certificates;
  return (
    <form method="get" action={verifyPath} class="panel max-w-2xl p-5">
      <TextField
        ui={ui}
        form={{ values: { number: typed ?? '' }, errors: {} }}
        name="number"
        label={words.numberLabel}
        hint={words.numberHint}
        required
        maxlength={60}
      />
      <button type="submit" class="btn btn-primary">
        {words.verify}
      </button>
    </form>
  );
}

interface Props {
  readonly ui: Ui;
  readonly found: VerifiedView;
}

/** What the QR code of a certificate opens: what counts now, whatever is printed. */
export function VerifiedPage(props: Props) {
  const { ui, found } = props;
  const words = ui.t.certificates;
  return (
    <Shell ui={ui} title={words.verifiedTitle} islands={['compare-file']}>
      <PageHeading title={words.verifiedTitle} lead={words.verifiedLead} />
      <div class="mb-5 max-w-2xl">
        <Answer {...props} />
      </div>
      <div class="max-w-2xl">
        <dl class="panel mb-8 divide-y divide-base-300 px-5 py-1">
          <Fact label={words.holder}>{found.holderName}</Fact>
          <Fact label={words.columns.course}>
            <Text ui={ui} map={found.title} />
          </Fact>
          <Fact label={ui.t.course.provider}>{found.providerName}</Fact>
          <Fact label={words.columns.jp}>
            <Hours ui={ui} of={found} />
          </Fact>
          <Fact label={words.started}>{ui.format.date(found.firstDay)}</Fact>
          <Fact label={words.columns.completed}>{ui.format.date(found.lastDay)}</Fact>
          <Fact label={words.issued}>
            <When ui={ui} at={found.issuedAt} dateOnly />
          </Fact>
          <Fact label={words.columns.number}>
            <span class="font-mono">{found.number}</span>
          </Fact>
          <Fact label={words.edition}>{ui.format.number(found.edition)}</Fact>
        </dl>
        {found.hours && <p class="quiet mb-6 text-sm">{words.hoursText[found.hours]}</p>}
        {!found.revoked && found.seal && <SealedNotice ui={ui} seal={found.seal} />}
        {!found.revoked && found.pdfSha256 && (
          <Compare ui={ui} sha256={found.pdfSha256} sealedSha256={found.seal?.sha256} />
        )}
        <p>
          <a href={verifyPath} class="text-link inline-flex min-h-8 items-center">
            {words.another}
          </a>
        </p>
      </div>
    </Shell>
  );
}

function Answer({ ui, found }: Props) {
  const words = ui.t.certificates;
  const { revoked, edition, issuedAt } = found;
  if (revoked) {
    return (
      <Notice tone="error">
        <p class="text-lg font-semibold">{words.verified.revoked}</p>
        <p>{words.revokedAt(ui.format.date(revoked.at))}</p>
        <p>{words.reasonOf(words.revocation[revoked.reason])}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="success">
      <p class="text-lg font-semibold">{words.verified.valid}</p>
      <p>{edition > 1 ? words.verified.corrected(edition, ui.format.date(issuedAt)) : words.compareHint}</p>
    </Notice>
  );
}
