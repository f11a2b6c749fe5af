/** Where the service is. */
export interface Places {
  /** Paths such as `/kursus/save` follow. */
  readonly api: string;
  /** Token of the API manager. */
  readonly managerToken: string;
  /** Token of a human account (Keycloak). */
  readonly accountToken: string;
}

const realm = '/auth/realms/public-siasn/protocol/openid-connect/token';

/** Seen in public client code (mark C). */
export const productionPlaces: Places = {
  api: 'https://apimws.bkn.go.id:8243/apisiasn/1.0',
  managerToken: 'https://apimws.bkn.go.id/oauth2/token',
  accountToken: `https://sso-siasn.bkn.go.id${realm}`,
};

/** Where BKN lets clients be tried (mark C). */
export const trainingPlaces: Places = {
  api: 'https://training-apimws.bkn.go.id/apisiasn/1.0',
  managerToken: 'https://training-apimws.bkn.go.id/oauth2/token',
  accountToken: `https://iam-siasn.bkn.go.id${realm}`,
};
