import { homeOf } from './place.tsx';

export const poolsPath = (quotaId: string): string => `${homeOf.agency}/${encodeURIComponent(quotaId)}/pools`;
