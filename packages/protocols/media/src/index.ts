export { isAllowedRecording, mediaOriginsSchema } from './media-origins.ts';
export {
  type MediaCaption,
  type MediaKind,
  type MediaParameters,
  mediaKinds,
  mediaLaunchParameters,
  parseMediaParameters,
} from './parameters.ts';
export { addressOf, isPublicWebAddress, isWebAddress, maxSourceLength } from './source.ts';
