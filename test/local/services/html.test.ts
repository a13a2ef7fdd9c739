import { createHost } from '../../../src/local/host/host';
import { loadScript } from '../load-script';

function service() {
  const host = createHost();
  return { host, HtmlService: host.globals.HtmlService as GoogleAppsScript.HTML.HtmlService };
}
type Template = GoogleAppsScript.HTML.HtmlTemplate & Record<string, unknown>;

describe('HtmlOutput', () => {
  test('setters chain and getters answer', () => {
    const { HtmlService } = service();
    const page = HtmlService.createHtmlOutput('<h1>А</h1>');
    expect([page.getTitle(), page.getWidth(), page.getHeight(), page.getFaviconUrl()]).toEqual([
      '',
      null,
      null,
      null,
    ]);
    expect(
      page
        .setTitle('Т')
        .setWidth(400)
        .setHeight(300)
        .setXFrameOptionsMode(HtmlService.XFrameOptionsMode.ALLOWALL),
    ).toBe(page);
    expect([page.getTitle(), page.getWidth(), page.getHeight()]).toEqual(['Т', 400, 300]);
    page.append('<p>').appendUntrusted('<b>"\'&');
    expect(page.getContent()).toBe('<h1>А</h1><p>&lt;b&gt;&#34;&#39;&amp;');
    expect(page.getBlob().getContentType()).toBe('text/html');
    expect(page.clear().getContent()).toBe('');
    expect(page.setContent('x').asTemplate().getRawContent()).toBe('x');
    expect(String(page)).toBe('HtmlOutput');
  });

  test('from text, blob, file or nothing', () => {
    const { host, HtmlService } = service();
    host.context.htmlFiles.set('Panel', '<p>панель');
    const Utilities = host.globals.Utilities as GoogleAppsScript.Utilities.Utilities;
    expect(HtmlService.createHtmlOutput().getContent()).toBe('');
    expect(HtmlService.createHtmlOutput(Utilities.newBlob('<i>')).getContent()).toBe('<i>');
    expect(HtmlService.createHtmlOutputFromFile('Panel').getContent()).toBe('<p>панель');
    expect(HtmlService.createHtmlOutputFromFile('Panel.html').getContent()).toBe('<p>панель');
    expect(() => HtmlService.createHtmlOutputFromFile('Other')).toThrow(
      'No HTML file named Other was found.',
    );
    expect(() => HtmlService.createTemplateFromFile('Other')).toThrow('No HTML file named Other was found.');
    expect(HtmlService.getUserAgent()).toBeNull();
  });

  test('meta tags', () => {
    const page = service().HtmlService.createHtmlOutput('').addMetaTag('viewport', 'width=device-width');
    expect(page.getMetaTags().map((t) => [t.getName(), t.getContent()])).toEqual([
      ['viewport', 'width=device-width'],
    ]);
    expect(() => page.addMetaTag('robots', 'x')).toThrow(
      'The meta tag you specified is not allowed in this context.',
    );
  });
});

