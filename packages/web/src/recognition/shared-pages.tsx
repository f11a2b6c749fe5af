import { DeskFrame } from '../approvals/frame.tsx';
import { recognitionWords } from '../i18n/recognition.ts';
import { Block, EmptyState, PageHeading, Paging, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { RecognitionText } from './parts.tsx';
import { recognitionsPath, teamRecognitionsPath, unitRecognitionsPath } from './paths.ts';
import type { Paged, RecognitionView } from './ports.ts';

/** What colleagues of the unit show. */
export function UnitRecognitionsPage(props: {
  readonly ui: Ui;
  /** Absent: the reader is in no unit. */
  readonly page: Paged | undefined;
  readonly isFirst: boolean;
}) {
  const { ui, page, isFirst } = props;
  const words = recognitionWords[ui.locale];
  const { unit } = words;
  return (
    <Shell ui={ui} title={unit.title} section="records">
      <PageHeading
        title={unit.title}
        lead={unit.lead}
        trail={<Trail ui={ui} links={[[recognitionsPath, words.title]]} />}
      />
      {!page || page.lines.length === 0 ? (
        <EmptyState icon="people" title={unit.noneTitle} text={page ? unit.noneText : unit.outside} />
      ) : (
        <ul class="panel divide-y divide-base-300">
          {page.lines.map((one) => (
            <li class="px-5 py-4">
              <RecognitionText ui={ui} one={one} name={one.name} />
            </li>
          ))}
        </ul>
      )}
      <Paging ui={ui} path={unitRecognitionsPath} next={page?.next} isFirst={isFirst} />
    </Shell>
  );
}

/** What people of a supervisor are recognised for, by person and in no ranking. */
export function TeamRecognitionsPage(props: {
  readonly ui: Ui;
  readonly team: readonly { readonly name: string; readonly granted: readonly RecognitionView[] }[];
}) {
  const { ui, team } = props;
  const words = recognitionWords[ui.locale].team;
  return (
    <DeskFrame ui={ui} desk="team" title={words.title} current={teamRecognitionsPath}>
      <PageHeading title={words.title} lead={words.lead} />
      {team.length === 0 && <EmptyState icon="people" title={words.noneTitle} text={words.noneText} />}
      {team.map(({ name, granted }, index) => (
        <Block id={`person-${index}`} title={name}>
          {granted.length === 0 ? (
            <p class="quiet">{words.nothing}</p>
          ) : (
            <ul class="panel divide-y divide-base-300">
              {granted.map((one) => (
                <li class="px-5 py-4">
                  <RecognitionText ui={ui} one={one} />
                </li>
              ))}
            </ul>
          )}
        </Block>
      ))}
    </DeskFrame>
  );
}
