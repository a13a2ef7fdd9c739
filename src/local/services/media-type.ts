import { MIME_TYPES } from './mime-type';

/** File extension → content type, for names of blobs and of entries in a zip. */
const BY_EXTENSION: Readonly<Record<string, string>> = {
  bmp: MIME_TYPES.BMP,
  css: MIME_TYPES.CSS,
  csv: MIME_TYPES.CSV,
  doc: MIME_TYPES.MICROSOFT_WORD_LEGACY,
  docx: MIME_TYPES.MICROSOFT_WORD,
  eml: 'message/rfc822',
  gif: MIME_TYPES.GIF,
  gz: 'application/x-gzip',
  htm: MIME_TYPES.HTML,
  html: MIME_TYPES.HTML,
  ics: 'text/calendar',
  jpeg: MIME_TYPES.JPEG,
  jpg: MIME_TYPES.JPEG,
  js: MIME_TYPES.JAVASCRIPT,
  json: 'application/json',
  md: 'text/markdown',
  odg: MIME_TYPES.OPENDOCUMENT_GRAPHICS,
  odp: MIME_TYPES.OPENDOCUMENT_PRESENTATION,
  ods: MIME_TYPES.OPENDOCUMENT_SPREADSHEET,
  odt: MIME_TYPES.OPENDOCUMENT_TEXT,
  pdf: MIME_TYPES.PDF,
  png: MIME_TYPES.PNG,
  ppt: MIME_TYPES.MICROSOFT_POWERPOINT_LEGACY,
  pptx: MIME_TYPES.MICROSOFT_POWERPOINT,
  rtf: MIME_TYPES.RTF,
  svg: MIME_TYPES.SVG,
  txt: MIME_TYPES.PLAIN_TEXT,
  xls: MIME_TYPES.MICROSOFT_EXCEL_LEGACY,
  xlsx: MIME_TYPES.MICROSOFT_EXCEL,
  xml: 'text/xml',
  zip: MIME_TYPES.ZIP,
};

export function contentTypeOf(fileName: string | null): string {
  const extension = /\.([^./\\]+)$/.exec(fileName ?? '')?.[1].toLowerCase() ?? '';
  return BY_EXTENSION[extension] ?? 'application/octet-stream';
}
