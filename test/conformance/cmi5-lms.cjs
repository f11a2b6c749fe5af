// What the LMS test suite of CATAPULT asks of an LMS, over the public API alone. The suite loads it in its own folder, with its own parts.
const wreck = require(`${process.cwd()}/node_modules/@hapi/wreck`);
const { InvalidPackageError } = require(`${process.cwd()}/lib/errors.js`);
/** What `npm start` writes for developers. */
const dev = JSON.parse(process.env.SINAU_DEV_JSON);
const provider = `Bearer ${dev.providerApi.token}`;
const operator = `Basic ${Buffer.from(`${dev.xapi.key}:${dev.xapi.secret}`).toString('base64')}`;
const json = 'application/json';
/** The suite abandons by the session alone, our API within its registration. */
const registrationOf = new Map();

async function post(path, { authorization, contentType = json, body }) {
  const payload = contentType === json && !Buffer.isBuffer(body) ? JSON.stringify(body) : body;
  const headers = { authorization, 'content-type': contentType };
  const response = await wreck.request('POST', dev.portal + path, { payload, headers });
  const answer = JSON.parse(String(await wreck.read(response)));
  return { status: response.statusCode, answer };
}

async function done(path, expected, request) {
  const { status, answer } = await post(path, request);
  if (status !== expected) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
  return answer;
}

async function whole(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

module.exports = {
  setup: async () => undefined,
  teardown: async () => undefined,
  cleanup: async () => undefined,
  getLrsEndpoint: () => `${dev.xapi.endpoint}/`,
  getLrsAuthHeader: () => operator,
  importCourse: async (stream, contentType, fileName) => {
    const path = `/api/packages?fileName=${encodeURIComponent(fileName)}`;
    const sent = { authorization: provider, contentType, body: await whole(stream) };
    const { status, answer } = await post(path, sent);
    if (status === 422) throw new InvalidPackageError(JSON.stringify(answer));
    if (status !== 201) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
    const { courseId } = answer.result;
    const words = { jp: '1', title: { en: fileName } };
    await done(`/api/courses/${courseId}/publish`, 200, { authorization: provider, body: words });
    return courseId;
  },
  getLaunchUrl: async (...[courseId, auIndex, { account }, { registration, launchMode } = {}]) => {
    const body = { courseId, auIndex, actor: { account }, registration, launchMode };
    const launch = await done('/api/launches', 201, { authorization: operator, body });
    registrationOf.set(launch.sessionId, launch.registration);
    return launch.url;
  },
  hasWaive: () => true,
  waiveAU: async (registration, auIndex, reason) => {
    const path = `/api/registrations/${registration}/aus/${auIndex}/waive`;
    await done(path, 200, { authorization: operator, body: { reason } });
  },
  hasAbandon: () => true,
  abandonSession: async (sessionId) => {
    const path = `/api/registrations/${registrationOf.get(sessionId)}/sessions/${sessionId}/abandon`;
    await done(path, 200, { authorization: operator, body: {} });
  },
};
