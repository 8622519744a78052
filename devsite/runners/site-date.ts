/** A `Date` that reads another clock, and is otherwise the real one. */
export function dateOf(now: () => number): DateConstructor {
  function SiteDate(this: unknown, ...parts: unknown[]): unknown {
    if (!new.target) return new Date(now()).toString();
    return Reflect.construct(Date, parts.length === 0 ? [now()] : parts, new.target);
  }
  const prototype = Object.create(Date.prototype, {
    constructor: { value: SiteDate, writable: true, configurable: true },
  });
  Object.defineProperties(SiteDate, {
    name: { value: 'Date' },
    prototype: { value: prototype },
    [Symbol.hasInstance]: { value: (value: unknown) => value instanceof Date },
    now: { value: now },
    parse: { value: Date.parse },
    UTC: { value: Date.UTC },
  });
  return SiteDate as unknown as DateConstructor;
}
