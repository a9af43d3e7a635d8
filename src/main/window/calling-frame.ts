import { isOwnPage } from './own-address.ts';

/** What of a frame decides whether it may speak to main. */
export interface CallingFrame {
  readonly url: string;
  readonly parent: object | null;
}

/** True for the main frame of our own page; a frame that is gone, a frame in a frame and any other page are refused. */
export function mayCall(frame: CallingFrame | null): boolean {
  return frame !== null && frame.parent === null && isOwnPage(frame.url);
}
