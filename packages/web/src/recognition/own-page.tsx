import { certificatesPath } from '../certificates/paths.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { recognitionWords } from '../i18n/recognition.ts';
import { FormProblem, type FormState } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, EmptyState, PageHeading, ProgressBar, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { OwnMenu } from '../records/own-menu.tsx';
import type { Ui } from '../ui.ts';
import { RecognitionText } from './parts.tsx';
import { proposePath, recallPath, recognitionsPath, shownPath, unitRecognitionsPath } from './paths.ts';
import type { NamedRecognition, OwnRecognitionsView, RecognitionView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly view: OwnRecognitionsView;
}

/** What somebody was recognised for, what they are on the way to, and whom they proposed. */
export function OwnRecognitionsPage(
  props: Props & { readonly notice?: NoticeName | undefined; readonly form?: FormState | undefined },
) {
  const { ui, view } = props;
  const words = recognitionWords[ui.locale];
  return (
    <Shell
      ui={ui}
      title={words.title}
      section="records"
      notice={props.notice}
      menu={<OwnMenu ui={ui} current={recognitionsPath} />}
    >
      <PageHeading
        title={words.title}
        lead={words.lead}
        trail={<Trail ui={ui} links={[['/', ui.t.shell.home]]} />}
        actions={
          <>
            <a class="btn btn-primary" href={proposePath}>
              {words.propose}
            </a>
            <a class="btn" href={certificatesPath}>
              {words.badges}
            </a>
            <a class="btn" href={unitRecognitionsPath}>
              {words.toUnit}
            </a>
          </>
        }
      />
      {props.form && <FormProblem ui={ui} form={props.form} />}
      <div class="mb-6">
        <Notice tone="info">{words.privacy}</Notice>
      </div>
      <Block id="granted" title={words.granted}>
        {view.granted.length === 0 ? (
          <EmptyState icon="people" title={words.grantedNoneTitle} text={words.grantedNoneText} />
        ) : (
          <ul class="panel divide-y divide-base-300">
            {view.granted.map((one) => (
              <Granted ui={ui} one={one} />
            ))}
          </ul>
        )}
      </Block>
      <Teaching ui={ui} view={view} />
      <Block id="proposed" title={words.proposed}>
        {view.proposed.length === 0 ? (
          <p class="quiet">{words.proposedNone}</p>
        ) : (
          <ul class="panel divide-y divide-base-300">
            {view.proposed.map((one) => (
              <Proposed ui={ui} one={one} />
            ))}
          </ul>
        )}
      </Block>
      {view.gone.length > 0 && (
        <Block id="gone" title={words.gone}>
          <ul class="panel divide-y divide-base-300">
            {view.gone.map((one) => (
              <li class="px-5 py-4">
                <RecognitionText ui={ui} one={one} />
              </li>
            ))}
          </ul>
        </Block>
      )}
    </Shell>
  );
}

function Granted({ ui, one }: { readonly ui: Ui; readonly one: RecognitionView }) {
  const words = recognitionWords[ui.locale];
  const isShown = one.shownTo === 'unit';
  return (
    <li class="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 px-5 py-4">
      <RecognitionText ui={ui} one={one} />
      <form method="post" action={shownPath(one.recognitionId)}>
        <p class="quiet mb-1 text-sm">{isShown ? words.shownUnit : words.shownSupervisor}</p>
        <input type="hidden" name="shownTo" value={isShown ? 'supervisor' : 'unit'} />
        <button type="submit" class="btn">
          {isShown ? words.hide : words.share}
          <span class="sr-only">{words.ofValue(words.values[one.value])}</span>
        </button>
      </form>
    </li>
  );
}

function Proposed({ ui, one }: { readonly ui: Ui; readonly one: NamedRecognition }) {
  const words = recognitionWords[ui.locale];
  return (
    <li class="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 px-5 py-4">
      <RecognitionText ui={ui} one={one} name={one.name} />
      {one.state === 'proposed' && (
        <form method="post" action={recallPath(one)}>
          <button type="submit" class="btn">
            {words.recall}
            <span class="sr-only">{words.ofValue(`${one.name}, ${words.values[one.value]}`)}</span>
          </button>
        </form>
      )}
    </li>
  );
}

function Teaching({ ui, view: { teaching } }: Props) {
  const words = recognitionWords[ui.locale].teaching;
  const { number, date } = ui.format;
  const { year, minutes, mostADay, next, steps, shares } = teaching;
  if (steps.length === 0) return null;
  const sentence =
    next === undefined
      ? words.all(number(minutes))
      : minutes === 0
        ? words.none(number(next))
        : words.progress(number(minutes), number(next));
  const { columns } = words;
  return (
    <Block id="teaching" title={words.title(String(year))}>
      <div class="panel px-5 py-4">
        <p class="mb-2">{sentence}</p>
        <ProgressBar
          percent={next === undefined ? 100 : Math.min(100, (minutes / next) * 100)}
          label={sentence}
          done={next === undefined}
        />
        {mostADay !== undefined && <p class="mt-2 text-sm">{words.aDay(number(mostADay))}</p>}
        {shares.length > 0 && (
          <details class="mt-3">
            <summary class="text-link inline-flex min-h-8 items-center text-sm">{words.shares}</summary>
            <Table
              caption={words.title(String(year))}
              columns={[columns.what, columns.form, columns.on, columns.minutes]}
              cards
            >
              {shares.map((share) => (
                <tr>
                  <th scope="row" class="font-medium">
                    {share.title}
                  </th>
                  <td data-label={columns.form}>{words.forms[share.form]}</td>
                  <td data-label={columns.on}>{date(`${share.on}T05:00:00.000Z`)}</td>
                  <td data-label={columns.minutes}>{number(share.minutes)}</td>
                </tr>
              ))}
            </Table>
          </details>
        )}
      </div>
    </Block>
  );
}
