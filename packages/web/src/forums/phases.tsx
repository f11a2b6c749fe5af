import { forumWords } from '../i18n/forums.ts';
import { Icon } from '../layout/icon.tsx';
import { Block } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { type ForumView, phaseNames } from './ports.ts';

/** The three phases of a consultation, with what each one still asks for; the one that it is in is marked in words. */
export function Phases({ ui, forum }: { readonly ui: Ui; readonly forum: ForumView }) {
  const words = forumWords[ui.locale];
  const now = phaseNames.indexOf(forum.phase);
  return (
    <Block id="phases" title={words.phases}>
      <ol class="grid gap-3 md:grid-cols-3">
        {phaseNames.map((phase, n) => (
          <li
            class={`panel px-4 py-3 ${n === now ? 'border-primary' : ''}`}
            aria-current={n === now ? 'step' : undefined}
          >
            <p class="font-semibold">
              {`${n + 1}. ${words.phaseNames[phase]}`}
              {n === now && <span class="badge badge-primary ms-2">{words.phaseNow}</span>}
            </p>
            <p class="quiet text-sm">{words.phaseTexts[phase]}</p>
            {n <= now && <Lacks ui={ui} lacks={forum.lacks[phase]} />}
          </li>
        ))}
      </ol>
    </Block>
  );
}

function Lacks({ ui, lacks }: { readonly ui: Ui; readonly lacks: ForumView['lacks']['before'] }) {
  const words = forumWords[ui.locale];
  if (lacks.length === 0) {
    return (
      <p class="mt-2 flex items-center gap-1 text-sm">
        <Icon name="check" class="size-4" /> {words.phaseDone}
      </p>
    );
  }
  return (
    <>
      <p class="mt-2 text-sm font-medium">{words.phaseLacks}</p>
      <ul class="list-disc ps-5 text-sm">
        {lacks.map((lack) => (
          <li>{words.lacks[lack]}</li>
        ))}
      </ul>
    </>
  );
}
