import { toolDownWords } from '../i18n/tool-down.ts';
import { Notice } from '../layout/notice.tsx';
import { Block, Table } from '../layout/parts.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { LtiToolView } from './ports.ts';

const kinds = ['login', 'launch', 'choice', 'token'] as const;

/** Whether the tool answers, and when it last did each kind of thing. `checkAt`: where it is asked anew. */
export function ToolHealthBlock(props: {
  readonly ui: Ui;
  readonly tool: LtiToolView;
  readonly checkAt: string;
}) {
  const { ui, tool, checkAt } = props;
  const words = ui.t.lti.health;
  const { down, last = {}, unanswered } = tool.health ?? {};
  return (
    <Block id="health" title={words.title}>
      <div class="mb-3">
        {down ? (
          <Notice tone="warning">
            <p class="font-semibold">{words.down(ui.format.dateTime(down.since))}</p>
            <p>{toolDownWords[ui.locale].because[down.because]}</p>
            <p>{words.learnersSee}</p>
          </Notice>
        ) : (
          <p>{last.login === undefined ? words.unknown : words.answers}</p>
        )}
        {unanswered && (
          <p class="quiet mt-1 text-sm">
            {words.unanswered(ui.format.number(unanswered.count), ui.format.dateTime(unanswered.since))}
          </p>
        )}
      </div>
      <Table caption={words.title} columns={[words.kind, words.last]}>
        {kinds.map((kind) => {
          const at = last[kind];
          return (
            <tr>
              <th scope="row" class="font-medium">
                {words.kinds[kind]}
              </th>
              <td>{at === undefined ? words.never : <When ui={ui} at={at} />}</td>
            </tr>
          );
        })}
      </Table>
      {tool.contacts && <p class="quiet mt-3 text-sm">{words.contacts(tool.contacts.join(', '))}</p>}
      {tool.status === 'active' && (
        <form method="post" action={checkAt} class="mt-3">
          <button type="submit" class="btn">
            {words.check}
          </button>
        </form>
      )}
    </Block>
  );
}
