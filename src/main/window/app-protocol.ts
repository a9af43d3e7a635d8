import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { scheme } from './own-address.ts';
import { type ServedFolders, servedFile } from './served-file.ts';

/** Makes `app:` a scheme with an origin of its own. Once, before Electron is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the window's own files, and nothing else, under `app://bench/`. */
export function serveApp(session: Session, folders: ServedFolders): void {
  session.protocol.handle(scheme, async (request) => {
    const answer = servedFile(request.method, request.url, folders);
    if (!answer.found) return refusal(answer.status);
    try {
      const body = await readFile(answer.file);
      return new Response(new Uint8Array(body), { headers: headers(answer.contentType) });
    } catch {
      // Absent and unreadable look the same to the window, on purpose.
      return refusal(404);
    }
  });
}

function headers(contentType: string): Record<string, string> {
  return {
    'content-type': contentType,
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  };
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: headers('text/plain') });
}
