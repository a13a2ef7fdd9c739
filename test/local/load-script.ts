import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Host, Project } from '../../src/local/host/host';

/** Loads code, and HTML files by name, into a host as a project. */
export function loadScript(host: Host, code: string, html: Readonly<Record<string, string>> = {}): Project {
  const folder = mkdtempSync(join(tmpdir(), 'script-'));
  writeFileSync(join(folder, 'Code.js'), code);
  for (const [name, text] of Object.entries(html)) writeFileSync(join(folder, `${name}.html`), text);
  try {
    return host.load(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
