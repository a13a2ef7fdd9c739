import type { Cell } from '../../domain/registry/cell';
import { CallError } from '../kit/call';
import { docxTables } from '../kit/docx-tables';
import { element } from '../kit/element';
import { htmlTables } from '../kit/html-tables';
import { pastedRows } from '../kit/pasted';
import { type Sheet, sheetsOf } from '../kit/xlsx';
import { words } from './words';

export type Tables = readonly (readonly (readonly Cell[])[])[];

/** The fields where a person puts a plan: a file, or a paste. */
export interface Source {
  readonly file: HTMLInputElement;
  readonly sheet: HTMLSelectElement;
  readonly paste: HTMLTextAreaElement;
  /** @throws CallError with words to show */
  tables(): Promise<Tables>;
}

/** @param failed shows what went wrong with a file at once, not only at the button */
export function planSource(failed: (work: () => Promise<void>) => void): Source {
  const w = words();
  const file = element('input', { type: 'file', id: 'file', accept: '.docx,.xlsx' });
  const sheet = element('select', { id: 'sheet' });
  const paste = element('textarea', { id: 'paste', spellcheck: 'false' });
  let sheets: Sheet[] = [];
  let document: Tables | null = null;
  let pasted: Tables | null = null;
  const showSheets = () => {
    sheet.replaceChildren(...sheets.map((s, i) => element('option', { value: String(i) }, s.name)));
    (sheet.parentElement as HTMLElement).hidden = sheets.length < 2;
  };
  file.addEventListener('change', () =>
    failed(async () => {
      sheets = [];
      document = null;
      showSheets();
      const chosen = file.files?.[0];
      if (!chosen) return;
      try {
        if (/\.(?:doc|xls|pdf)$/i.test(chosen.name)) throw new CallError(w.old);
        if (/\.docx$/i.test(chosen.name)) document = await docxTables(chosen);
        else sheets = await sheetsOf(chosen);
      } catch (error) {
        file.value = '';
        throw error instanceof CallError ? error : new CallError(w.unreadable);
      }
      showSheets();
    }),
  );
  paste.addEventListener('paste', (event) => {
    const html = event.clipboardData?.getData('text/html') ?? '';
    const tables = /<table/i.test(html) ? htmlTables(html) : [];
    if (tables.length === 0) return;
    event.preventDefault();
    paste.value = tables.map(shownTable).join('\n\n');
    pasted = tables;
  });
  // What was pasted is no longer what stands there.
  paste.addEventListener('input', () => {
    pasted = null;
  });
  return {
    file,
    sheet,
    paste,
    async tables() {
      if (document) {
        if (document.length === 0) throw new CallError(w.noTables);
        return document;
      }
      if (sheets.length > 0) return [await sheets[Number(sheet.value || 0)].read(true)];
      if (pasted && pasted.length > 0) return pasted;
      if (paste.value.trim() === '') throw new CallError(w.empty);
      // A text without tabs is no table: it goes line by line, and the server says so.
      return [paste.value.includes('\t') ? pastedRows(paste.value) : paste.value.split('\n').map((l) => [l])];
    },
  };
}

const shownTable = (table: readonly (readonly string[])[]): string =>
  table.map((row) => row.map((text) => text.replace(/\s+/g, ' ')).join('\t')).join('\n');
