export const indexPath = '/jp/ip-asn';
export const forgetPath = `${indexPath}/forget`;
