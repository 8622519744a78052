import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import names from '@atlaskit/tokens/token-names';

const home = join(__dirname, '../../../static/app/src');
const known = new Set<string>(Object.values(names));
const sheets = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));

describe('the styles of the app', () => {
  test.each(sheets)('%s takes every colour and space from Atlassian’s tokens', (file) => {
    const css = readFileSync(join(home, file), 'utf8');
    const used = [...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name);
    expect(used.filter((name) => !known.has(name ?? ''))).toEqual([]);
    expect(css).not.toMatch(/#[\da-f]{3,8}\b|\brgba?\(|\bhsla?\(/i);
  });
});
