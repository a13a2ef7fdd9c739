import type { Language } from '../../protocol';
import { recall, remember } from '../memory';
import { en } from './en';
import { ru } from './ru';

export type Words = typeof ru;

const KEY = 'page:language';

/** Chosen once for a page: another language opens the page anew, so that nothing on it is left in the old one. */
export const language: Language = chosen();
export const words: Words = language === 'en' ? en : ru;

function chosen(): Language {
  const kept = recall(KEY);
  if (kept === 'ru' || kept === 'en') return kept;
  const asked = navigator.languages.find((name) => /^(ru|en)\b/.test(name));
  return asked?.startsWith('en') ? 'en' : 'ru';
}

export function chooseLanguage(next: Language): void {
  remember(KEY, next);
  location.reload();
}
