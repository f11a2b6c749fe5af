export const toolsPath = '/studio/tools';
export const waitingToolsPath = '/operator/tools';

export const toolHref = (clientId: string): string => `${toolsPath}/${encodeURIComponent(clientId)}`;
