import type { HostContext } from '../host/context';
import type { ReadsScriptProperties } from '../host/membrane';
import type { HtmlOutputImpl } from './html';
import { escapeIn, HtmlScanner } from './html-context';

type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code' | 'escaped' | 'raw'; readonly code: string };

/**
 * A page with scriptlets: `<? code ?>`, `<?= printed, escaped for its place ?>`, `<?!= printed as it is ?>`.
 * Properties that the script sets on the template are variables of the code.
 */
export class HtmlTemplateImpl implements ReadsScriptProperties {
  static readonly api = 'HTML.HtmlTemplate';
  scriptProperties: Readonly<Record<string, unknown>> = {};
  readonly #content: string;
  readonly #makePage: (content: string) => HtmlOutputImpl;

  /** @param makePage is given, not imported: a page can be turned back into a template */
  constructor(
    readonly context: HostContext,
    content: string,
    makePage: (content: string) => HtmlOutputImpl,
  ) {
    this.#content = content;
    this.#makePage = makePage;
  }

  evaluate(): HtmlOutputImpl {
    const evaluate = this.context.evaluate;
    if (!evaluate) throw new Error('HtmlTemplate.evaluate needs a loaded project or the globals of a host');
    let page = '';
    // The place of a printed value is found from what has really been printed before it, loops and branches included.
    const scanner = new HtmlScanner();
    const put = (text: string) => {
      page += text;
      scanner.read(text);
    };
    const output = {
      text: put,
      raw: (value: unknown) => put(String(value)),
      escaped: (value: unknown) => put(escapeIn(scanner.place(), value)),
    };
    evaluate(this.getCode(), { ...this.scriptProperties, output });
    return this.#makePage(page);
  }

  /** The code that evaluate() runs, with an object `output` that prints. */
  getCode(): string {
    return takeApart(this.#content).map(codeOf).join('\n');
  }

  /** The code, each piece preceded by its source as a comment. */
  getCodeWithComments(): string {
    return takeApart(this.#content)
      .map((piece) => {
        const source = piece.kind === 'text' ? piece.text : piece.code;
        const comment = source.split('\n').map((line) => `// ${line}`);
        return [...comment, codeOf(piece)].join('\n');
      })
      .join('\n');
  }

  getRawContent(): string {
    return this.#content;
  }
}

function takeApart(content: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const found of content.matchAll(/<\?(!=|=)?([\s\S]*?)\?>/g)) {
    if (found.index > at) pieces.push({ kind: 'text', text: content.slice(at, found.index) });
    const kind = found[1] === '=' ? 'escaped' : found[1] === '!=' ? 'raw' : 'code';
    pieces.push({ kind, code: found[2] });
    at = found.index + found[0].length;
  }
  if (at < content.length) pieces.push({ kind: 'text', text: content.slice(at) });
  return pieces;
}

function codeOf(piece: Piece): string {
  if (piece.kind === 'text') return `output.text(${JSON.stringify(piece.text)});`;
  if (piece.kind === 'code') return piece.code;
  return `output.${piece.kind}((${piece.code.trim().replace(/;$/, '')}\n));`;
}
