/** A signed-in person without a browser: keeps cookies and follows redirects as one would. */
export interface BrowserSession {
  get(path: string): Promise<string>;
  /** A form of the portal; resolves with the page that it leads to. */
  post(path: string, fields: Readonly<Record<string, string>>): Promise<string>;
  /** Where a page leads to, which is not followed. */
  leadsTo(path: string): Promise<string>;
}

const mostRedirects = 10;

/** Through the local provider, in one click. */
export async function signInOverHttp(portal: string, email: string): Promise<BrowserSession> {
  const cookies = new Map<string, string>();

  async function go(method: 'GET' | 'POST', address: string, body?: URLSearchParams): Promise<string> {
    let url = new URL(address, portal);
    let init: RequestInit = { method, ...(body && { body }) };
    for (let n = 0; n < mostRedirects; n += 1) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const headers = { accept: 'text/html', cookie, origin: portal };
      const response = await fetch(url, { ...init, headers, redirect: 'manual' });
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        cookies.set(name, value);
      }
      const location = response.headers.get('location');
      const text = await response.text();
      if (location === null) {
        if (response.status >= 400) throw new Error(`${url.pathname} answered ${response.status}: ${text}`);
        return text;
      }
      url = new URL(location, url);
      init = { method: 'GET' };
    }
    throw new Error(`${address} leads in circles`);
  }

  await go('GET', `/sign-in?login_hint=${encodeURIComponent(email)}`);
  return {
    get: (path) => go('GET', path),
    post: (path, fields) => go('POST', path, new URLSearchParams(fields)),
    async leadsTo(path) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const headers = { accept: 'text/html', cookie, origin: portal };
      const response = await fetch(new URL(path, portal), { headers, redirect: 'manual' });
      const location = response.headers.get('location');
      if (location === null)
        throw new Error(`${path} leads nowhere: ${response.status} ${await response.text()}`);
      return location;
    },
  };
}
