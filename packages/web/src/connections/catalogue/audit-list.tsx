import { When } from '../../layout/text.tsx';
import type { Ui } from '../../ui.ts';
import { FieldValueText } from './field-value.tsx';
import type { CatalogueAuditLine } from './ports.ts';

/** Who decided what and when, and what that changed; the newest first. */
export function AuditList(props: { readonly ui: Ui; readonly lines: readonly CatalogueAuditLine[] }) {
  const { ui, lines } = props;
  const words = ui.t.sync;
  if (lines.length === 0) return <p class="quiet">{words.auditEmpty}</p>;
  return (
    <ol class="panel divide-y divide-base-300">
      {lines.map((line) => (
        <li class="px-4 py-3">
          <p>
            <strong>{words.action[line.action]}</strong> ({words.list[line.change]}) ·{' '}
            <When ui={ui} at={line.at} /> · {line.by ?? words.byRule}
            {line.submitted !== undefined && line.action === 'accept' && line.submitted && (
              <> · {words.submitted}</>
            )}
          </p>
          {line.fields.length > 0 && (
            <details class="mt-1 text-sm">
              <summary class="text-link inline-flex min-h-8 cursor-pointer items-center">
                {line.fields.map(({ field }) => words.field[field]).join(', ')}
              </summary>
              <dl class="mt-1">
                {line.fields.map((one) => (
                  <div class="min-w-0 py-0.5">
                    <dt class="quiet inline">{words.field[one.field]}: </dt>
                    <dd class="inline break-words">
                      <FieldValueText ui={ui} field={one.field} value={one.before} /> →{' '}
                      <FieldValueText ui={ui} field={one.field} value={one.after} />
                    </dd>
                  </div>
                ))}
              </dl>
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}
