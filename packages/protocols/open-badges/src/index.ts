export { bakePng, bakeSvg, pngChunk } from './bake.ts';
export { type ClrEntry, type ClrFacts, clrCredential, clrPart, usedClrTerms } from './clr.ts';
export {
  clrContext,
  credentialsContext,
  didContext,
  type JsonLd,
  multikeyContext,
  openBadgesContext,
} from './contexts.ts';
export { didDocument, didOf, type IssuerKey, keyIdOf } from './did-web.ts';
export { jwtClaimsOf } from './jwt-claims.ts';
export { type BadgeAchievement, type BadgeFacts, type BadgeIssuer, openBadge } from './open-badge.ts';
export { statusListCredential, statusListLength } from './status-list.ts';
