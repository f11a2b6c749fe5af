import { ledgerPath } from '../credit/paths.ts';
import { externalPath } from '../external/paths.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { professionalismWords } from '../i18n/professionalism.ts';
import type { FormState } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, Figure, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { FactsForm } from './facts-form.tsx';
import { OfficialBlock } from './official-block.tsx';
import type { ComponentView, DimensionView, IndexView, StepView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly view: IndexView;
  readonly form: FormState;
  /** Of asking for the official value, where that was refused. */
  readonly asking?: FormState;
  readonly notice?: NoticeName | undefined;
}
type Shown = Pick<Props, 'ui' | 'view'>;

/** The index of today, what 20 JP would make of it, and where every point comes from. */
export function IndexPage(props: Props) {
  const { ui, view } = props;
  const words = professionalismWords[ui.locale];
  const trail = [
    ['/', ui.t.shell.home],
    [ledgerPath, ui.t.credit.title],
  ] as const;
  return (
    <Shell ui={ui} title={words.title} section="records" notice={props.notice}>
      <PageHeading title={words.title} lead={words.lead} trail={<Trail ui={ui} links={trail} />} />
      <div class="mb-5 max-w-3xl">
        <Notice tone="info">
          <p>{words.notOfficial}</p>
          {view.status === 'CPNS' && <p>{words.probation}</p>}
        </Notice>
      </div>
      <OfficialBlock ui={ui} view={view} {...(props.asking && { asking: props.asking })} />
      <Block id="estimate" title={words.estimate}>
        <Estimate ui={ui} view={view} />
      </Block>
      <Block id="steps" title={words.steps}>
        <Steps ui={ui} view={view} />
      </Block>
      <Block id="parts" title={words.parts}>
        <Parts ui={ui} view={view} />
      </Block>
      <Block id="edit" title={words.edit}>
        <FactsForm {...props} />
      </Block>
      <Block id="rule" title={words.rule}>
        <Rule ui={ui} view={view} />
      </Block>
    </Shell>
  );
}

function Estimate({ ui, view }: Shown) {
  const { format, locale } = ui;
  const words = professionalismWords[locale];
  const { score, steps, parts } = view;
  const twenty = steps.find(({ component }) => component === 'technical');
  const open = parts.filter(({ points }) => points === undefined);
  const missing = open.map(({ dimension }) => wordOfMissing(ui, dimension)).join(', ');
  return (
    <dl class="mb-8 grid gap-3 sm:grid-cols-2" aria-label={words.figures}>
      <Figure
        label={words.now(view.year)}
        value={score ? format.number(score.total) : '–'}
        note={score ? words.band[score.band] : `${words.unknown}. ${words.fillIn(missing)}`}
      />
      {twenty ? (
        <Figure
          label={words.withTwenty}
          value={twenty.after ? format.number(twenty.after.total) : words.gain(format.number(twenty.gain))}
          note={[
            ...(twenty.after ? [words.band[twenty.after.band]] : []),
            words.gainFrom(format.number(twenty.gain), format.jp(twenty.missingJp ?? view.technicalJp)),
          ].join(' · ')}
        />
      ) : (
        parts.some(({ components }) => components) && (
          <Figure label={words.withTwenty} value={words.twentyReached} note={words.twentyHeld} />
        )
      )}
    </dl>
  );
}

function wordOfMissing({ locale }: Ui, dimension: DimensionView['dimension']): string {
  const words = professionalismWords[locale];
  const asked = {
    qualification: words.education,
    competency: words.kindOfPost,
    performance: words.predicate,
    discipline: words.sanction,
  }[dimension];
  return `${asked[0]?.toLowerCase() ?? ''}${asked.slice(1)}`;
}

