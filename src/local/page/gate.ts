import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request comes from our own page. Any site that a person visits can make the browser send requests to
 * 127.0.0.1, and can give a name of its own to that address: `Host` and `Origin` tell.
 */
export function mayComeIn(headers: IncomingHttpHeaders, port: number): boolean {
  const own = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!own.includes(headers.host ?? '')) return false;
  const { origin } = headers;
  if (origin !== undefined && !own.some((host) => origin === `http://${host}`)) return false;
  const site = headers['sec-fetch-site'];
  // `none`: typed into the address bar, or opened by another program; a link elsewhere gives `cross-site`.
  return site === undefined || site === 'same-origin' || site === 'none';
}
