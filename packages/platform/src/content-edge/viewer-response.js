// CloudFront Function (JavaScript runtime 2.0), viewer response of content origins; the local content server runs this
// same text. Kinds that a page shows are shown; everything else is saved to disk under its own name.
const shown =
  /^((image|audio|video|font)\/[^;]+|text\/(html|css|plain|javascript|xml|vtt|markdown)|application\/(javascript|json|xml|xhtml\+xml|pdf|wasm|manifest\+json|font-woff|x-font-ttf|vnd\.ms-fontobject|vnd\.apple\.mpegurl|dash\+xml))\s*(;.*)?$/;

// biome-ignore lint/correctness/noUnusedVariables: the runtime calls it by this name
function handler(event) {
  const response = event.response;
  const type = response.headers['content-type'] ? response.headers['content-type'].value : '';
  const stored = response.statusCode === 200 || response.statusCode === 206;
  if (stored && !shown.test(type.toLowerCase())) {
    response.headers['content-disposition'] = { value: 'attachment' };
  }
  return response;
}
