import { newDocument, png } from './open-document';

function anchored() {
  const opened = newDocument();
  const paragraph = opened.body.appendParagraph('Рядом с гербом');
  const image = paragraph.addPositionedImage(opened.blob(png(60, 80), 'image/png', 'герб.png'));
  return { ...opened, paragraph, image };
}

test('a picture stands beside the text, not in it', () => {
  const { app, body, paragraph, image } = anchored();
  expect(String(image)).toBe('PositionedImage');
  expect([image.getWidth(), image.getHeight(), image.getLeftOffset(), image.getTopOffset()]).toEqual([
    60, 80, 0, 0,
  ]);
  expect(image.getLayout()).toBe(app.PositionedLayout.WRAP_TEXT);
  expect([image.getBlob().getName(), image.getBlob().getContentType()]).toEqual(['герб.png', 'image/png']);
  expect(image.getParagraph()).toBe(paragraph);
  expect([paragraph.getNumChildren(), body.getImages().length, paragraph.getText()]).toEqual([
    1,
    0,
    'Рядом с гербом',
  ]);
});

test('it is moved, sized and wrapped', () => {
  const { app, image, paragraph } = anchored();
  image
    .setWidth(30)
    .setHeight(40)
    .setLeftOffset(12)
    .setTopOffset(-6)
    .setLayout(app.PositionedLayout.BREAK_BOTH);
  const again = paragraph.getPositionedImage(image.getId());
  expect([again.getWidth(), again.getHeight(), again.getLeftOffset(), again.getTopOffset()]).toEqual([
    30, 40, 12, -6,
  ]);
  expect(again.getLayout()).toBe(app.PositionedLayout.BREAK_BOTH);
  expect(() => image.setWidth(0)).toThrow('The size of an image must be positive.');
});

test('it is found and removed by its id', () => {
  const { blob, paragraph, image } = anchored();
  const second = paragraph.addPositionedImage(blob(png(5, 5)));
  expect(paragraph.getPositionedImages().map((each) => each.getId())).toEqual([
    image.getId(),
    second.getId(),
  ]);
  expect(paragraph.removePositionedImage(image.getId())).toBe(true);
  expect(paragraph.removePositionedImage(image.getId())).toBe(false);
  expect(paragraph.getPositionedImage(image.getId())).toBeNull();
  expect(paragraph.addPositionedImage(blob(png(5, 5))).getId()).not.toBe(second.getId());
});

test('a copy of the paragraph has its own', () => {
  const { body, paragraph, image } = anchored();
  const copy = body.appendParagraph(paragraph.copy());
  copy.getPositionedImages()[0].setWidth(1);
  expect(image.getWidth()).toBe(60);
});

test('what is not a picture is refused', () => {
  const { blob, paragraph } = anchored();
  expect(() => paragraph.addPositionedImage(blob([1, 2, 3]))).toThrow('Invalid image data.');
});
