import { rulesWords } from '../i18n/jp-rules.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { Block, PageHeading } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { type RulesPlace, topicPath } from './place.tsx';
import type { RuleTopicView } from './ports.ts';
import { RowFacts, whatText } from './what.tsx';

interface Props {
  readonly ui: Ui;
  readonly place: RulesPlace;
  readonly topics: readonly RuleTopicView[];
  readonly notice?: NoticeName | undefined;
}

const groups = ['year', 'effort', 'conversion'] as const;

/** Every rule that holds, with its ground; own rows of an agency beside what the nation says. */
export function RulesPage(props: Props) {
  const { ui, place, topics } = props;
  const words = rulesWords[ui.locale];
  return (
    <Shell
      ui={ui}
      title={ui.t.credit.rulesTitle}
      section={place.section}
      notice={props.notice}
      menu={place.menu(ui)}
    >
      <PageHeading title={ui.t.credit.rulesTitle} lead={words.lead[place.scope]} />
      {groups.map((group) => {
        const own = topics.filter(({ topic }) => topic.split(':')[0] === group);
        if (own.length === 0) return null;
        return (
          <Block id={group} title={words.groups[group]}>
            <ul class="panel divide-y divide-base-300">
              {own.map((topic) => (
                <Topic {...props} topic={topic} />
              ))}
            </ul>
          </Block>
        );
      })}
    </Shell>
  );
}

function Topic({ ui, place, topic }: Omit<Props, 'topics'> & { readonly topic: RuleTopicView }) {
  const words = rulesWords[ui.locale];
  const { current, national, coming, title } = topic;
  return (
    <li class="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-5 py-3">
      <div class="min-w-0 grow basis-72">
        <h3 class="font-semibold">
          <a href={topicPath(place, topic.topic)} class="text-link">
            {title[ui.locale]}
          </a>
          {national && <span class="tag tag-info ms-2">{words.own}</span>}
        </h3>
        {current ? (
          <>
            <p>{whatText(ui, current.what)}</p>
            <RowFacts ui={ui} row={current} />
          </>
        ) : (
          <p class="quiet">{words.none}</p>
        )}
        {national && <p class="quiet mt-1 text-sm">{words.nationSays(whatText(ui, national.what))}</p>}
        {coming.length > 0 && <p class="mt-1 text-sm">{words.coming(coming.length)}</p>}
      </div>
    </li>
  );
}
