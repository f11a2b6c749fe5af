export const toolsPath = '/studio/tools';
export const waitingToolsPath = '/operator/tools';

export const operatorToolHref = (clientId: string): string =>
  `${waitingToolsPath}/${encodeURIComponent(clientId)}`;

export const toolHref = (clientId: string): string => `${toolsPath}/${encodeURIComponent(clientId)}`;
