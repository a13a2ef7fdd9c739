import type { Finding } from '../domain/checks/finding';
import { capitalWords, scanNames, type WordPlace } from '../domain/privacy/name-scan';
import { officialNames } from '../domain/privacy/officials';
import { bookSheets } from './book-sheets';
import type { Ports } from './ports';
import { readWorkbook } from './read-workbook';

export interface NameScan {
  readonly mode: string;
  readonly findings: readonly Finding[];
}

/** Looks for names everywhere in the workbook: cells of every tab, notes, titles. Nothing is written. */
export function nameScan(ports: Ports): NameScan {
  const read = readWorkbook(ports.workbook);
  const { settings } = read.registry;
  return {
    mode: settings.text('storageMode'),
    findings: scanNames(bookSheets(ports, read), officialNames(settings)),
  };
}

/** The words of the workbook that could be surnames, for a comparison with the key file on the person's computer. */
export function wordsForKey(ports: Ports): readonly WordPlace[] {
  return capitalWords(bookSheets(ports, readWorkbook(ports.workbook)));
}
