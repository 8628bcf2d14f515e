// What makes two addresses one page's.
import { expect, test } from 'vitest';
import { addressKey, pathOnlyKey } from './address-key.ts';

test('scheme, www, tracking, fragment and a last slash do not make another page', () => {
  const key = addressKey('https://paper.example/news/12');
  expect(key).toBe('paper.example/news/12');
  expect(addressKey('http://www.Paper.example/news/12/?utm_source=x&fbclid=1#top')).toBe(key);
  expect(addressKey('//m.paper.example/news/12/index.html')).toBe(key);
  expect(addressKey('paper.example/news/12')).toBe(key);
});

test('a parameter that may name the page keeps two pages apart, in whatever order it stands', () => {
  expect(addressKey('https://paper.example/read.php?id=12')).not.toBe(
    addressKey('https://paper.example/read.php?id=13'),
  );
  expect(addressKey('https://paper.example/r?b=2&a=1')).toBe(addressKey('https://paper.example/r?a=1&b=2'));
});

test('a percent-encoded address and a readable one meet', () => {
  expect(addressKey('https://paper.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/12')).toBe(
    addressKey('https://paper.example/أخبار/12'),
  );
  expect(addressKey('https://paper.example/%zz/%D8')).toBe('paper.example/%zz/%D8');
});

test('a site without a page, another scheme and an endless address have no key', () => {
  for (const address of [
    'https://paper.example/',
    'https://paper.example',
    'javascript:alert(1)',
    'mailto:a@b.example',
    '',
    `https://paper.example/${'x'.repeat(3000)}`,
  ]) {
    expect(addressKey(address)).toBeNull();
  }
});

test('a path alone and an address have the same key without a host', () => {
  expect(pathOnlyKey('/home/article/3245?utm_medium=y')).toBe('/home/article/3245');
  expect(pathOnlyKey('https://paper.example/home/article/3245')).toBe('/home/article/3245');
  expect(addressKey('/home/article/3245')).toBe('/home/article/3245');
  expect(pathOnlyKey('/')).toBeNull();
});
