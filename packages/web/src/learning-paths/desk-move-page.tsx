import { pathWords } from '../i18n/learning-paths.ts';
import { Figure, PageHeading, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { DeskFrame, deskPathPath, type PathPlace } from './place.tsx';
import type { PathMovePreview } from './ports.ts';

/** What moving everybody to the current version would do, before it is done. */
export function PathMovePage(props: {
  readonly ui: Ui;
  readonly place: PathPlace;
  readonly path: { readonly pathId: string; readonly title: string };
  readonly preview: PathMovePreview;
}) {
  const { ui, place, path, preview } = props;
  const words = pathWords[ui.locale];
  const { number } = ui.format;
  const here = deskPathPath(place, path.pathId);
  return (
    <DeskFrame ui={ui} place={place} title={words.moveTitle}>
      <PageHeading
        title={words.moveTitle}
        lead={words.moveLead(number(preview.version))}
        trail={
          <Trail
            ui={ui}
            links={[
              [place.path, words.desk],
              [here, path.title],
            ]}
          />
        }
      />
      <dl class="mb-6 grid gap-4 sm:grid-cols-2 md:grid-cols-4">
        <Figure label={words.movePeople} value={number(preview.people)} />
        <Figure label={words.moveFinish} value={number(preview.finish)} />
        <Figure label={words.moveFewer} value={number(preview.fewer)} />
        <Figure label={words.moveMore} value={number(preview.more)} />
      </dl>
      {!preview.isComplete && <p class="mb-4">{words.moveSome}</p>}
      {preview.people === 0 ? (
        <p>{words.moveNobody}</p>
      ) : (
        <form method="post" action={`${here}/move`} class="flex flex-wrap gap-3">
          <input type="hidden" name="version" value={String(preview.version)} />
          <button type="submit" class="btn btn-primary">
            {words.moveNow}
          </button>
          <a class="btn btn-ghost" href={here}>
            {ui.t.shell.cancel}
          </a>
        </form>
      )}
    </DeskFrame>
  );
}
