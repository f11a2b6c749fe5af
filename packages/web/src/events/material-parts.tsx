import { eventWords } from '../i18n/events.ts';
import type { FormState } from '../layout/form.tsx';
import { Block } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import type { DeskEventView } from './desk-ports.ts';
import { materialPath } from './paths.ts';
import { type DeskPlace, eventAt } from './place.tsx';
import type { MaterialView } from './ports.ts';

/** A file by its name, with what one downloads. */
export function MaterialLink(props: {
  readonly ui: Ui;
  readonly eventId: string;
  readonly material: MaterialView;
}) {
  const { ui, eventId, material } = props;
  const { number } = ui.format;
  const kilobytes = number(Math.max(1, Math.round(material.sizeBytes / 1024)));
  return (
    <>
      <a class="text-link inline-flex min-h-8 items-center" href={materialPath(eventId, material.materialId)}>
        {material.name}
      </a>{' '}
      <span class="quiet text-sm">
        {eventWords[ui.locale].materialSize(kilobytes, number(material.pages))}
      </span>
    </>
  );
}

/** Files of an event, for whoever holds it. */
export function MaterialDesk(props: {
  readonly ui: Ui;
  readonly place: DeskPlace;
  readonly event: DeskEventView;
  readonly form: FormState;
}) {
  const { ui, place, event, form } = props;
  const words = eventWords[ui.locale];
  const here = `${eventAt(place, event.eventId)}/materials`;
  const error = form.errors.file;
  return (
    <Block id="materials" title={words.materialFiles}>
      {event.materials.length === 0 ? (
        <p class="quiet mb-3">{words.noMaterials}</p>
      ) : (
        <ul class="mb-3 grid max-w-3xl gap-2">
          {event.materials.map((material) => (
            <li class="panel flex flex-wrap items-center justify-between gap-3 p-4">
              <span>
                <MaterialLink ui={ui} eventId={event.eventId} material={material} />
              </span>
              <form method="post" action={`${here}/${encodeURIComponent(material.materialId)}/remove`}>
                <button type="submit" class="btn btn-sm" aria-label={words.removeMaterialOf(material.name)}>
                  {words.removeMaterial}
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      {event.state !== 'cancelled' && (
        <form method="post" action={here} enctype="multipart/form-data" class="panel max-w-2xl p-5">
          <label for="field-file" class="mb-1 block font-medium">
            {words.materialFile}
          </label>
          <input
            id="field-file"
            name="file"
            type="file"
            required
            accept="application/pdf,.pdf"
            class="file-input w-full"
            aria-invalid={error ? 'true' : undefined}
            aria-describedby={error ? 'hint-file error-file' : 'hint-file'}
          />
          <p id="hint-file" class="quiet mt-1 text-sm">
            {words.materialHint}
          </p>
          {error && (
            <p id="error-file" class="mt-1 text-sm font-medium text-error">
              {error}
            </p>
          )}
          <button type="submit" class="btn mt-3">
            {words.addMaterial}
          </button>
        </form>
      )}
    </Block>
  );
}
