import { toCyrillic } from './alphabet';
import { cleanText, dropTail } from './spaces';
import { splitUrl } from './url';

const QUOTES = /["'`«»“”„‟‘’‚‛‹›′″ʼ]/g;
const DASHES = /\s*[-\u2010-\u2015\u2212]\s*/g;
/** Parameters that tell where a visitor came from, not what the page is. */
const TRACKING = /^(?:utm_[^=]*|yclid|gclid|fbclid|ysclid|_openstat)(?:=|$)/i;

/** Steps common to the keys: one line, lower case, ё → е, no stress marks and quotes, one kind of dash, no spaces around. */
function plain(text: string, quote: string): string {
  const bare = cleanText(text)
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(QUOTES, quote);
  return cleanText(bare).replace(DASHES, '-');
}

/**
 * A key for comparing texts, never for showing (domain.md §6.4): spaces, case, ё, dashes, quotes and trailing dots do
 * not count; Latin look-alikes are Cyrillic inside a word that has Cyrillic.
 * @example foldKey('«Педагог — педагог».') === foldKey('педагог-педагог')
 */
export function foldKey(text: string): string {
  return dropTail(plain(text, ''), '. ').replace(/\p{L}+/gu, toCyrillic);
}

/** Small Cyrillic letters, single spaces and hyphens: most names, which are their own key. */
const PLAIN_NAME = /^[а-я]+(?:[ -][а-я]+)*$/;

/** The key of a person's name: dots do not count, and a Latin initial beside a Cyrillic surname is Cyrillic. */
export function foldName(name: string): string {
  const small = name.toLowerCase().replace(/ё/g, 'е');
  if (PLAIN_NAME.test(small)) return small;
  return toCyrillic(cleanText(plain(name, '').replace(/\.+/g, ' ').replace(DASHES, '-')));
}

/**
 * The key of an organisation's name: quotes and punctuation do not count, and «№ 1», «№1», «N1» and «1» are the same.
 * Long and short legal forms stay different: they are joined by the aliases of the tab «Организации».
 */
export function foldOrganisation(name: string): string {
  const bare = plain(name, ' ').replace(/[.,:;()]+/g, ' ');
  const numbered = ` ${bare}`.replace(/№/g, ' ').replace(/(?:\sn[o°º]?)+\s*(?=\d)/g, ' ');
  return cleanText(numbered)
    .replace(DASHES, '-')
    .replace(/\p{L}+/gu, toCyrillic);
}

/** The key of a column's header: also spaces around punctuation, a colon or an asterisk at the ends do not count. */
export function foldHeader(header: string): string {
  const key = foldKey(dropTail(cleanText(header), ' *:.'));
  return dropTail(key.replace(/\s*([^\p{L}\p{N}\s])\s*/gu, '$1').replace(/^\*+/, ''), '*:.');
}

/** The key of an address: scheme, «www.», case of the host, slash at the end, tracking and place in the page do not count. */
export function foldUrl(text: string): string {
  const url = splitUrl(text);
  if (!url) return foldKey(text);
  const query = url.query.split('&').filter((pair) => pair !== '' && !TRACKING.test(pair));
  const path = url.path.replace(/\/+$/, '');
  // A fragment with a slash or «!» is a page of a one-page site; any other is a place inside the page.
  const fragment = /^!?\//.test(url.fragment) ? `#${url.fragment}` : '';
  return readable(
    url.host.replace(/^www\./, '') + path + (query.length ? `?${query.join('&')}` : '') + fragment,
  );
}

/** Percent-encoded Cyrillic as letters; as it was when the encoding is broken. */
function readable(address: string): string {
  try {
    return decodeURI(address).normalize('NFC');
  } catch {
    return address;
  }
}
