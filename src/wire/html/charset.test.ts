// The declared character set is found where pages put it, and nowhere else.
import { describe, expect, test } from 'vitest';
import { declaredCharset } from './charset.ts';

describe('declaredCharset', () => {
  test.each([
    ['<html><head><meta charset="windows-1256"><title>x', 'windows-1256'],
    ['<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=ISO-8859-6">', 'iso-8859-6'],
    ["<meta content='text/html;charset=windows-1256' http-equiv=Content-Type />", 'windows-1256'],
    ['<meta charset=utf-8>', 'utf-8'],
    ['<?xml version="1.0" encoding="windows-1256"?><html>', 'windows-1256'],
    ['<meta charset="utf-16le">', 'utf-8'],
  ])('reads %s as %s', (head, label) => {
    expect(declaredCharset(head)).toBe(label);
  });

  test('a declaration inside a comment is not one', () => {
    expect(declaredCharset('<!-- <meta charset="windows-1256"> --><meta name=a content=b>')).toBeNull();
  });

  test('a description that speaks of charsets is not a declaration', () => {
    expect(declaredCharset('<meta name="description" content="what charset=windows-1256 means">')).toBeNull();
  });

  test('what stands far down the page is not looked at', () => {
    expect(declaredCharset(`${' '.repeat(5000)}<meta charset="windows-1256">`)).toBeNull();
  });
});
