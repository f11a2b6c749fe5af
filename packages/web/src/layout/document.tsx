import type { Child } from 'hono/jsx';
import type { AssetName } from '../assets.ts';
import type { Ui } from '../ui.ts';

export interface DocumentProps {
  readonly ui: Ui;
  readonly title: string;
  /** Islands this page uses. */
  readonly islands?: readonly Exclude<AssetName, 'portal'>[];
  /** Seconds after which a browser without script reloads the page. */
  readonly refreshSeconds?: number;
  /** Address the browser goes on to by itself. */
  readonly onwardTo?: string;
  readonly children?: Child;
}

/** The HTML document. Scripts and styles come from files only, so that the policy needs no exception for inline ones. */
export function Document(props: DocumentProps) {
  const { ui, title } = props;
  return (
    <html lang={ui.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === ui.t.shell.appName ? title : `${title} · ${ui.t.shell.appName}`}</title>
        <meta name="theme-color" content="#0a4a57" />
        <link rel="icon" href={icon} />
        <link rel="stylesheet" href={ui.assets.portal} />
        {props.onwardTo !== undefined && <meta http-equiv="refresh" content={`1;url=${props.onwardTo}`} />}
        {props.refreshSeconds !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={String(props.refreshSeconds)} />
          </noscript>
        )}
        {(props.islands ?? []).map((name) => (
          <script src={ui.assets[name]} defer></script>
        ))}
      </head>
      <body>{props.children}</body>
    </html>
  );
}

const icon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#0b5563"/><g fill="none" stroke="#f0b35a" stroke-width="2"><path d="M16 16C10 15 6 11 5 5c6 1 10 5 11 11Zm0 0c6-1 10-5 11-11-6 1-10 5-11 11Z"/><path stroke="#fff" d="M16 16c-6 1-10 5-11 11 6-1 10-5 11-11Zm0 0c6 1 10 5 11 11-6-1-10-5-11-11Z"/></g></svg>',
)}`;
