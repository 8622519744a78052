/** Whether a name is one of these but for its order, its plurals and what stands between its words. */
export const nearlyCalled = (name: string, names: readonly string[]): boolean =>
  names.some((known) => bare(known) === bare(name));

const small = ['a', 'an', 'by', 'for', 'of', 's', 'the', 'to'];

const bare = (name: string): string =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !small.includes(word))
    .map((word) => word.replace(/s$/, ''))
    .sort()
    .join(' ');
