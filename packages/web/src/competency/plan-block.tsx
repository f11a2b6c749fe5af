import { competencyWords } from '../i18n/competency.ts';
import { followUpWords } from '../i18n/competency-follow-up.ts';
import { Block } from '../layout/parts.tsx';
import { Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { ItemStateName } from './names.ts';
import { dayText, levelText } from './parts.tsx';
import { personPath } from './paths.ts';
import type { PersonView } from './person-ports.ts';

export const itemTones: Readonly<Record<ItemStateName, string>> = {
  ...{ proposed: 'tag tag-warning', agreed: 'tag tag-success', returned: 'tag tag-error' },
  ...{ done: 'tag tag-success', dropped: 'tag' },
};

/** What somebody means to do about their gaps, open items first. */
export function PlanBlock({ ui, view }: { readonly ui: Ui; readonly view: PersonView }) {
  const words = competencyWords[ui.locale];
  const follow = followUpWords[ui.locale];
  const base = personPath(view.desk, view.personId);
  return (
    <Block
      id="plan"
      title={words.plan}
      aside={
        <span class="flex flex-wrap gap-2">
          {view.items.length > 0 && (
            <a class="btn btn-sm" href={`${base}/plan/print`}>
              {words.printPlan}
            </a>
          )}
          {view.mayPlan && (
            <a class="btn btn-sm" href={`${base}/plan/new`}>
              {words.planAdd}
            </a>
          )}
        </span>
      }
    >
      {!view.hasSupervisor && <p class="quiet mb-2 text-sm">{words.planNoSupervisor}</p>}
      {view.items.length === 0 ? (
        <p>{words.planEmpty}</p>
      ) : (
        <ul class="grid gap-3">
          {view.items.map((item) => (
            <li class="panel flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-5 py-4">
              <div class="min-w-0 max-w-[60ch]">
                <a
                  class="text-link inline-flex min-h-8 items-center font-semibold"
                  href={`${base}/plan/${encodeURIComponent(item.itemId)}`}
                >
                  {item.title}
                </a>
                <p class="quiet text-sm">
                  <Text ui={ui} map={item.competency} /> · {words.form[item.form]} ·{' '}
                  {levelText(ui, item.targetLevel)} · {dayText(ui, item.dueOn)}
                </p>
              </div>
              <p class="flex flex-wrap gap-2">
                {item.waits && <span class="tag tag-error">{words.waits}</span>}
                {item.isOverdue && <span class="tag tag-error">{follow.overdue}</span>}
                {item.state === 'agreed' && item.course?.state === 'completed' && (
                  <span class="tag tag-info">{follow.offerTitle}</span>
                )}
                <span class={itemTones[item.state]}>{words.itemState[item.state]}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
      <p class="quiet mt-2 text-sm">{words.doneNote}</p>
    </Block>
  );
}
