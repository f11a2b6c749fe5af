export const indexPath = '/jp/ip-asn';
export const forgetPath = `${indexPath}/forget`;
export const officialPath = `${indexPath}/official`;
