import { element, pageRoot } from '../element.ts';
import { type DispatchDoor, openDoor, type StubConfig, StubError, type StubResult } from './dispatch.ts';
import { type StubWords, stubLocale, stubWords } from './words.ts';

/** The learning system that shows the stub. */
export interface Host {
  /** What it calls its learner. */
  readonly learnerId: string;
  /** Writes down how far the learner is; called when it has changed, and again when it rejects. */
  report(result: StubResult): Promise<void>;
  /** The page goes away: the last word. Once. */
  leave(): void;
  /** Where the learner goes back to, when the host has said it. */
  readonly returnUrl?: string;
}

/** Results are asked for so often while the course is open. */
const pollEveryMs = 4_000;

/** Finds the host, offers the course, and hands results over until the page is closed. */
export async function runStub(connect: () => Promise<Host | undefined>): Promise<void> {
  const config: StubConfig = JSON.parse(document.getElementById('dispatch')?.textContent ?? '{}');
  const locale = stubLocale(navigator.languages);
  const words = stubWords[locale];
  document.documentElement.lang = locale;
  const { title } = config;
  const page = new StubPage(words, title[locale] ?? title.id ?? title.en ?? title.other ?? '');
  const host = await connect().catch(() => undefined);
  if (!host || host.learnerId === '') {
    page.say(words.noHost, 'alert');
    return;
  }
  leaveOnce(host);
  await new Stub(host, openDoor(config, host.learnerId), page).begin();
}

function leaveOnce(host: Host): void {
  let gone = false;
  const leave = () => {
    if (gone) return;
    gone = true;
    host.leave();
  };
  addEventListener('pagehide', leave);
  // Old hosts take a frame away without hiding its page.
  addEventListener('unload', leave);
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
}

class Stub {
  readonly #host: Host;
  readonly #door: DispatchDoor;
  readonly #page: StubPage;
  #told = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host, door: DispatchDoor, page: StubPage) {
    this.#host = host;
    this.#door = door;
    this.#page = page;
  }

  async begin(): Promise<void> {
    const { words } = this.#page;
    this.#page.say(words.connecting);
    try {
      const { result } = await this.#door.start();
      this.#page.offer(words.open, () => void this.#open());
      this.#page.offerBack(this.#host.returnUrl);
      await this.#take(result);
      if (!result.satisfied) this.#page.say(words.ready);
      this.#poll();
    } catch (error) {
      this.#fail(error, () => void this.begin());
    }
  }

  /** The window is opened in the click itself, or browsers hold it back; its address comes after. */
  async #open(): Promise<void> {
    const { words } = this.#page;
    const opened = window.open('about:blank', '_blank');
    if (opened) opened.opener = null;
    try {
      const { url, result } = await this.#door.start();
      await this.#take(result);
      if (opened) opened.location.replace(url);
      this.#page.say(opened ? words.opened : words.blocked);
      this.#page.link(opened ? undefined : url);
      this.#page.offer(words.openAgain, () => void this.#open());
      this.#poll();
    } catch (error) {
      opened?.close();
      this.#fail(error, () => void this.begin());
    }
  }

  #poll(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(async () => {
      try {
        await this.#take(await this.#door.result());
      } catch (error) {
        const fault = error instanceof StubError ? error.fault : undefined;
        // The page was left open for longer than a pass is good for.
        if (fault?.kind === 'closed' && fault.code === 'dispatch.pass-ended') return void this.begin();
        if (fault?.kind === 'closed') return this.#fail(error);
        this.#page.sayProgress(this.#page.words.offline);
      }
      this.#poll();
    }, pollEveryMs);
  }

  async #take(result: StubResult): Promise<void> {
    this.#page.showResult(result);
    const text = JSON.stringify(result);
    if (text === this.#told) return;
    try {
      await this.#host.report(result);
      this.#told = text;
    } catch {
      // The next question brings the same result, and another try.
      this.#page.sayProgress(this.#page.words.offline);
    }
  }

  #fail(error: unknown, retry?: () => void): void {
    const { words } = this.#page;
    const fault = error instanceof StubError ? error.fault : ({ kind: 'unreachable' } as const);
    if (fault.kind === 'closed') {
      this.#page.offer(undefined);
      this.#page.say(words.closed[fault.code] ?? words.closedOther, 'alert');
      return;
    }
    this.#page.say(words.offline, 'alert');
    if (retry) this.#page.offer(words.again, retry);
  }
}

class StubPage {
  readonly words: StubWords;
  readonly #text = element('p', { attributes: { role: 'status' } });
  readonly #progress = element('p', { className: 'quiet', attributes: { role: 'status' } });
  readonly #action = element('p');
  readonly #link = element('p');
  readonly #back = element('p');

  constructor(words: StubWords, title: string) {
    this.words = words;
    document.title = title;
    pageRoot().replaceChildren(
      element(
        'main',
        {},
        element('h1', {}, title),
        ...[this.#text, this.#action, this.#link, this.#progress, this.#back],
        element('p', { className: 'quiet small' }, words.privacy),
      ),
    );
  }

  say(text: string, role: 'status' | 'alert' = 'status'): void {
    this.#text.setAttribute('role', role);
    this.#text.textContent = text;
  }

  sayProgress(text: string): void {
    this.#progress.textContent = text;
  }

  offer(label: string | undefined, act?: () => void): void {
    if (label === undefined || !act) {
      this.#action.replaceChildren();
      return;
    }
    const button = element('button', { type: 'button' }, label);
    button.addEventListener('click', act);
    this.#action.replaceChildren(button);
  }

  link(url: string | undefined): void {
    const anchor = url && element('a', { href: url, target: '_blank', rel: 'noopener' }, this.words.open);
    this.#link.replaceChildren(...(anchor ? [anchor] : []));
  }

  offerBack(url: string | undefined): void {
    if (url === undefined || !/^https?:\/\//.test(url)) return;
    this.#back.replaceChildren(element('a', { href: url, target: '_top' }, this.words.back));
  }

  showResult({ satisfied, score, percent }: StubResult): void {
    const points = score === undefined ? '' : ` ${this.words.score(Math.round(score * 100))}.`;
    this.sayProgress(`${this.words.progress(percent)}.${points}`);
    if (satisfied) this.say(this.words.done);
  }
}
