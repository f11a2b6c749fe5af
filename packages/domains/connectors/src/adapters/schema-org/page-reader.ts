import { gunzipSync } from 'node:zlib';
import type { Clock } from '@sinau/kernel';
import type { Outbound, OutboundResponse } from '@sinau/platform/outbound';
import { mayRead, type RobotsRules, readRobots } from '@sinau/rostering/schema-org';
import { AdapterFailure } from '../../ports.ts';
import { brokenAnswer, failureOfHttp, failureOfOutbound, withTries } from '../failures.ts';

export interface PageReaderDeps {
  /** Checks every address when it is asked (case F3). */
  readonly outbound: Pick<Outbound, 'send'>;
  readonly clock: Clock;
  readonly sleep: (ms: number) => Promise<unknown>;
}

/** What one reading may take; beyond it rejects. */
export interface PageBudget {
  readonly pages: number;
  readonly bytes: number;
  readonly milliseconds: number;
}

export interface PageReader {
  /** Text of a page of this origin. Rejects with `AdapterFailure`, with `BudgetSpent` beyond what may be read. */
  read(address: string): Promise<string>;
}

/** More than one reading may take. */
export class BudgetSpent extends AdapterFailure {
  constructor() {
    super('too-large', { passing: false });
  }
}

const agent = 'Sinau-Connector';
const maxPageBytes = 4 * 1024 * 1024;
const maxRobotsBytes = 512 * 1024;
const timeoutMs = 20_000;
const mostRedirects = 3;
/** Between two pages, unless the site asks for more. */
const pauseMs = 100;
const longestPauseMs = 10_000;

/** Pages of one site, one after the other, at the pace and within the bounds that it asks for. */
export function createPageReader(
  deps: PageReaderDeps,
  { origin, budget }: { readonly origin: string; readonly budget: PageBudget },
): PageReader {
  const endMs = deps.clock.now().getTime() + budget.milliseconds;
  let rules: RobotsRules | undefined;
  let [pages, bytes] = [0, 0];

  const fetchPage = (url: string, maxResponseBytes: number) =>
    withTries(deps.sleep, async () => {
      const answer = await send(deps, { url, maxResponseBytes });
      if (answer.status === 429 || answer.status >= 500) throw failureOfHttp(answer.status);
      return answer;
    });

  async function rulesOfSite(): Promise<RobotsRules> {
    const answer = await fetchPage(`${origin}/robots.txt`, maxRobotsBytes);
    // A site without such a page asks for nothing.
    return answer.status === 200 ? readRobots(new TextDecoder().decode(answer.body), agent) : { rules: [] };
  }

  async function spend(): Promise<void> {
    if (pages >= budget.pages || bytes >= budget.bytes || deps.clock.now().getTime() >= endMs)
      throw new BudgetSpent();
    if (pages > 0) await deps.sleep(Math.min(longestPauseMs, Math.max(pauseMs, (rules?.delay ?? 0) * 1_000)));
    pages += 1;
  }

  return {
    async read(address) {
      rules ??= await rulesOfSite();
      let url = address;
      for (let redirects = 0; ; redirects += 1) {
        if (new URL(url).origin !== origin) throw new AdapterFailure('address-forbidden', { passing: false });
        if (!mayRead(rules, url)) throw new AdapterFailure('not-permitted', { passing: false });
        await spend();
        const answer = await fetchPage(url, maxPageBytes);
        bytes += answer.body.length;
        const next = answer.status >= 301 && answer.status <= 308 ? answer.headers.location : undefined;
        if (next === undefined) return textOf(answer);
        const target = URL.parse(next, url);
        if (!target || redirects >= mostRedirects) throw failureOfHttp(answer.status);
        url = target.href;
      }
    },
  };
}

async function send(
  { outbound }: PageReaderDeps,
  of: { readonly url: string; readonly maxResponseBytes: number },
): Promise<OutboundResponse> {
  const headers = { accept: 'text/html, application/ld+json, application/xml', 'user-agent': `${agent}/1` };
  try {
    return await outbound.send({ method: 'GET', headers, timeoutMs, ...of });
  } catch (error) {
    throw failureOfOutbound(error);
  }
}

function textOf({ status, headers, body, isCut }: OutboundResponse): string {
  if (status !== 200) throw failureOfHttp(status);
  if (isCut) throw new AdapterFailure('too-large', { passing: false });
  const [, charset = 'utf-8'] = /charset="?([\w-]+)/i.exec(headers['content-type'] ?? '') ?? [];
  try {
    // Sitemaps may be packed files.
    const plain =
      body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body, { maxOutputLength: maxPageBytes }) : body;
    return new TextDecoder(charset).decode(plain);
  } catch {
    throw brokenAnswer('the page is packed or written in a way that cannot be read');
  }
}
