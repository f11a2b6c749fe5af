/** Services of agencies, for everybody. */
export const servicesPath = '/services';
export const agencyServicesPath = (agencyId: string): string =>
  `${servicesPath}/${encodeURIComponent(agencyId)}`;
export const servicePath = ({ agencyId, serviceId }: ServiceAt): string =>
  `${agencyServicesPath(agencyId)}/${encodeURIComponent(serviceId)}`;
/** Whatever survey runs: a printed code stays good for the next one. */
export const surveyPath = (place: ServiceAt): string => `${servicePath(place)}/survey`;

/** Where an agency looks after its services. */
export const citizensPath = '/agency/citizens';
export const deskPath = (serviceId: string): string => `${citizensPath}/${encodeURIComponent(serviceId)}`;

export interface ServiceAt {
  readonly agencyId: string;
  readonly serviceId: string;
}
