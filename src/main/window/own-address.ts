/** The scheme and host that serve the window; nothing else is ever loaded into it. */
export const scheme = 'app';
export const origin = `${scheme}://bench`;
export const startPage = `${origin}/index.html`;

/** True for an address of the window's own page, so a reload is allowed and a link to anywhere is not. */
export function isOwnPage(address: string): boolean {
  const url = parsed(address);
  if (url === undefined || !isOwnUrl(url)) return false;
  return url.pathname === '/index.html' || url.pathname === '/';
}

/** True for an address under the window's own scheme and host: any of its scripts, styles and pictures. */
export function isOwnAddress(address: string): boolean {
  const url = parsed(address);
  return url !== undefined && isOwnUrl(url);
}

// `origin` of an unregistered scheme is "null" in Node, so scheme and host are compared one by one.
function isOwnUrl(url: URL): boolean {
  return url.protocol === `${scheme}:` && url.host === 'bench' && url.username === '' && url.password === '';
}

function parsed(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}