describe('templates', () => {
  function evaluate(html: string, values: Record<string, unknown> = {}): string {
    const template = service().HtmlService.createTemplate(html) as Template;
    Object.assign(template, values);
    return template.evaluate().getContent();
  }

  test('properties of the template are variables of its code', () => {
    const template = service().HtmlService.createTemplate('Привет, <?= name ?>!') as Template;
    template.name = 'Мария';
    expect(template.name).toBe('Мария');
    expect(template.evaluate().getContent()).toBe('Привет, Мария!');
    template.name = 'Иван';
    expect(template.evaluate().getContent()).toBe('Привет, Иван!');
  });

  test('code, loops and raw printing', () => {
    const html =
      '<ul><? for (const row of rows) { ?><li><?= row ?></li><? } ?></ul><?!= rows.join("<br>"); ?>';
    expect(evaluate(html, { rows: ['a', '<b>'] })).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>a<br><b>');
    expect(evaluate('<? if (no) { ?>да<? } else { ?>нет<? } // note ?>.', { no: false })).toBe('нет.');
  });

  test.each([
    ['text', '<p><?= v ?></p>', '<a href="x">', '<p>&lt;a href=&#34;x&#34;&gt;</p>'],
    ['quoted attribute', '<p title="<?= v ?>">', '"><script>', '<p title="&#34;&gt;&lt;script&gt;">'],
    ['bare attribute', '<p title=<?= v ?>>', 'a b', '<p title=a&#32;b>'],
    ['address', '<a href="<?= v ?>">', 'https://x.ru/a b?c=ё', '<a href="https://x.ru/a%20b?c=%D1%91">'],
    ['address of a script', '<a href="<?= v ?>">', 'javascript:alert(1)', '<a href="#">'],
    ['part of an address', '<a href="/p?q=<?= v ?>">', 'a&b', '<a href="/p?q=a%26b">'],
    [
      'script',
      '<script>const v = <?= v ?>;</script>',
      '</script>',
      '<script>const v = "\\u003c/script\\u003e";</script>',
    ],
    [
      'data in a script',
      '<script>const v = <?= v ?>;</script>',
      [1, 'a'],
      '<script>const v = [1,"a"];</script>',
    ],
    [
      'text in a script',
      "<script>const v = '<?= v ?>';</script>",
      "';x",
      "<script>const v = '\\u0027;x';</script>",
    ],
    [
      'a script after a comment',
      "<script>// don't\nconst v = <?= v ?>;/* ' */</script>",
      1,
      "<script>// don't\nconst v = 1;/* ' */</script>",
    ],
    [
      'a script after a quote in a string',
      `<script>f('it\\'s', <?= v ?>)</script>`,
      'x',
      `<script>f('it\\'s', "x")</script>`,
    ],
    ['handler', '<a onclick="go(<?= v ?>)">', 'a"b', '<a onclick="go(&#34;a\\&#34;b&#34;)">'],
    ['style', '<style>p { color: <?= v ?> }</style>', 'red;}', '<style>p { color: red\\3b \\7d  }</style>'],
    ['after a script', '<script>1</script><p><?= v ?>', '<', '<script>1</script><p>&lt;'],
    ['comment', '<!-- <?= v ?> -->', '-->', '<!-- --&gt; -->'],
    ['telephone', '<a href="<?= v ?>">', 'tel:+73420000000', '<a href="tel:+73420000000">'],
    ['address after a blank', '<a href=" <?= v ?>">', 'javascript:go()', '<a href=" #">'],
    ['end of a kind of address', '<a href="java<?= v ?>">', 'script:go()', '<a href="javascript%3Ago()">'],
    ['address of a link in a drawing', '<a xlink:href="<?= v ?>">', 'javascript:go()', '<a xlink:href="#">'],
    ['half a character in an address', '<a href="?n=<?= v ?>">', '\ud83d', '<a href="?n=%EF%BF%BD">'],
    ['page in an attribute', '<iframe srcdoc="<?= v ?>">', '<b>', '<iframe srcdoc="&amp;lt;b&amp;gt;">'],
    ['style of an element', '<p style="width: <?= v ?>">', '1px;x', '<p style="width: 1px\\3b x">'],
    ['name of an attribute', '<option <?= v ?>>', 'selected', '<option selected>'],
    ['handler as a name', '<p <?= v ?>="1">', 'onclick=go()', '<p data-onclickgo="1">'],
    [
      'string of a handler in entities',
      '<a onclick="go(&quot;<?= v ?>&quot;)">',
      '"+x',
      '<a onclick="go(&quot;\\u0022+x&quot;)">',
    ],
    [
      'comment of a script',
      '<script>/* <?= v ?> */</script>',
      '*/go()',
      '<script>/* *\\u002fgo() */</script>',
    ],
    [
      'after a regular expression',
      `<script>s.replace(/['/]"/, <?= v ?>)</script>`,
      'go()',
      `<script>s.replace(/['/]"/, "go()")</script>`,
    ],
    [
      'regular expression after a word',
      '<script>return /"/ + <?= v ?></script>',
      'go()',
      '<script>return /"/ + "go()"</script>',
    ],
    [
      'after divisions',
      '<script>n = a / 2 / b[0] / (c) + "<?= v ?>"</script>',
      '"',
      '<script>n = a / 2 / b[0] / (c) + "\\u0022"</script>',
    ],
  ])('escapes for its place: %s', (_, html, v, expected) => {
    expect(evaluate(html, { v })).toBe(expected);
  });

  test('escapes in the template strings of a script', () => {
    const open = '$'.concat('{');
    const print = (html: string, v: string) => evaluate(html.replaceAll('OPEN', open), { v });
    expect(print('<script>f(`<?= v ?>`)</script>', `${open}go()}`)).toBe(
      '<script>f(`\\u0024{go()}`)</script>',
    );
    expect(print('<script>f(`OPEN {a: <?= v ?>}.a }"`)</script>', 'go()')).toContain('{a: "go()"}.a');
    expect(print('<script>f(`OPENx}"`, <?= v ?>)</script>', 'go()')).toContain('"`, "go()")');
  });

  test('values in a script survive the way there', () => {
    const value = { name: '</script> "Ёлка" \u2028', list: [1, null] };
    const page = evaluate('<script>var v = <?= v ?>;</script>', { v: value });
    expect(new Function(`${page.slice(8, -9)} return v;`)()).toEqual(value);
  });

  test('the code sees services, and functions of the loaded project', () => {
    expect(evaluate('<?= Utilities.formatString("%03d", 7) ?>')).toBe('007');
    const { host } = service();
    const project = loadScript(
      host,
      `function include(name) { return HtmlService.createHtmlOutputFromFile(name).getContent(); }
       function page(rows) { const t = HtmlService.createTemplateFromFile('Page'); t.rows = rows; return t.evaluate().setTitle('T').getContent(); }`,
      { Page: '<?!= include("css") ?><?= rows.length ?>', css: '<style>p{}</style>' },
    );
    expect(project.run('page', [[1, 2]])).toBe('<style>p{}</style>2');
  });

  test('getCode is code, with the source as comments on wish', () => {
    const template = service().HtmlService.createTemplate('<b><?= 1 + 1 ?></b>');
    expect(template.getCode()).toContain('1 + 1');
    expect(template.getCodeWithComments()).toContain('// <b>');
    expect(template.getRawContent()).toBe('<b><?= 1 + 1 ?></b>');
  });

  test('errors of the code come out', () => {
    expect(() => evaluate('<?= nothing ?>')).toThrow('nothing is not defined');
  });
});
