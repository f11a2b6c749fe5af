import { recordsOpenApi } from '../../records/openapi.ts';
import type { Paths } from './operation.ts';

const { '/records': records, '/oauth/token': token } = recordsOpenApi.paths;

export const recordsPaths: Paths = {
  '/records': { get: { ...records.get, access: ['scope:records/read'] } },
  '/oauth/token': { post: { ...token.post, access: ['anyone'] } },
};

export const { RecordLine } = recordsOpenApi.components.schemas;
