import { Compare } from '../certificates/compare.tsx';
import { Fact } from '../certificates/fact.tsx';
import { verifyPath } from '../certificates/paths.ts';
import { coachingWords } from '../i18n/coaching.ts';
import { signedFormWords } from '../i18n/signed-forms.ts';
import { Notice } from '../layout/notice.tsx';
import { PageHeading } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { VerifiedFormView } from './ports.ts';

/** What the QR code of the form of a session opens: whether both stand by it, and no word of what was said. */
export function VerifiedFormPage({ ui, found }: { readonly ui: Ui; readonly found: VerifiedFormView }) {
  const { format } = ui;
  const words = signedFormWords[ui.locale];
  const { kinds, roles } = coachingWords[ui.locale];
  const { kind, state } = found;
  const of = ({ name, agency }: VerifiedFormView['guide']) =>
    agency === undefined ? name : `${name}, ${agency}`;
  return (
    <Shell ui={ui} title={words.title} islands={['compare-file']}>
      <PageHeading title={words.title} lead={words.lead} />
      <div class="max-w-2xl">
        <div class="mb-5">
          <Notice tone={state === 'valid' ? 'success' : state === 'replaced' ? 'warning' : 'error'}>
            <p class="text-lg font-semibold">{words.states[state]}</p>
            <p>{words.stateTexts[state]}</p>
          </Notice>
        </div>
        <dl class="panel mb-8 divide-y divide-base-300 px-5 py-1">
          <Fact label={words.form}>{kinds[kind]}</Fact>
          <Fact label={roles[kind].guide}>{of(found.guide)}</Fact>
          <Fact label={roles[kind].learner}>{of(found.learner)}</Fact>
          <Fact label={words.when}>
            {dayText(ui, found)} ({words.minutes(format.number(found.minutes))})
          </Fact>
          {found.topic !== undefined && <Fact label={words.topic}>{found.topic}</Fact>}
          {found.signatures.map(({ side, at }) => (
            <Fact label={words.signedBy(roles[kind][side])}>
              <When ui={ui} at={at} />
            </Fact>
          ))}
          <Fact label={words.madeAt}>
            <When ui={ui} at={found.madeAt} />
          </Fact>
          <Fact label={words.number}>
            <span class="font-mono">{found.number}</span>
          </Fact>
        </dl>
        <Compare ui={ui} sha256={found.pdfSha256} />
        <p>
          <a href={verifyPath} class="text-link inline-flex min-h-8 items-center">
            {words.another}
          </a>
        </p>
      </div>
    </Shell>
  );
}

/** The day where the session was, wherever whoever checks it is. */
const dayText = (ui: Ui, { startsAt, timeZone }: VerifiedFormView): string =>
  new Intl.DateTimeFormat(ui.locale === 'id' ? 'id-ID' : 'en-GB', { dateStyle: 'long', timeZone }).format(
    new Date(startsAt),
  );
