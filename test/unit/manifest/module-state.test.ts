import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Known, and why it tells no tenant anything of another. */
const allowed = [
  // When clocks are put on and back, which is the same in the world of every tenant.
  'calendar/zone-offsets.ts: const knownStretches = new Map',
  // It keeps nothing longer than the call that brought its keys.
  'journeys/configuration.ts: const compiled = new WeakMap',
];

/** Comes to be once per machine, which serves many tenants: a variable, or a collection that is not declared readonly. */
const kept =
  /^(?:export )?(?:let|var) \w+|^(?:export )?const \w+(?:: (?!Readonly|readonly)[^=]+)? = (?:new (?:Map|WeakMap|Array)\b|\[\];|\{\};)/gm;

const found = readdirSync(resolve('src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .flatMap((file) =>
    [...readFileSync(resolve('src', file), 'utf8').matchAll(kept)].map(
      ([text]) => `${file}: ${text.replace(/: [^=]+ =|<[^>]*>/g, (part) => (part.endsWith('=') ? ' =' : ''))}`,
    ),
  );

test('no module keeps what one tenant could leave to another', () => {
  expect(found).toEqual(allowed);
});
