import { documentOf, textOf } from '../../../devsite/web/pages/issue/document';

const roundTrips = ['One line', 'Two\nlines', 'A paragraph\n\nand another', 'First\nsecond\n\nthird'];

test.each(roundTrips)('what was typed comes back as it was: %j', (text) => {
  expect(textOf(documentOf(text))).toBe(text);
});

test('nothing but white space makes an empty document', () => {
  expect(documentOf('  \n\n ')).toEqual({ type: 'doc', version: 1, content: [] });
});

test('a mention is read by its words', () => {
  const mention = { type: 'mention', attrs: { id: 'ann', text: '@Ann' } };
  expect(textOf({ type: 'doc', version: 1, content: [{ type: 'paragraph', content: [mention] }] })).toBe('@Ann');
});
