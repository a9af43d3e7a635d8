import type { Session } from 'electron';
import { mayRequest } from './request-rules.ts';

/**
 * Takes from a session everything the window does not need. Electron grants a permission that has no handler, so each
 * kind of handler is set and refuses; and no request leaves for the network, because all HTTP is the station's.
 */
export function hardenSession(session: Session, { devTools }: { devTools: boolean }): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, answer) => {
    answer({ cancel: !mayRequest(url, devTools) });
  });
  session.on('will-download', (event) => event.preventDefault());
}