function Steps({ ui, view }: Shown) {
  const words = professionalismWords[ui.locale];
  if (!view.parts.some(({ components }) => components)) return <p class="quiet">{words.stepsUnknown}</p>;
  if (view.steps.length === 0) return <p>{words.stepsNone}</p>;
  return (
    <ul class="grid gap-3">
      {view.steps.map((step) => (
        <li class="panel flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-5 py-4">
          <div class="min-w-0 max-w-[60ch]">
            <p class="font-semibold">{words.component[step.component]}</p>
            <p>{leftOf(ui, step, view.year)}</p>
            {step.after && (
              <p class="quiet text-sm">
                {words.after(ui.format.number(step.after.total), words.band[step.after.band])}
              </p>
            )}
            <p class="mt-1">
              {step.component === 'technical' ? (
                <a href="/catalogue" class="text-link inline-flex min-h-8 items-center">
                  {words.findCourse}
                </a>
              ) : (
                <a href={externalPath} class="text-link inline-flex min-h-8 items-center">
                  {words.enterExternal}
                </a>
              )}
            </p>
          </div>
          <p class="whitespace-nowrap font-bold tabular-nums">{words.gain(ui.format.number(step.gain))}</p>
        </li>
      ))}
    </ul>
  );
}

function leftOf({ locale, format }: Ui, { component, missingJp }: StepView, year: number): string {
  const words = professionalismWords[locale];
  if (component !== 'technical') return words.otherLeft[component];
  return missingJp === undefined ? '' : words.technicalLeft(format.jp(missingJp), year);
}

function Parts({ ui, view }: Shown) {
  const { format, locale } = ui;
  const words = professionalismWords[locale];
  const [, points, most, source] = words.partColumns;
  return (
    <Table caption={words.parts} columns={words.partColumns} cards>
      {view.parts.map((part) => (
        <>
          <tr>
            <th scope="row">{words.dimension[part.dimension]}</th>
            <td data-label={points} class="tabular-nums font-bold">
              {part.points === undefined ? '–' : format.number(part.points)}
            </td>
            <td data-label={most} class="tabular-nums">
              {format.number(part.most)}
            </td>
            <td data-label={source}>
              {part.points === undefined ? words.missing : sourceOf(ui, view, part)}
            </td>
          </tr>
          {part.components?.map((one) => (
            <tr>
              <th scope="row" class="ps-8 font-normal">
                {words.component[one.component]}
              </th>
              <td data-label={points} class="tabular-nums">
                {format.number(one.points)}
              </td>
              <td data-label={most} class="tabular-nums">
                {format.number(one.most)}
              </td>
              <td data-label={source}>{componentSource(ui, view, one)}</td>
            </tr>
          ))}
        </>
      ))}
    </Table>
  );
}

function sourceOf({ locale }: Ui, view: IndexView, { dimension }: DimensionView): string {
  const words = professionalismWords[locale];
  const { own, recordedEducation } = view;
  switch (dimension) {
    case 'qualification':
      if (recordedEducation) return `${words.educations[recordedEducation]}, ${words.ofAgency}`;
      return own.education ? `${words.educations[own.education]}, ${words.ownWords}` : '';
    case 'performance':
      return own.predicate ? `${words.predicates[own.predicate]}, ${words.ownWords}` : '';
    case 'discipline':
      return own.sanction ? `${words.sanctions[own.sanction]}, ${words.ownWords}` : '';
    case 'competency':
      return '';
  }
}

function componentSource({ locale, format }: Ui, { own }: IndexView, one: ComponentView): string {
  const words = professionalismWords[locale];
  const { component, lines, jp } = one;
  const isTold = (component === 'leadership' || component === 'functional') && own[component] !== undefined;
  if (isTold) return words.ownWords;
  if (component === 'leadership' && lines > 0) return words.levelUnknown(format.jp(jp), lines);
  return lines > 0 ? words.fromRecord(format.jp(jp), lines) : words.none;
}

function Rule({ ui, view }: Shown) {
  const words = professionalismWords[ui.locale];
  const unverified = view.unverified.map((part) => words.unverifiedParts[part]).join(', ');
  return (
    <div class="max-w-[68ch]">
      <p>
        {words.basis(view.legalBasis)}
        {unverified !== '' && (
          <>
            {' '}
            <span class="tag tag-warning">{words.unverified}</span>
          </>
        )}
      </p>
      {unverified !== '' && <p class="mt-2">{words.unverifiedText(unverified)}</p>}
      <p class="quiet mt-2 text-sm">{words.rules}</p>
      <p class="mt-2">
        <a href={ledgerPath} class="text-link inline-flex min-h-8 items-center">
          {words.seeLines}
        </a>
      </p>
    </div>
  );
}
