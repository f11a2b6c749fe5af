import { ledgerPath } from '../credit/paths.ts';
import { competencyWords } from '../i18n/competency.ts';
import { bandsWords } from '../i18n/match-bands.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { Block, EmptyState, Figure, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { BandsUse } from './bands-ports.ts';
import { CompetencyFrame } from './frame.tsx';
import type { BandName } from './names.ts';
import {
  dayText,
  FoundText,
  LevelMeanings,
  LevelSteps,
  levelText,
  matchText,
  nameText,
  postText,
  StandingTag,
  VerifiedTag,
} from './parts.tsx';
import { mapPath, ownPath, personPath, teamPath } from './paths.ts';
import type { AssessmentView, PersonView, RowView } from './person-ports.ts';
import { PlanBlock } from './plan-block.tsx';
import { Suggestions } from './suggestions.tsx';

interface Props {
  readonly ui: Ui;
  readonly view: PersonView;
}

export const currentOf = ({ desk }: Pick<PersonView, 'desk'>): string =>
  desk === 'own' ? ownPath : desk === 'team' ? teamPath : mapPath;

export function trailOf(ui: Ui, { desk }: Pick<PersonView, 'desk'>): readonly (readonly [string, string])[] {
  const words = competencyWords[ui.locale];
  if (desk === 'team') return [[teamPath, words.teamTitle]];
  if (desk === 'agency') return [[mapPath, words.mapTitle]];
  return [
    ['/', ui.t.shell.home],
    [ledgerPath, ui.t.credit.title],
  ];
}

/** Somebody beside what their post asks for: for themselves, their supervisor, or their agency. */
export function PersonPage({ ui, view, notice }: Props & { readonly notice?: NoticeName | undefined }) {
  const words = competencyWords[ui.locale];
  const title = view.desk === 'own' ? words.title : view.name;
  return (
    <CompetencyFrame ui={ui} desk={view.desk} title={title} current={currentOf(view)} notice={notice}>
      <PageHeading
        title={title}
        lead={view.desk === 'own' ? words.lead : view.post}
        trail={<Trail ui={ui} links={trailOf(ui, view)} />}
        actions={
          view.desk !== 'own' && (
            <a class="btn btn-primary" href={`${personPath(view.desk, view.personId)}/assess`}>
              {words.assess}
            </a>
          )
        }
      />
      {view.desk === 'own' && <p class="quiet mb-5 max-w-[68ch] text-sm">{words.who}</p>}
      {view.standard ? (
        <>
          <Figures ui={ui} view={view} />
          <StandardNote ui={ui} view={view} />
          <Rows ui={ui} view={view} />
        </>
      ) : (
        <div class="mb-8">
          <EmptyState icon="info" title={words.noStandardTitle} text={words.noStandardText} />
        </div>
      )}
      <PlanBlock ui={ui} view={view} />
      {view.standard && (
        <Block id="suggestions" title={words.suggestions}>
          <Suggestions ui={ui} suggestions={view.suggestions} person={view.mayPlan ? view : undefined} />
        </Block>
      )}
      <Evidence ui={ui} view={view} />
      <Assessments ui={ui} view={view} />
    </CompetencyFrame>
  );
}

function Figures({ ui, view }: Props) {
  const { format } = ui;
  const words = competencyWords[ui.locale];
  const short = view.rows.filter(({ standing }) => standing === 'short');
  const open = view.rows.filter(({ held }) => held === undefined).length;
  const points = short.reduce((sum, { gap = 0 }) => sum + gap, 0);
  const { match } = view;
  return (
    <dl class="mb-5 grid gap-3 sm:grid-cols-3">
      <Figure
        label={words.match}
        value={match ? matchText(ui, match) : '–'}
        note={
          match
            ? [...bandTexts(ui, match), words.matchNote(match.assessed, match.required)].join(' · ')
            : words.matchOpen
        }
      />
      <Figure label={words.gaps} value={format.number(short.length)} note={words.gapsNote(points)} />
      <Figure label={words.unassessed} value={format.number(open)} />
    </dl>
  );
}

/** What the match is called, for the use that the reader has it for. */
function bandTexts({ locale }: Ui, match: NonNullable<PersonView['match']>): readonly string[] {
  const { names, uses, unverified } = bandsWords[locale];
  const places = ['high', 'middle', 'low'] as const;
  const nameOf = (use: BandsUse, band: BandName) => names[use][places.indexOf(band)] ?? band;
  if (!match.band) return [];
  const { mapping, selection } = match.band;
  return [
    nameOf('mapping', mapping),
    ...(selection ? [`${uses.selection}: ${nameOf('selection', selection)}`] : []),
    ...(match.isUnverified ? [unverified.toLowerCase()] : []),
  ];
}

function StandardNote({ ui, view }: Props) {
  const words = competencyWords[ui.locale];
  const { standard } = view;
  if (!standard) return null;
  const { source, title, legalBasis, verified, from } = standard;
  return (
    <div class="mb-5 max-w-[80ch] text-sm">
      <p>
        {words.source[source](postText(ui, title))}
        {from !== undefined && `, ${words.from(dayText(ui, from))}`}.{' '}
        {legalBasis !== undefined && `${words.basis(legalBasis)}. `}
        <VerifiedTag ui={ui} verified={verified} />
      </p>
      <p class="quiet mt-1">{words.matchRule}</p>
    </div>
  );
}

