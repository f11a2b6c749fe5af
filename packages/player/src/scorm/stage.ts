import { element } from '../element.ts';

/** The frame that content runs in. */
export interface Stage {
  readonly frame: HTMLIFrameElement;
  /** Shows a page of the package; calls back once when it has loaded. */
  show(url: string, loaded: () => void): void;
  /** Takes the page away and resolves when it is gone: its last words were heard. */
  clear(): Promise<void>;
  /** Takes it away at once, while this page is going. */
  remove(): void;
  /** True while a page is being taken away: requests cannot block then. */
  readonly leaving: boolean;
}

/** Content that keeps its page from going (a dialogue, an endless loop) is not waited for longer. */
const patienceMs = 3000;

export function createStage(title: string): Stage {
  const frame = element('iframe', {
    title,
    allow: 'fullscreen; autoplay; unload',
    className: 'stage',
    attributes: { referrerpolicy: 'no-referrer' },
  });
  let shown = false;
  let leaving = false;
  return {
    frame,
    show: (url, loaded) => {
      shown = true;
      frame.addEventListener('load', loaded, { once: true });
      // Replaced, so that the way back in the browser leads out of the player and not through its items.
      if (frame.contentWindow) frame.contentWindow.location.replace(url);
      else frame.src = url;
    },
    clear: async () => {
      if (!shown) return;
      shown = false;
      leaving = true;
      await new Promise<void>((resolve) => {
        frame.addEventListener('load', () => resolve(), { once: true });
        setTimeout(resolve, patienceMs);
        frame.contentWindow?.location.replace('about:blank');
      });
      leaving = false;
    },
    remove: () => {
      leaving = true;
      frame.remove();
    },
    get leaving() {
      return leaving;
    },
  };
}

/** Address of a page of this package; undefined for one that would lead out of it. */
export function contentUrl(path: string, base: string): string | undefined {
  const origin = new URL(base).origin;
  if (!URL.canParse(`/${path}`, origin)) return undefined;
  const url = new URL(`/${path}`, origin);
  return url.origin === origin ? url.href : undefined;
}
