import { Block, Paging, Table } from '../layout/parts.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { ConnectionLetter, LetterPage } from './ports.ts';
import { connectionHref } from './tabs.ts';

export interface LettersProps {
  readonly ui: Ui;
  readonly connectionId: string;
  readonly page: LetterPage;
  readonly isFirst: boolean;
}

/** Work that failed for good: sent again, one or all, or thrown away. */
export function LettersBlock({ ui, connectionId, page, isFirst }: LettersProps) {
  const words = ui.t.connections;
  const base = connectionHref(connectionId);
  if (page.letters.length === 0) {
    return (
      <Block id="letters" title={words.lettersTitle}>
        <p class="quiet">{words.lettersEmpty}</p>
      </Block>
    );
  }
  const all = (
    <form method="post" action={`${base}/replay`}>
      <button type="submit" class="btn">
        {words.replayAll}
      </button>
    </form>
  );
  const { work, at, reason, action } = words.letterColumns;
  return (
    <Block id="letters" title={words.lettersTitle} aside={all}>
      <p class="quiet mb-3">{words.lettersLead}</p>
      <Table caption={words.lettersTitle} columns={[work, at, reason, action]} cards>
        {page.letters.map((letter) => (
          <Letter ui={ui} letter={letter} base={base} />
        ))}
      </Table>
      <Paging ui={ui} path={base} next={page.next} isFirst={isFirst} />
    </Block>
  );
}

function Letter(props: { readonly ui: Ui; readonly letter: ConnectionLetter; readonly base: string }) {
  const { ui, letter, base } = props;
  const words = ui.t.connections;
  const { letterId, kind, about, at, reason, tries, replays } = letter;
  const name = [words.work[kind], ...about].join(' ');
  return (
    <tr>
      <th scope="row" class="font-normal">
        {words.work[kind]}
        {about.map((id) => (
          <span class="quiet block font-mono text-sm break-all">{id}</span>
        ))}
      </th>
      <td class="whitespace-nowrap">
        <When ui={ui} at={at} />
        <span class="quiet block text-sm">
          {words.tried(ui.format.number(tries))}
          {replays > 0 && `, ${words.replayedBefore(ui.format.number(replays))}`}
        </span>
      </td>
      <td>{words.failure[reason]}</td>
      <td>
        <form method="post" action={`${base}/replay`} class="flex flex-wrap gap-2">
          <input type="hidden" name="letter" value={letterId} />
          <button type="submit" class="btn btn-sm min-h-10" aria-label={`${words.replay}: ${name}`}>
            {words.replay}
          </button>
          <button
            type="submit"
            formaction={`${base}/discard`}
            class="btn btn-ghost btn-sm min-h-10"
            aria-label={`${words.discard}: ${name}`}
          >
            {words.discard}
          </button>
        </form>
      </td>
    </tr>
  );
}
