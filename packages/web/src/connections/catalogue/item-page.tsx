import type { NoticeName } from '../../i18n/problem.ts';
import { Notice } from '../../layout/notice.tsx';
import { Block } from '../../layout/parts.tsx';
import type { Ui } from '../../ui.ts';
import { ConnectionFrame } from '../frame.tsx';
import { tabHref } from '../tabs.ts';
import { AuditList } from './audit-list.tsx';
import { FieldValueText } from './field-value.tsx';
import { itemHref, SubmitToo } from './list-page.tsx';
import type { CatalogueItem } from './ports.ts';

export interface CatalogueItemProps {
  readonly ui: Ui;
  readonly item: CatalogueItem;
  readonly notice?: NoticeName | undefined;
  readonly failure?: string | undefined;
}

/** One course of the provider: what it says beside what was accepted, and the decision. */
export function CatalogueItemPage({ ui, item, notice, failure }: CatalogueItemProps) {
  const words = ui.t.sync;
  return (
    <ConnectionFrame
      ui={ui}
      connection={item.connection}
      tab="catalogue"
      lead={<span class="break-words">{item.title || item.externalId}</span>}
      notice={notice}
    >
      {failure && (
        <div class="mb-5">
          <Notice tone="error" live>
            {failure}
          </Notice>
        </div>
      )}
      <State ui={ui} item={item} />
      <form method="post" action={`${tabHref(item.connection.connectionId, 'catalogue')}/decide`}>
        <input type="hidden" name="id" value={item.externalId} />
        <input type="hidden" name="rev" value={String(item.rev)} />
        <Fields ui={ui} item={item} />
        <Decision ui={ui} item={item} />
      </form>
      <Block id="audit" title={words.audit}>
        <AuditList ui={ui} lines={item.audit} />
      </Block>
    </ConnectionFrame>
  );
}

function State({ ui, item }: { readonly ui: Ui; readonly item: CatalogueItem }) {
  const words = ui.t.sync;
  const { change, rejected, learners, courseId, findings } = item;
  const standing = item.isClosed ? words.closed : words.settled;
  const sentence = change ? words.itemState[change] : courseId ? standing : words.gone;
  return (
    <div class="mb-5 space-y-3">
      <p>
        {sentence}{' '}
        <span class="quiet break-words">
          {words.source}: {item.externalId}.
        </span>{' '}
        {courseId && (
          <a href={`/studio/courses/${encodeURIComponent(courseId)}`} class="text-link">
            {words.course}
          </a>
        )}
      </p>
      {rejected && <Notice tone="info">{words.rejectedAt}</Notice>}
      {change === 'withdrawn' && (
        <Notice tone="warning">
          {words.withdrawHint}
          {learners !== undefined && learners > 0 && ` ${words.learners(ui.format.number(learners))}`}
        </Notice>
      )}
      {findings.length > 0 && (
        <Notice tone="warning">
          <p class="font-semibold">{words.findingsTitle}</p>
          <ul class="list-disc ps-5">
            {findings.map((finding) => (
              <li>{words.finding[finding]}</li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

/** Side by side on a wide screen, one below the other on a phone. */
function Fields({ ui, item }: { readonly ui: Ui; readonly item: CatalogueItem }) {
  const words = ui.t.sync;
  const { field, accepted, offered } = words.fieldColumns;
  const isCompared = item.courseId !== undefined;
  return (
    <section aria-label={field} class="panel mb-6 divide-y divide-base-300">
      {item.fields.map((one) => (
        <div class={`px-4 py-3 ${one.isChanged ? 'bg-base-200' : ''}`}>
          <h2 class="mb-1 font-semibold">
            {words.field[one.field]}{' '}
            {one.isChanged && <span class="tag tag-warning">{words.changedMark}</span>}
          </h2>
          <dl class={isCompared ? 'grid gap-x-6 gap-y-2 md:grid-cols-2' : ''}>
            {isCompared && <Side ui={ui} label={accepted} field={one.field} value={one.accepted} />}
            <Side ui={ui} label={offered} field={one.field} value={one.offered} />
            {one.here && <Side ui={ui} label={words.here} field={one.field} value={one.here.value} />}
          </dl>
          {one.here && <Choice ui={ui} field={one.field} />}
        </div>
      ))}
    </section>
  );
}

type Field = CatalogueItem['fields'][number];

function Side(props: {
  readonly ui: Ui;
  readonly label: string;
  readonly field: Field['field'];
  readonly value: Field['offered'];
}) {
  return (
    <div class="min-w-0">
      <dt class="quiet text-sm">{props.label}</dt>
      <dd class="break-words whitespace-pre-line">
        <FieldValueText ui={props.ui} field={props.field} value={props.value} />
      </dd>
    </div>
  );
}

function Choice({ ui, field }: { readonly ui: Ui; readonly field: Field['field'] }) {
  const words = ui.t.sync;
  return (
    <fieldset class="mt-3">
      <legend class="text-sm font-medium">{words.conflictTitle}</legend>
      {(['take', 'keep'] as const).map((choice) => (
        <label class="flex min-h-9 items-center gap-3">
          <input
            type="radio"
            name={`choice-${field}`}
            value={choice}
            class="radio radio-primary"
            required={choice === 'take'}
          />
          <span>{words[choice]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Decision({ ui, item }: { readonly ui: Ui; readonly item: CatalogueItem }) {
  const words = ui.t.sync;
  const { change, rejected, mayUndo } = item;
  if (!change && !mayUndo) return null;
  return (
    <div class="no-print panel mb-8 max-w-2xl p-5">
      {change && change !== 'withdrawn' && (
        <>
          <SubmitToo ui={ui} />
          <p class="quiet mb-4 text-sm">{words.submitHint}</p>
        </>
      )}
      <div class="flex flex-wrap gap-3">
        {change && (
          <button type="submit" name="decision" value="accept" class="btn btn-primary">
            {words.accept}
          </button>
        )}
        {change && !rejected && (
          <button type="submit" name="decision" value="reject" class="btn" formnovalidate>
            {words.reject}
          </button>
        )}
        {mayUndo && (
          <button type="submit" name="decision" value="undo" class="btn" formnovalidate>
            {words.undo}
          </button>
        )}
      </div>
      {mayUndo && (
        <p class="quiet mt-2 text-sm">{rejected ? words.undoText.reject : words.undoText.accept}</p>
      )}
      <p class="mt-3">
        <a class="text-link" href={itemHref(item.connection.connectionId, item.externalId)}>
          {words.reload}
        </a>
      </p>
    </div>
  );
}
