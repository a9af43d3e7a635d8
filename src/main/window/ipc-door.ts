import { type IpcMainEvent, ipcMain } from 'electron';
import { mayCall } from './calling-frame.ts';

/**
 * The one way in from a window: a call of the channel reaches `listener` only when it comes from the main frame of our
 * own page and carries no arguments; anything else is refused and logged. `ipcMain` is used nowhere else.
 */
export function onWindowCall(channel: string, listener: (event: IpcMainEvent) => void): void {
  ipcMain.on(channel, (event, ...args: unknown[]) => {
    // Read first: a frame that has gone away is null later (Electron 33 and on).
    const frame = event.senderFrame;
    if (!mayCall(frame) || args.length > 0) {
      console.error(JSON.stringify({ event: 'window-call-refused', channel, from: frame?.url ?? null }));
      return;
    }
    listener(event);
  });
}
