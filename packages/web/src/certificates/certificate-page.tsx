import { ledgerPath } from '../credit/paths.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { Icon } from '../layout/icon.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText, Text, When } from '../layout/text.tsx';
import { SealNote } from '../seals/seal-note.tsx';
import type { Ui } from '../ui.ts';
import { Address } from './address.tsx';
import { Fact } from './fact.tsx';
import { Hours } from './hours.tsx';
import { certificatesPath, decisionPath, pdfPath } from './paths.ts';
import type { CertificateView } from './ports.ts';
import { StateTag } from './state-tag.tsx';

interface Props {
  readonly ui: Ui;
  readonly certificate: CertificateView;
  readonly notice?: NoticeName | undefined;
}

/** One certificate: what it says, its documents, how others check it, and what became of it. */
export function CertificatePage(props: Props) {
  const { ui, certificate } = props;
  const words = ui.t.certificates;
  const { state, isOwn } = certificate;
  const trail = isOwn ? ([[certificatesPath, words.wallet]] as const) : ([['/', ui.t.shell.home]] as const);
  return (
    <Shell
      ui={ui}
      title={words.titleOf(plainText(ui, certificate.title))}
      islands={['copy']}
      notice={props.notice}
    >
      <PageHeading
        title={<Text ui={ui} map={certificate.title} />}
        lead={certificate.provider}
        trail={<Trail ui={ui} links={trail} />}
      />
      <State {...props} />
      <div class="grid items-start gap-x-8 lg:grid-cols-[1fr_22rem]">
        <div class="min-w-0">
          <Facts {...props} />
          <Editions {...props} />
        </div>
        <div class="min-w-0">
          {state === 'valid' && <Documents {...props} />}
          <Share {...props} />
          {state === 'valid' && <Badge {...props} />}
          {certificate.mayDecide && <Decisions {...props} />}
        </div>
      </div>
    </Shell>
  );
}

function State({ ui, certificate }: Props) {
  const words = ui.t.certificates;
  const { state, revoked } = certificate;
  if (state === 'valid') return null;
  return (
    <div class="mb-5">
      {state === 'making' && <Notice tone="info">{words.making}</Notice>}
      {revoked && (
        <Notice tone="error">
          <p class="font-medium">{words.revokedAt(ui.format.dateTime(revoked.at))}</p>
          <p>{words.reasonOf(words.revocation[revoked.reason])}</p>
          {revoked.note && <p>{words.noteOf(revoked.note)}</p>}
          {revoked.by && <p>{words.byOf(revoked.by)}</p>}
          {revoked.waitsForPerson && <p>{words.waitsForPerson}</p>}
        </Notice>
      )}
    </div>
  );
}

function Facts({ ui, certificate }: Props) {
  const words = ui.t.certificates;
  const [latest] = certificate.editions;
  return (
    <Block id="facts" title={words.facts}>
      <dl class="panel divide-y divide-base-300 px-5 py-1">
        <Fact label={words.columns.state}>
          <StateTag ui={ui} state={certificate.state} />
        </Fact>
        <Fact label={words.columns.number}>
          <span class="font-mono">{certificate.number}</span>
        </Fact>
        <Fact label={words.holder}>{latest?.holderName}</Fact>
        <Fact label={words.columns.jp}>
          <Hours ui={ui} of={certificate} />
        </Fact>
        <Fact label={words.started}>{ui.format.date(certificate.firstDay)}</Fact>
        <Fact label={words.columns.completed}>{ui.format.date(certificate.lastDay)}</Fact>
      </dl>
      {certificate.hours && (
        <p class="quiet mt-3 text-sm">
          {words.hoursText[certificate.hours]}{' '}
          {certificate.isOwn && (
            <a href={ledgerPath} class="text-link">
              {words.hoursMore}
            </a>
          )}
        </p>
      )}
    </Block>
  );
}

/** Who had it printed anew, when, and why. */
function Editions({ ui, certificate }: Props) {
  const words = ui.t.certificates;
  return (
    <Block id="editions" title={words.editions}>
      <ol class="panel divide-y divide-base-300 px-5 py-1">
        {certificate.editions.map((one, index) => (
          <li class="py-3">
            <p class="font-medium">
              {words.editionOf(one.edition)}
              {index === 0 ? ` · ${words.latest}` : ` · ${words.replaced}`}
            </p>
            <p class="quiet text-sm">
              <When ui={ui} at={one.issuedAt} /> · {words.nameOn(one.holderName)}
            </p>
            {one.reason && <p class="text-sm">{words.reasonOf(one.reason)}</p>}
            {one.by && <p class="text-sm">{words.byOf(one.by)}</p>}
          </li>
        ))}
      </ol>
    </Block>
  );
}

function Documents({ ui, certificate }: Props) {
  const words = ui.t.certificates;
  return (
    <Block id="pdf" title={words.pdf}>
      <div class="panel space-y-3 p-5">
        <p>{words.pdfText}</p>
        <a href={pdfPath(certificate.number)} class="btn btn-primary w-full">
          <Icon name="download" />
          {words.download}
        </a>
        <SealNote ui={ui} seal={certificate.seal} of="certificate" />
        {certificate.seal?.seal && (
          <a
            href={`${pdfPath(certificate.number)}?form=unsealed`}
            class="text-link inline-flex min-h-8 items-center"
          >
            {ui.t.seals.downloadUnsealed}
          </a>
        )}
      </div>
    </Block>
  );
}

function Share({ ui, certificate }: Props) {
  const words = ui.t.certificates;
  return (
    <Block id="share" title={words.share}>
      <div class="panel space-y-3 p-5">
        <p>{words.shareText}</p>
        <Address ui={ui} id="verify-url" label={words.verifyAddress} url={certificate.verifyUrl} />
      </div>
    </Block>
  );
}

/** The same badge as a document, as a token, and within two pictures. */
const badgeFiles = [
  ['json', 'JSON'],
  ['jwt', 'JWT'],
  ['svg', 'SVG'],
  ['png', 'PNG'],
] as const;

/** The badge for wallets; who has none needs none. */
function Badge({ ui, certificate }: Props) {
  const words = ui.t.certificates;
  const { badgeUrl } = certificate;
  return (
    <Block id="badge" title={words.badge}>
      <div class="panel space-y-3 p-5">
        <p>{words.badgeText}</p>
        <Address ui={ui} id="badge-url" label={words.badgeAddress} url={badgeUrl} />
        <ul class="flex flex-wrap gap-2">
          {badgeFiles.map(([ending, name]) => (
            <li>
              <a
                href={ending === 'json' ? badgeUrl : `${badgeUrl}.${ending}`}
                class="btn"
                download={`Lencana-${certificate.number}.${ending}`}
              >
                {words.badgeFile(name)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </Block>
  );
}

function Decisions({ ui, certificate }: Props) {
  const words = ui.t.certificates;
  return (
    <Block id="decide" title={words.decide}>
      <div class="panel space-y-3 p-5">
        <a href={decisionPath(certificate.number, 'reissue')} class="btn w-full">
          {words.reissue}
        </a>
        {!certificate.revoked && (
          <a href={decisionPath(certificate.number, 'revoke')} class="btn btn-error w-full">
            {words.revoke}
          </a>
        )}
      </div>
    </Block>
  );
}
