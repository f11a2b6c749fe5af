import { EmptyState, PageHeading, Paging, Trail } from '../layout/parts.tsx';
import { type Desk, DeskShell, peoplePath, personPath } from '../people/desk.tsx';
import type { Ui } from '../ui.ts';
import { CertificateTable } from './certificate-table.tsx';
import { certificatesOfPath } from './person-paths.ts';
import type { CertificatesOfPerson } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly desk: Desk;
  readonly of: CertificatesOfPerson;
  readonly isFirst: boolean;
}

/** Those of one person that the reader may decide about. */
export function CertificatesOfPersonPage({ ui, desk, of, isFirst }: Props) {
  const words = ui.t.certificates;
  const { personId, name, certificates } = of;
  return (
    <DeskShell ui={ui} desk={desk} title={words.ofPersonTitle(name)} current={peoplePath(desk)}>
      <PageHeading
        title={words.ofPersonTitle(name)}
        lead={words.ofPersonLead[desk]}
        trail={<Trail ui={ui} links={[[personPath(desk, personId), name]]} />}
      />
      {certificates.length === 0 ? (
        <EmptyState icon="book" title={words.ofPersonEmpty} text={words.lead} />
      ) : (
        <CertificateTable ui={ui} certificates={certificates} />
      )}
      <Paging ui={ui} path={certificatesOfPath(desk, personId)} next={of.nextPageToken} isFirst={isFirst} />
    </DeskShell>
  );
}
