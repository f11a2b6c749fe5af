import { answer, inPath, type Paths, ref } from './operation.ts';

export const launchPaths: Paths = {
  '/launch/fetch/{id}': {
    post: {
      summary: 'Trade a fetch URL for the token of its session',
      description:
        'Works once, within the time given at launch. Refusals are answered with status 200 too (cmi5 8.2.3). Any origin may call it.',
      access: ['anyone'],
      parameters: [inPath('id', 'One-time id; it is the credential.')],
      responses: { '200': answer('The token, or why there is none.', ref('FetchAnswer')) },
    },
  },
};
