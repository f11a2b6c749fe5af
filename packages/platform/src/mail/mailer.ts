/** Sends one mail; rejects with `Unavailable` when the service refuses for now. */
export interface Mailer {
  send(mail: {
    readonly to: string;
    readonly subject: string;
    readonly text: string;
    /** Makes a repeated send of the same notice recognisable. */
    readonly noticeId: string;
  }): Promise<void>;
}
