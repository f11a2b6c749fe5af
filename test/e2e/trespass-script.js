// What uploaded content would try against the portal and against another package. Runs inside a page of a package, with
// that page's rights; each answer says what it got.
export async function trespass({ portal, change, foreign }) {
  const attempt = async (act) => {
    try {
      return `got ${await act()}`;
    } catch (error) {
      return error instanceof Error ? error.name : String(error);
    }
  };
  const readWithCookies = async (address) => (await fetch(address, { credentials: 'include' })).text();
  const embed = (name, address) =>
    new Promise((done, failed) => {
      const refuse = () => failed(new TypeError('refused'));
      const element = document.createElement(name);
      element.onload = () => done('loaded');
      element.onerror = refuse;
      element.src = address;
      document.body.append(element);
    });
  return {
    ownCookies: await attempt(() => document.cookie),
    playerDocument: await attempt(() => window.parent.document.title),
    playerAddress: await attempt(() => window.parent.location.href),
    portalPage: await attempt(() => readWithCookies(`${portal}/my-records`)),
    portalChange: await attempt(async () => {
      const init = { method: 'POST', mode: 'no-cors', credentials: 'include' };
      return (await fetch(change, init)).type;
    }),
    foreignPage: await attempt(() => readWithCookies(foreign)),
    foreignAnswer: await attempt(async () => (await fetch(foreign, { mode: 'no-cors' })).type),
    foreignScript: await attempt(() => embed('script', new URL('/shared/au.js', foreign).href)),
  };
}
