import { communityWords } from '../i18n/communities.ts';
import type { FormState } from '../layout/form.tsx';
import { Block } from '../layout/parts.tsx';
import { MaterialDesk, MaterialLink } from '../materials/parts.tsx';
import type { MaterialView } from '../materials/ports.ts';
import type { Ui } from '../ui.ts';
import { meetingMaterialsPath } from './paths.ts';
import type { MeetingView } from './ports.ts';

/** Files for those who are in it. */
export function MeetingMaterials(props: {
  readonly ui: Ui;
  readonly meeting: MeetingView;
  readonly form?: FormState | undefined;
}) {
  const { ui, meeting, form } = props;
  const words = communityWords[ui.locale];
  const action = meetingMaterialsPath(meeting);
  const hrefOf = ({ materialId }: MaterialView) => `${action}/${encodeURIComponent(materialId)}`;
  const { materials, mayAddMaterials } = meeting;
  if (meeting.leads) {
    return (
      <MaterialDesk
        {...{ ui, materials, action, hrefOf }}
        title={words.materials}
        empty={words.noMaterials}
        hint={words.materialHint}
        error={form?.errors['file']}
        mayAdd={mayAddMaterials}
      />
    );
  }
  return (
    <Block id="materials" title={words.materials}>
      {materials.length === 0 ? (
        <p class="quiet">{words.noMaterials}</p>
      ) : (
        <ul class="list-disc ps-5">
          {materials.map((material) => (
            <li>
              <MaterialLink ui={ui} href={hrefOf(material)} material={material} />
            </li>
          ))}
        </ul>
      )}
    </Block>
  );
}
