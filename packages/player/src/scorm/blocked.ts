import type { ScormCall } from '@sinau/scorm';

/** How the launch log names what is no call: content wanted something of another host, which the policy refuses. */
const callName = 'Blocked';

/** Addresses that one page may have told; content that asks for a thousand says no more by it. */
const mostTold = 20;

/** Scripts, styles, pictures, frames and media: what a page names in its markup. */
const naming =
  'script[src], link[href], img[src], iframe[src], video[src], audio[src], source[src], embed[src]';

/** How often a frame is asked whether its next page has begun, in ms. */
const askMs = 20;

export interface BlockedWatch {
  /** The page is there: what its markup names is read. */
  read(): void;
  stop(): void;
}

/**
 * Tells of everything that a page of the package wants from another host: authors see in the launch log why their content
 * does not run. What its markup names is read once the page is there, since the browser refused some of it before anybody could
 * listen; what its scripts ask for is heard from when the page begins. Frames of its own are looked into as well.
 * @param page of the frame, which is on its way to the content
 */
export function watchBlocked(page: Window, tell: (call: Omit<ScormCall, 'at'>) => void): BlockedWatch {
  const heard = new WeakSet<Document>();
  const told = new Set<string>();
  const note = (address: string, what: string) => {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (!url || !/^https?:$/.test(url.protocol) || url.origin === page.origin) return;
    const place = `${url.origin}${url.pathname}`;
    if (told.has(place) || told.size === mostTold) return;
    told.add(place);
    tell({
      call: callName,
      element: place,
      value: what,
      answer: 'other hosts are not allowed; bring the file in the package',
    });
  };
  const listen = (document: Document | undefined): void => {
    if (!document || heard.has(document)) return;
    heard.add(document);
    document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) =>
      note(blockedURI, effectiveDirective),
    );
  };
  const look = (one: Window): void => {
    const document = documentOf(one);
    if (!document) return;
    listen(document);
    for (const node of document.querySelectorAll(naming)) {
      // Services that courses embed are allowed in frames.
      if (node.tagName === 'IFRAME' || (node.tagName === 'LINK' && !isLoaded(node))) continue;
      note(addressOf(node), node.tagName.toLowerCase());
    }
    for (let index = 0; index < one.frames.length; index += 1) {
      const frame = one.frames[index];
      if (frame) look(frame);
    }
  };
  // Scripts may ask long before the page has come whole.
  const early = setInterval(() => listen(documentOf(page)), askMs);
  return {
    read: () => {
      clearInterval(early);
      look(page);
    },
    stop: () => clearInterval(early),
  };
}

const isLoaded = (link: Element) => /stylesheet|icon|preload/i.test(link.getAttribute('rel') ?? '');

/** As the browser resolves it. */
function addressOf(node: Element): string {
  const address: unknown = Reflect.get(node, 'src') ?? Reflect.get(node, 'href');
  return typeof address === 'string' ? address : '';
}

/** Absent for a frame of another origin. */
function documentOf(page: Window): Document | undefined {
  try {
    return page.document;
  } catch {
    return undefined;
  }
}
