import { Icon } from '../layout/icon.tsx';
import type { Ui } from '../ui.ts';
import { certificatePath } from './paths.ts';
import type { CertificateState } from './ports.ts';

/** On the page of a finished course. */
export function CertificateOfCourse(props: {
  readonly ui: Ui;
  readonly certificate: { readonly number: string; readonly state: CertificateState | 'none' };
}) {
  const { ui, certificate } = props;
  const words = ui.t.certificates;
  if (certificate.state === 'none') return <p class="quiet text-sm">{words.making}</p>;
  return (
    <a href={certificatePath(certificate.number)} class="btn w-full">
      <Icon name="book" />
      {certificate.state === 'revoked' ? words.openRevoked : words.open}
    </a>
  );
}
