import { noonOf } from '../course/standing.tsx';
import { LearningLine, Outside } from '../forums/parts.tsx';
import type { PublicCommitmentView } from '../forums/ports.ts';
import { citizensWords } from '../i18n/citizens.ts';
import { forumWords } from '../i18n/forums.ts';
import { Block, Figure, hrefOf, Table } from '../layout/parts.tsx';
import { ShareBar } from '../layout/share-bar.tsx';
import type { Ui } from '../ui.ts';
import type { ElementView, PromiseView, SurveyView } from './ports.ts';

/** Days of a survey as one text. */
export function periodOf({ locale, format }: Ui, { from, to }: Pick<SurveyView, 'from' | 'to'>): string {
  return citizensWords[locale].period(format.date(noonOf(from)), format.date(noonOf(to)));
}

/** A number that is kept in hundredths, always with both decimals. */
export function hundredths({ locale }: Ui, value: number): string {
  const tag = locale === 'id' ? 'id-ID' : 'en-GB';
  const two = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return new Intl.NumberFormat(tag, two).format(value / 100);
}

/** Index, grade and elements of one survey. */
export function SurveyNumbers({ ui, survey }: { readonly ui: Ui; readonly survey: SurveyView }) {
  const words = citizensWords[ui.locale];
  const { ikm, grade, answers, wished, asOf } = survey;
  if (ikm === undefined || grade === undefined) {
    return <p class="quiet">{survey.state === 'running' ? words.noResultsYet : words.noResults}</p>;
  }
  return (
    <>
      <dl class="mb-5 grid gap-3 sm:grid-cols-3">
        <Figure label={words.ikm} value={hundredths(ui, ikm)} note={words.ikmNote} />
        <Figure label={words.grade} value={words.grades[grade]} note={periodOf(ui, survey)} />
        <Figure
          label={words.answers}
          value={ui.format.number(answers)}
          note={wished === undefined ? undefined : words.wished(ui.format.number(wished))}
        />
      </dl>
      {asOf !== undefined && <p class="quiet mb-3 text-sm">{words.asOf(ui.format.number(asOf))}</p>}
      <Elements ui={ui} survey={survey} />
      <p class="quiet mt-2 text-sm">
        {words.basis(survey.legalBasis)} {words.meanNote}
      </p>
    </>
  );
}

function Elements({ ui, survey }: { readonly ui: Ui; readonly survey: SurveyView }) {
  const words = citizensWords[ui.locale];
  const told = survey.elements.flatMap(({ mean }) => mean ?? []);
  const lowest = Math.min(...told);
  const apart = Math.max(...told) > lowest;
  return (
    <Table caption={words.elementsOf(periodOf(ui, survey))} columns={words.elementColumns}>
      {survey.elements.map((element) => (
        <tr>
          <th scope="row" class="font-medium">
            {element.code.toUpperCase()} {nameOf(ui, element)}
            {apart && element.mean === lowest && (
              <span class="badge badge-warning ms-2 whitespace-nowrap">{words.lowest}</span>
            )}
          </th>
          <td class="tabular-nums">{element.mean === undefined ? '–' : hundredths(ui, element.mean)}</td>
          <td>{element.mean !== undefined && <ShareBar percent={(element.mean - 100) / 3} />}</td>
        </tr>
      ))}
    </Table>
  );
}

export const nameOf = ({ locale }: Ui, { subject }: Pick<ElementView, 'subject'>): string =>
  citizensWords[locale].questions[subject].name;

/** Results as files; `path`: of the service. */
export function ResultFiles({ ui, path }: { readonly ui: Ui; readonly path: string }) {
  const words = citizensWords[ui.locale];
  return (
    <p class="no-print mt-3 flex flex-wrap gap-2">
      {(['xlsx', 'csv'] as const).map((format) => (
        <a class="btn btn-sm" href={hrefOf(`${path}/results`, { format })}>
          {words.download(format === 'csv' ? 'CSV' : 'Excel')}
        </a>
      ))}
    </p>
  );
}

/** What citizens said beside what is done about it. `edit`: where one of them is changed. */
export function Promises(props: {
  readonly ui: Ui;
  readonly promises: readonly PromiseView[];
  /** Promises of forums for which something was done. */
  readonly done?: readonly PublicCommitmentView[];
  readonly aside?: ReturnType<typeof Block>;
  readonly edit?: (promise: PromiseView) => ReturnType<typeof Block>;
}) {
  const { ui, promises, done = [] } = props;
  const words = citizensWords[ui.locale];
  return (
    <Block id="promises" title={words.promisesTitle} aside={props.aside}>
      {promises.length + done.length === 0 ? (
        <p class="quiet">{words.promisesNone}</p>
      ) : (
        <ul class="grid gap-3">
          {promises.map((promise) => (
            <li class="panel px-5 py-4">
              <p class="quiet text-sm">{words.said}</p>
              <p class="whitespace-pre-line break-words">{promise.said}</p>
              <p class="quiet mt-2 text-sm">{words.action}</p>
              <p class="whitespace-pre-line break-words font-medium">{promise.action}</p>
              <p class="mt-2 text-sm">
                <span class="badge badge-outline">{words.promiseStates[promise.state]}</span>{' '}
                {promise.due && <span class="quiet">{words.due(ui.format.date(noonOf(promise.due)))}</span>}
              </p>
              {props.edit?.(promise)}
            </li>
          ))}
          {done.map((commitment) => (
            <Done ui={ui} commitment={commitment} />
          ))}
        </ul>
      )}
    </Block>
  );
}

/** What was promised at a forum and done since. */
function Done({ ui, commitment }: { readonly ui: Ui; readonly commitment: PublicCommitmentView }) {
  const words = citizensWords[ui.locale];
  const { said, text, state, outcome, unit, proof, learning } = commitment;
  const isKept = state === 'kept';
  return (
    <li class="panel px-5 py-4">
      <p class="quiet text-sm">{words.said}</p>
      <p class="whitespace-pre-line break-words">{said}</p>
      <p class="quiet mt-2 text-sm">{words.action}</p>
      {isKept && <p class="whitespace-pre-line break-words font-medium">{outcome ?? text}</p>}
      {learning && <LearningLine ui={ui} learning={learning} />}
      <p class="mt-2 text-sm">
        <span class="badge badge-outline">{words.promiseStates[isKept ? 'kept' : 'under-way']}</span>{' '}
        <span class="quiet">{words.fromForum(unit)}</span>
      </p>
      {proof && <Outside href={proof}>{forumWords[ui.locale].proofLink}</Outside>}
    </li>
  );
}