function Rows({ ui, view }: Props) {
  const words = competencyWords[ui.locale];
  const columns = words.rowColumns;
  return (
    <Block id="rows" title={words.rows}>
      <Table
        caption={words.rows}
        columns={[columns.competency, columns.required, columns.held, columns.standing, columns.own]}
        cards
      >
        {view.rows.map((row) => (
          <Row ui={ui} view={view} row={row} />
        ))}
      </Table>
    </Block>
  );
}

function Row({ ui, view, row }: Props & { readonly row: RowView }) {
  const words = competencyWords[ui.locale];
  const columns = words.rowColumns;
  const { competency, required, standing, held, gap, found, own } = row;
  return (
    <tr>
      <th scope="row" class="max-w-72 font-medium">
        <Text ui={ui} map={competency.name} />
        <span class="quiet block text-sm font-normal">
          {competency.field ?? words.family[competency.family]}
        </span>
        <LevelMeanings ui={ui} competency={competency} />
      </th>
      <td data-label={columns.required} class="whitespace-nowrap">
        {levelText(ui, required)}
      </td>
      <td data-label={columns.held}>
        {held === undefined ? '–' : levelText(ui, held)}
        <LevelSteps held={held} required={required} />
        {found && <FoundText ui={ui} found={found} />}
      </td>
      <td data-label={columns.standing}>
        <StandingTag ui={ui} standing={standing} {...(gap !== undefined && { gap })} />
      </td>
      <td data-label={columns.own}>
        {own && (
          <>
            {levelText(ui, own.level)} <span class="quiet text-sm">({words.notCounted})</span>
            {own.note !== undefined && <span class="quiet block text-sm">{own.note}</span>}
          </>
        )}
        {view.desk === 'own' && (
          <a
            class="text-link inline-flex min-h-8 items-center"
            href={`${ownPath}/word?competency=${encodeURIComponent(competency.competencyId)}`}
            aria-label={`${own ? words.ownChange : words.ownWord}: ${nameText(ui, competency.name)}`}
          >
            {own ? words.ownChange : words.ownWord}
          </a>
        )}
        {view.desk !== 'own' && !own && '–'}
      </td>
    </tr>
  );
}

function Evidence({ ui, view }: Props) {
  const words = competencyWords[ui.locale];
  return (
    <Block id="evidence" title={words.evidenceList}>
      <p class="quiet mb-3 text-sm">{words.evidenceNote}</p>
      {view.evidence.length === 0 ? (
        <p>{words.evidenceEmpty}</p>
      ) : (
        <ul class="panel divide-y divide-base-300">
          {view.evidence.map(({ courseId, title, completedAt, teaches }) => (
            <li class="px-5 py-3">
              <a
                class="text-link inline-flex min-h-8 items-center"
                href={`/courses/${encodeURIComponent(courseId)}`}
              >
                <Text ui={ui} map={title} />
              </a>
              <span class="quiet block text-sm">
                <When ui={ui} at={completedAt} dateOnly /> ·{' '}
                {teaches.length === 0
                  ? words.teachesUnknown
                  : teaches.map((one) => words.teachesTo(nameText(ui, one.name), one.level)).join(', ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Block>
  );
}

function Assessments({ ui, view }: Props) {
  const words = competencyWords[ui.locale];
  const columns = words.assessmentColumns;
  return (
    <Block id="assessments" title={words.assessments}>
      {view.assessments.length === 0 ? (
        <p>{words.assessmentsEmpty}</p>
      ) : (
        <Table
          caption={words.assessments}
          columns={[columns.competency, columns.level, columns.method, columns.day, columns.action]}
          cards
        >
          {view.assessments.map((one) => (
            <tr>
              <th scope="row" class="font-medium">
                <Text ui={ui} map={one.competency} />
                {one.note !== undefined && <span class="quiet block text-sm font-normal">{one.note}</span>}
              </th>
              <td data-label={columns.level}>{levelText(ui, one.level)}</td>
              <td data-label={columns.method}>
                {words.method[one.method]}
                {one.method === 'self' && <span class="quiet text-sm"> ({words.notCounted})</span>}
                <span class="quiet block text-sm">
                  {[
                    ...(one.assessor === undefined ? [] : [one.assessor]),
                    words.recordedBy(one.recordedBy),
                  ].join(' · ')}
                </span>
              </td>
              <td data-label={columns.day} class="whitespace-nowrap">
                {dayText(ui, one.assessedOn)}
                {one.validTo !== undefined && (
                  <span class="quiet block text-sm">{words.validTo(dayText(ui, one.validTo))}</span>
                )}
              </td>
              <td data-label={columns.action}>
                <Withdrawal ui={ui} view={view} assessment={one} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Block>
  );
}

function Withdrawal({ ui, view, assessment }: Props & { readonly assessment: AssessmentView }) {
  const words = competencyWords[ui.locale];
  const { withdrawn, mayWithdraw, name, competency } = assessment;
  const what = nameText(ui, competency);
  return (
    <>
      {withdrawn && <p class="text-sm">{words.withdrawnBy(withdrawn.by, withdrawn.reason)}</p>}
      {mayWithdraw && (
        <form
          method="post"
          action={`${personPath(view.desk, view.personId)}/withdraw`}
          class="flex flex-wrap items-end gap-2"
        >
          <input type="hidden" name="name" value={name} />
          {!withdrawn && (
            <input
              name="reason"
              required
              minlength={3}
              maxlength={300}
              class="input input-sm w-40"
              aria-label={`${words.reason}: ${what}`}
              placeholder={words.reason}
            />
          )}
          <button
            type="submit"
            class="btn btn-sm"
            aria-label={`${withdrawn ? words.restore : words.withdraw}: ${what}`}
          >
            {withdrawn ? words.restore : words.withdraw}
          </button>
        </form>
      )}
    </>
  );
}
