import type { NoticeContent, NoticeKind } from '../notice.ts';

export interface NoticeText {
  /** One line; also the subject of the mail. */
  readonly title: string;
  /** Plain text; whoever shows it in HTML escapes it. */
  readonly body: string;
}

/** The texts of some kinds of notices in one language. */
export type Texts<Kinds extends NoticeKind = NoticeKind> = {
  readonly [Kind in Kinds]: (params: Extract<NoticeContent, { kind: Kind }>['params']) => NoticeText;
};
