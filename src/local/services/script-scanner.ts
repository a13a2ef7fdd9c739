/** After these words a slash begins a regular expression, not a division. */
const BEFORE_EXPRESSION = /^(await|case|delete|do|else|in|instanceof|new|of|return|throw|typeof|void|yield)$/;

/** Reads JavaScript character by character and knows whether the place after it is code or the inside of something. */
export class ScriptScanner {
  #mode: 'code' | 'string' | 'template' | 'regex' | 'class' | 'line-comment' | 'comment' = 'code';
  #quote = '';
  #escaped = false;
  /** A slash was read of which it is not known yet what it begins. */
  #slash = false;
  #previous = '';
  /** The last word or sign of the code, comments left out; '' at the start. */
  #token = '';
  /** For each open `${` of template strings: the braces opened inside it. */
  readonly #substitutions: number[] = [];

  /** true where a value is code of its own: not in a string, a template string, a regular expression or a comment. */
  get inCode(): boolean {
    return this.#mode === 'code' && !(this.#slash && this.#expectsExpression());
  }

  step(c: string): void {
    if (this.#slash) this.#afterSlash(c);
    else this.#read(c);
    this.#previous = c;
  }

  #afterSlash(c: string): void {
    this.#slash = false;
    if (c === '/') this.#mode = 'line-comment';
    else if (c === '*') this.#mode = 'comment';
    else {
      if (this.#expectsExpression()) this.#mode = 'regex';
      else this.#token = '/';
      this.#read(c);
      return;
    }
    // The star of an opening is not the star of a closing.
    this.#escaped = c === '*';
  }

  #read(c: string): void {
    switch (this.#mode) {
      case 'code':
        this.#inCode(c);
        return;
      case 'line-comment':
        if (isLineEnd(c)) this.#mode = 'code';
        return;
      case 'comment':
        if (c === '/' && this.#previous === '*' && !this.#escaped) this.#mode = 'code';
        this.#escaped = false;
        return;
      default:
        if (this.#escaped) this.#escaped = false;
        else if (c === '\\') this.#escaped = true;
        else this.#inLiteral(c);
    }
  }

  #inCode(c: string): void {
    if (/\s/.test(c)) return;
    if (c === '/') this.#slash = true;
    else if (c === '"' || c === "'") {
      this.#mode = 'string';
      this.#quote = c;
    } else if (c === '`') this.#mode = 'template';
    else if (c === '}' && this.#substitutions.at(-1) === 0) {
      this.#substitutions.pop();
      this.#mode = 'template';
    } else {
      if (this.#substitutions.length > 0 && /[{}]/.test(c))
        this.#substitutions[this.#substitutions.length - 1] += c === '{' ? 1 : -1;
      const continues = /[\w$]/.test(c) && /[\w$]/.test(this.#previous) && /[\w$]$/.test(this.#token);
      this.#token = continues ? (this.#token + c).slice(-12) : c;
    }
  }

  #inLiteral(c: string): void {
    if (this.#mode === 'template') {
      if (c === '`') this.#endLiteral();
      else if (c === '{' && this.#previous === '$') {
        this.#substitutions.push(0);
        this.#mode = 'code';
        this.#token = '{';
      }
    } else if (isLineEnd(c)) this.#endLiteral();
    else if (this.#mode === 'string') {
      if (c === this.#quote) this.#endLiteral();
    } else if (this.#mode === 'class') {
      if (c === ']') this.#mode = 'regex';
    } else if (c === '[') this.#mode = 'class';
    else if (c === '/') this.#endLiteral();
  }

  #endLiteral(): void {
    this.#mode = 'code';
    this.#token = ')';
  }

  #expectsExpression(): boolean {
    if (/[\w$]$/.test(this.#token)) return BEFORE_EXPRESSION.test(this.#token);
    return !/[)\]]$/.test(this.#token);
  }
}

function isLineEnd(c: string): boolean {
  return c === '\n' || c === '\r' || c === '\u2028' || c === '\u2029';
}
