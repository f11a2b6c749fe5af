import { PageHeading, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { ConnectionsFrame } from './frame.tsx';
import { connectionKinds } from './ports.ts';
import { connectionsPath } from './tabs.ts';

/** First step of a new connection: what the provider speaks. */
export function ConnectionKindPage({ ui }: { readonly ui: Ui }) {
  const words = ui.t.connections;
  return (
    <ConnectionsFrame ui={ui} title={words.kindTitle}>
      <PageHeading
        title={words.kindTitle}
        lead={words.step(1)}
        trail={<Trail ui={ui} links={[[connectionsPath, words.title]]} />}
      />
      <ul class="grid gap-4 md:grid-cols-2">
        {connectionKinds.map((kind) => (
          <li class="panel flex flex-col p-5">
            <h2 class="font-semibold">
              <a href={`${connectionsPath}/new/${kind}`} class="text-link">
                {words.kind[kind]}
              </a>
            </h2>
            <p class="quiet mt-2">{words.kindText[kind]}</p>
          </li>
        ))}
      </ul>
    </ConnectionsFrame>
  );
}
