// CloudFront Function (JavaScript runtime 2.0), viewer request of content origins; the local content server runs this
// same text. That runtime has no destructuring, spread, for-of, optional chaining or classes, and takes 10 KB at most.
import cf from 'cloudfront';
// biome-ignore lint/style/useNodejsImportProtocol: the runtime knows this name only
import crypto from 'crypto';

const cookieName = '__Host-sinau-content';
const entryPath = '/.sinau/enter';
// Pages of ours, the same on every content origin; no package holds a file of this name.
const ownPath = '/_sinau/';
const cookieLifetimeSeconds = 12 * 3600;

// Lets a request through to `versions/<hash>/<path>`, where <hash> is the first label of the host: a request can only
// ever name a file of the package version whose origin it was sent to.
// biome-ignore lint/correctness/noUnusedVariables: the runtime calls it by this name
async function handler(event) {
  const request = event.request;
  const hash = packageOf(request);
  if (!hash) return refusal(404, 'Not Found');
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405, 'Method Not Allowed');
  // A service worker would outlive the session and answer for later visitors of this browser.
  if (request.headers['service-worker']) return refusal(403, 'Forbidden');
  const lock = { hash: hash, key: await ticketKey() };
  if (request.uri === entryPath) return enter(request, lock);
  const path = safePath(request.uri);
  if (!path) return refusal(404, 'Not Found');
  const cookie = request.cookies[cookieName];
  if (!cookie || !registrationOf(lock, 'visit', cookie.value)) return refusal(403, 'Forbidden');
  request.uri =
    path.indexOf(ownPath) === 0 ? `/player/${path.slice(ownPath.length)}` : `/versions/${hash}${path}`;
  return request;
}

async function ticketKey() {
  const key = await cf.kvs().get('ticket-key');
  // Without this an empty store would make every forged ticket verify against a known key.
  if (!key || key.length < 32) throw new Error('ticket-key is not set');
  return key;
}

function packageOf(request) {
  const host = request.headers.host ? request.headers.host.value : '';
  const found = /^([0-9a-f]{32})\.[a-z0-9.-]+(:\d+)?$/.exec(host);
  return found ? found[1] : undefined;
}

// Trades a short ticket for the cookie of this one origin, then goes on to the page.
function enter(request, lock) {
  const registration = registrationOf(lock, 'ticket', parameter(request, 'ticket'));
  if (!registration) return refusal(403, 'Forbidden');
  const to = parameter(request, 'to');
  const cut = to.search(/[?#]/);
  // The path is checked as a path, so that `//other.example` and `/\other.example` never become a redirect.
  if (!safePath(cut < 0 ? to : to.slice(0, cut)) || hasControl(to)) return refusal(404, 'Not Found');
  const claim = `${now() + cookieLifetimeSeconds}.${registration}`;
  const cookies = {};
  cookies[cookieName] = {
    value: sealed(lock, 'visit', claim),
    attributes: 'Path=/; Secure; HttpOnly; SameSite=None; Partitioned',
  };
  return {
    statusCode: 302,
    statusDescription: 'Found',
    headers: { location: { value: to }, 'cache-control': { value: 'no-store' } },
    cookies: cookies,
  };
}

// A query value is raw here; text that does not decode counts as absent.
function parameter(request, name) {
  const given = request.querystring[name];
  if (!given || given.multiValue) return '';
  try {
    return decodeURIComponent(given.value);
  } catch (_) {
    return '';
  }
}

// The path with its default document, still encoded; undefined when any reading of it could leave the package.
function safePath(uri) {
  const path = uri.charAt(uri.length - 1) === '/' ? `${uri}index.html` : uri;
  const segments = path.split('/');
  if (segments.length < 2 || segments[0] !== '') return undefined;
  for (let i = 1; i < segments.length; i += 1) {
    let name;
    try {
      name = decodeURIComponent(segments[i]);
    } catch (_) {
      return undefined;
    }
    if (name === '' || name === '.' || name === '..') return undefined;
    if (/[/\\]/.test(name) || hasControl(name)) return undefined;
    // Our own files beside the package (its structure) are not content.
    if (i === 1 && name.toLowerCase() === '.sinau') return undefined;
    // One spelling: the headers of these pages are chosen by the path as it is written.
    if (i === 1 && name.toLowerCase() === '_sinau' && path.indexOf(ownPath) !== 0) return undefined;
  }
  return path;
}

function hasControl(text) {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 32 || code === 127) return true;
  }
  return false;
}

function now() {
  return Math.floor(Date.now() / 1000);
}

// The claim with its proof, good for one purpose at one package version.
function sealed(lock, purpose, claim) {
  const mac = crypto.createHmac('sha256', lock.key).update(`${purpose}:${lock.hash}:${claim}`);
  return `${claim}.${mac.digest('base64url')}`;
}

// The registration that a live ticket or cookie of this package version was made for.
function registrationOf(lock, purpose, text) {
  const parts = text.split('.');
  if (parts.length !== 3 || !/^\d{1,12}$/.test(parts[0])) return undefined;
  if (Number(parts[0]) < now()) return undefined;
  return sameText(text, sealed(lock, purpose, `${parts[0]}.${parts[1]}`)) ? parts[1] : undefined;
}

// Looks at every character, so that the time taken tells nothing about where two texts differ.
function sameText(a, b) {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i += 1) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}

function refusal(status, description) {
  const text =
    status === 403
      ? 'Halaman ini hanya dapat dibuka dari halaman kursus. / Please open this page from your course.'
      : description;
  return {
    statusCode: status,
    statusDescription: description,
    headers: {
      'content-type': { value: 'text/plain; charset=utf-8' },
      'cache-control': { value: 'no-store' },
    },
    body: { encoding: 'text', data: text },
  };
}
