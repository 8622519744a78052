import type { Frame, Locator } from 'playwright-core';

/** Words that follow one another in an element's text, as the eye meets them: line by line, from the left. */
export const asRead = (element: Locator, words: readonly string[]): Promise<readonly string[]> =>
  element.evaluate((root, all) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const letters: (readonly [node: Text, at: number])[] = [];
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      letters.push(...Array.from({ length: node.length }, (_, at) => [node, at] as const));
    }
    const text = letters.map(([{ data }, at]) => data[at]).join('');
    let from = 0;
    const places = all.map((word) => {
      const [first, last] = [text.indexOf(word, from), text.indexOf(word, from) + word.length - 1];
      const [start, end] = [letters[first], letters[last]];
      if (!start || !end) throw new Error(`There is no “${word}” in “${text}”.`);
      from = last + 1;
      const range = document.createRange();
      range.setStart(...start);
      range.setEnd(end[0], end[1] + 1);
      const { top, bottom, left } = range.getBoundingClientRect();
      return { word, top, bottom, left };
    });
    const isBelow = (one: { readonly top: number }, other: { readonly bottom: number }) => one.top >= other.bottom - 4;
    return places.sort((a, b) => (isBelow(a, b) ? 1 : isBelow(b, a) ? -1 : a.left - b.left)).map(({ word }) => word);
  }, words);

/** Latin words that stand from right to left: something before them has turned them round. */
export const turnedWords = (frame: Frame): Promise<readonly string[]> =>
  frame.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const placeOf = (node: Text, at: number) => {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect();
    };
    const found: string[] = [];
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      for (const { 0: word, index } of node.data.matchAll(/[A-Za-z]{3,}/g)) {
        const [first, last] = [placeOf(node, index), placeOf(node, index + word.length - 1)];
        if (first.width > 0 && Math.abs(first.top - last.top) < 2 && first.left > last.left)
          found.push(`${word} in “${node.data}”`);
      }
    }
    return found;
  });
