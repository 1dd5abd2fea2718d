/** A message to a vendor; the same name means the same message. */
export interface VendorMessage {
  readonly id: string;
  readonly body: string;
}

/** How that ended. */
export type TellResult =
  | { readonly type: 'received' }
  /** It would not be taken another time either; without a status nothing was sent: no address is set. */
  | { readonly type: 'refused'; readonly status?: number }
  | {
      readonly type: 'try-later';
      readonly afterSeconds: number | undefined;
      readonly reason: string;
    };

/** The vendors that are told over HTTP what became of their duties. */
export interface Vendors {
  readonly isTold: (vendor: string) => boolean;
  readonly tell: (vendor: string, message: VendorMessage) => Promise<TellResult>;
}
