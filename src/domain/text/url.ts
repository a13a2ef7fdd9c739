import type { Parsed } from './parsed';
import { cleanText } from './spaces';

/** Apps Script has no URL class, so the parts are found by hand. */
export type UrlParts = { scheme: string; host: string; path: string; query: string; fragment: string };

const PARTS = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^\s/?#]*)([^\s?#]*)(?:\?([^\s#]*))?(?:#(\S*))?$/i;
const HOST = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.[\p{L}][\p{L}\p{N}-]+(?::\d{1,5})?$/u;
const FILE_STORES =
  'drive.google.com docs.google.com disk.yandex.ru disk.yandex.com disk.360.yandex.ru yadi.sk cloud.mail.ru dropbox.com onedrive.live.com 1drv.ms';

/** The parts of an address, with or without a scheme; null when it has a space or a host that cannot be one. */
export function splitUrl(text: string): UrlParts | null {
  const found = PARTS.exec(cleanText(text));
  const host = found ? found[2]!.toLowerCase() : '';
  if (!found || !HOST.test(host)) return null;
  return {
    scheme: (found[1] ?? '').toLowerCase(),
    host: host.replace(/:(?:80|443)$/, ''),
    path: found[3]!,
    query: found[4] ?? '',
    fragment: found[5] ?? '',
  };
}

/**
 * One web address, `http://` or `https://`.
 * @returns the address without spaces at the ends, or `empty`, `no-scheme`, `no-host`, `not-a-url`
 */
export function checkUrl(text: string): Parsed<string> {
  const address = cleanText(text);
  if (address === '') return { error: 'empty' };
  const url = splitUrl(address);
  if (url && (url.scheme === 'http' || url.scheme === 'https')) return { value: address };
  if (url && url.scheme === '') return { error: 'no-scheme' };
  return { error: /^https?:\/\/(?:[/?#]|$)/i.test(address) ? 'no-host' : 'not-a-url' };
}

/** Whether the address is in a cloud store of files, where a link often opens the file to anybody. */
export function isOpenFileLink(text: string): boolean {
  const host = splitUrl(text)?.host.replace(/:\d+$/, '');
  return host !== undefined && FILE_STORES.split(' ').some((store) => `.${host}`.endsWith(`.${store}`));
}
