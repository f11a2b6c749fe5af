import { priorityEntryWords } from '../i18n/priority-entry.ts';
import type { Ui } from '../ui.ts';
import { priorityPath } from './paths.ts';

/** Beside a place in a waiting list, for whoever has a right that can be used. */
export function PriorityEntry(props: { readonly ui: Ui }) {
  const words = priorityEntryWords[props.ui.locale];
  return (
    <p class="mt-2">
      <a class="btn" href={priorityPath}>
        {words.use}
      </a>
    </p>
  );
}
