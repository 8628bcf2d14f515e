// What the XML writer must never do: write something that is not well-formed, or change the text that it was given.
import { expect, test } from 'vitest';
import { HARM } from './testing/fixtures.ts';
import { readXml } from './testing/xml-tree.ts';
import { characterData, element, withoutForbidden, xmlDocument } from './xml.ts';

test('text, attributes and character data come back as they went in, without what XML forbids', () => {
  const wanted = withoutForbidden(HARM);
  const document = xmlDocument(
    element('a', { b: HARM }, element('c', {}, HARM), element('d', {}, characterData(HARM))),
  );
  const root = readXml(document);
  expect(root.attribute('b')).toBe(wanted);
  expect(root.textOf('c')).toBe(wanted);
  expect(root.textOf('d')).toBe(wanted);
});

test('line ends and tabs survive in text and attributes', () => {
  const text = 'a\r\nb\tc\rd';
  const root = readXml(xmlDocument(element('a', { b: text }, text)));
  expect(root.attribute('b')).toBe(text);
  expect(root.text).toBe(text);
});

test('only characters that XML forbids are taken out', () => {
  expect(withoutForbidden('ن\u0000\u000b\ud800\udc00\udc01\ufffe\uffff\t\n😀\u0085')).toBe('ن\u{10000}\t\n😀\u0085');
});

test('the end of a section of character data cannot be smuggled in', () => {
  for (const text of [']]>', ']]]]>>', ']]>]]>', ']]', '>']) {
    expect(readXml(xmlDocument(element('a', {}, characterData(text)))).text).toBe(text);
  }
});
