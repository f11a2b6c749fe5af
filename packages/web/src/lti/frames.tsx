import type { Child } from 'hono/jsx';
import { Shell, type ShellProps } from '../layout/shell.tsx';
import { OperatorMenu } from '../operator/menu.tsx';
import { StudioMenu } from '../studio/menu.tsx';
import { toolsPath, waitingToolsPath } from './paths.ts';

type FrameProps = Pick<ShellProps, 'ui' | 'title' | 'notice' | 'islands'> & { readonly children?: Child };

export const StudioFrame = (props: FrameProps) => (
  <Shell {...props} section="studio" menu={<StudioMenu ui={props.ui} current={toolsPath} />} />
);

export const OperatorFrame = (props: FrameProps) => (
  <Shell {...props} section="operator" menu={<OperatorMenu ui={props.ui} current={waitingToolsPath} />} />
);
