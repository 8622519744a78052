/**
 * A number in [0, 1) that depends on its arguments alone, so that what chance decides does not depend on the order in
 * which it is asked.
 */
export function chance(seed: number, ...keys: readonly (string | number)[]): number {
  const text = `${seed}/${keys.join('/')}`;
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
