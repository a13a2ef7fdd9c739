/** The note on the ID cell of a copy. @param today `dd.mm.yyyy` */
export function copyNote(copyOf: string, id: string, today: string): string {
  return `Копия записи ${copyOf}: выдан новый номер ${id}, ${today}`;
}

/** One text for many copies. @param today `dd.mm.yyyy` */
export function sharedNote(today: string): string {
  return `Копия другой записи: выдан новый номер, ${today}`;
}
