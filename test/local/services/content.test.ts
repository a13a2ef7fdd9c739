import { createHost } from '../../../src/local/host/host';

const service = () => createHost().globals.ContentService as GoogleAppsScript.Content.ContentService;

test('an answer is put together from pieces', () => {
  const Content = service();
  const answer = Content.createTextOutput('{"wave":').append('3}');
  expect(answer.setMimeType(Content.MimeType.JSON)).toBe(answer);
  expect([answer.getContent(), answer.getMimeType(), answer.getFileName(), String(answer)]).toEqual([
    '{"wave":3}',
    Content.MimeType.JSON,
    null,
    'TextOutput',
  ]);
  expect(answer.downloadAsFile('wave.json').getFileName()).toBe('wave.json');
});

test('a new answer is plain and empty; a cleared one has no content', () => {
  const Content = service();
  const answer = Content.createTextOutput();
  expect([answer.getContent(), answer.getMimeType()]).toEqual(['', Content.MimeType.TEXT]);
  expect(answer.setContent('a').clear().getContent()).toBeNull();
  expect(answer.append('b').getContent()).toBe('b');
});

test('a type is one of the listed ones', () => {
  expect(() =>
    service()
      .createTextOutput('')
      .setMimeType('JSON' as never),
  ).toThrow(
    "The parameters (String) don't match the method signature for ContentService.TextOutput.setMimeType.",
  );
});
