/** A page of the script with google.script in front of everything that it runs. */
export function framePage(html: string, prelude: string): string {
  const script = `<script>${prelude.replaceAll('</script', '<\\/script')}</script>`;
  const head = /<head(?:\s[^>]*)?>/i.exec(html);
  if (head) {
    const at = head.index + head[0].length;
    return html.slice(0, at) + script + html.slice(at);
  }
  const doctype = /^\s*<!doctype[^>]*>/i.exec(html)?.[0] ?? '';
  return doctype + script + html.slice(doctype.length);
}
